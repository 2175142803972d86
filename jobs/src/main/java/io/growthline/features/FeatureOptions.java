package io.growthline.features;

import io.growthline.facts.ErasureKey;
import java.io.Serializable;
import java.time.Duration;

/**
 * How features run.
 *
 * @param replayUntil where a replay's clock ends, epoch milliseconds; null: live. A replay tells a
 *     vector for each instant at which anything changed
 * @param delay live, how long changes of an employee are gathered before their vector is told;
 *     positive. A fact and what the ledger makes of it come apart
 * @param peersDelay live, how long changes of a month that is over are gathered before employees
 *     are compared anew; positive. One late statement changes where everyone of a job stands
 * @param erasureKey makes the marks of those who were erased
 */
public record FeatureOptions(
    Long replayUntil, Duration delay, Duration peersDelay, ErasureKey erasureKey)
    implements Serializable {

  private static final Duration DELAY = Duration.ofMillis(100);
  private static final Duration PEERS_DELAY = Duration.ofSeconds(1);

  /** Live, with the defaults: 100 ms of delay, 1 s before employees are compared anew. */
  public static FeatureOptions live(ErasureKey erasureKey) {
    return new FeatureOptions(null, DELAY, PEERS_DELAY, erasureKey);
  }

  /**
   * A replay.
   *
   * @param until where its clock ends: epoch milliseconds
   */
  public static FeatureOptions replay(long until) {
    return new FeatureOptions(until, DELAY, PEERS_DELAY, ErasureKey.PUBLIC);
  }

  boolean isReplay() {
    return replayUntil != null;
  }
}
