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
 * @param erasureKey makes the marks of those who were erased
 */
public record FeatureOptions(Long replayUntil, Duration delay, ErasureKey erasureKey)
    implements Serializable {

  private static final Duration DELAY = Duration.ofMillis(100);

  /** Live, with the defaults: 100 ms of delay. */
  public static FeatureOptions live(ErasureKey erasureKey) {
    return new FeatureOptions(null, DELAY, erasureKey);
  }

  /**
   * A replay.
   *
   * @param until where its clock ends: epoch milliseconds
   */
  public static FeatureOptions replay(long until) {
    return new FeatureOptions(until, DELAY, ErasureKey.PUBLIC);
  }

  boolean isReplay() {
    return replayUntil != null;
  }
}
