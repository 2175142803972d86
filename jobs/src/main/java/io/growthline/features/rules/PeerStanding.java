package io.growthline.features.rules;

import java.util.Map;

/**
 * Where an employee stood among the members of a group at a month's end. Null parts are unknown.
 *
 * @param left that they did not belong to it, where that had been said before
 * @param size of a team: its members, the employee included
 * @param earnedPercentile of a job: share of the others who had earned less, those with as much
 *     counting half, 0..1; null: there were no others
 * @param metricPercentiles of a job: likewise by metric, 1 being best; only of those who had a
 *     value, where there was more than one
 */
public record PeerStanding(
    PeerGroup group,
    String employeeId,
    boolean left,
    Integer size,
    Double earnedPercentile,
    Map<String, Double> metricPercentiles) {

  /** That they did not belong to it. */
  public static PeerStanding none(PeerGroup group, String employeeId) {
    return new PeerStanding(group, employeeId, true, null, null, Map.of());
  }
}
