package io.growthline.features.rules;

import java.util.Collection;
import java.util.Map;

/** What a vector says of an employee among others; null and empty parts are unknown. */
record Peers(Integer teamSize, Double earnedPercentile, Map<String, Double> metricPercentiles) {

  static final Peers UNKNOWN = new Peers(null, null, Map.of());

  /** Puts together what was told of one month: by one team and one job at most. */
  static Peers of(Collection<PeerStanding> standings) {
    Peers peers = UNKNOWN;
    for (PeerStanding standing : standings) {
      peers =
          standing.group().kind() == PeerGroupKind.TEAM
              ? new Peers(standing.size(), peers.earnedPercentile, peers.metricPercentiles)
              : new Peers(
                  peers.teamSize, standing.earnedPercentile(), standing.metricPercentiles());
    }
    return peers;
  }
}
