package io.growthline.ledger;

import java.io.Serializable;
import java.time.Duration;

/**
 * How the ledger runs.
 *
 * @param replayUntil where a replay's clock ends, epoch milliseconds; null: live. A replay folds
 *     each employee once, when all their facts are there
 * @param sweepSpread time over which a new revision's re-folding is spread, so that it does not
 *     stall new events; positive
 * @param unknownActivityWait event time an event waits for a rule book that knows its activity;
 *     positive
 */
public record LedgerOptions(Long replayUntil, Duration sweepSpread, Duration unknownActivityWait)
    implements Serializable {

  /** Live, with the defaults: 10 s of spread, 30 days of waiting. */
  public static LedgerOptions live() {
    return new LedgerOptions(null, Duration.ofSeconds(10), Duration.ofDays(30));
  }

  /**
   * A replay.
   *
   * @param until where its clock ends: epoch milliseconds
   */
  public static LedgerOptions replay(long until) {
    return new LedgerOptions(until, Duration.ofSeconds(10), Duration.ofDays(30));
  }

  boolean isReplay() {
    return replayUntil != null;
  }
}
