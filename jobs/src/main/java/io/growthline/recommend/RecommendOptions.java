package io.growthline.recommend;

import io.growthline.facts.ErasureKey;
import java.io.Serializable;
import java.time.Duration;

/**
 * How recommendations run.
 *
 * @param replayUntil where a replay's clock ends, epoch milliseconds; null: live. A replay makes
 *     one list for each employee, at its end
 * @param delay live, how long changes of an employee are gathered before their list is made;
 *     positive
 * @param interval live, the least time between two lists of an employee; positive
 * @param sweepSpread live, the time over which new lists for everyone, by another rule book or
 *     model, are spread; positive
 * @param erasureKey makes the marks of those who were erased
 */
public record RecommendOptions(
    Long replayUntil,
    Duration delay,
    Duration interval,
    Duration sweepSpread,
    ErasureKey erasureKey)
    implements Serializable {

  private static final Duration DELAY = Duration.ofMillis(50);
  private static final Duration INTERVAL = Duration.ofMillis(500);
  private static final Duration SWEEP_SPREAD = Duration.ofSeconds(10);

  /** Live, with the defaults: 50 ms of delay, 500 ms between lists, 10 s of spread. */
  public static RecommendOptions live(ErasureKey erasureKey) {
    return new RecommendOptions(null, DELAY, INTERVAL, SWEEP_SPREAD, erasureKey);
  }

  /**
   * A replay.
   *
   * @param until where its clock ends: epoch milliseconds
   */
  public static RecommendOptions replay(long until) {
    return new RecommendOptions(until, DELAY, INTERVAL, SWEEP_SPREAD, ErasureKey.PUBLIC);
  }

  /** The same, with lists for everyone spread over another time. */
  public RecommendOptions withSweepSpread(Duration spread) {
    return new RecommendOptions(replayUntil, delay, interval, spread, erasureKey);
  }

  boolean isReplay() {
    return replayUntil != null;
  }
}
