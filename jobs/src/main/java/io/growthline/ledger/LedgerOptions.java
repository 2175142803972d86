package io.growthline.ledger;

import io.growthline.facts.ErasureKey;
import io.growthline.schemas.topics.TopicPrefix;
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
 * @param topicPrefix what the names of the topics start with that dead letters name as source
 * @param erasureKey makes the marks of those who were erased
 */
public record LedgerOptions(
    Long replayUntil,
    Duration sweepSpread,
    Duration unknownActivityWait,
    TopicPrefix topicPrefix,
    ErasureKey erasureKey)
    implements Serializable {

  private static final Duration SWEEP_SPREAD = Duration.ofSeconds(10);
  private static final Duration UNKNOWN_ACTIVITY_WAIT = Duration.ofDays(30);

  /** Live, with the defaults: 10 s of spread, 30 days of waiting. */
  public static LedgerOptions live() {
    return new LedgerOptions(
        null, SWEEP_SPREAD, UNKNOWN_ACTIVITY_WAIT, TopicPrefix.NONE, ErasureKey.PUBLIC);
  }

  /**
   * A replay.
   *
   * @param until where its clock ends: epoch milliseconds
   */
  public static LedgerOptions replay(long until) {
    return new LedgerOptions(
        until, SWEEP_SPREAD, UNKNOWN_ACTIVITY_WAIT, TopicPrefix.NONE, ErasureKey.PUBLIC);
  }

  /** The same, with a rule book's re-folding spread over another time. */
  public LedgerOptions withSweepSpread(Duration spread) {
    return new LedgerOptions(replayUntil, spread, unknownActivityWait, topicPrefix, erasureKey);
  }

  /** The same, for a tenant. */
  public LedgerOptions withTopicPrefix(TopicPrefix prefix) {
    return new LedgerOptions(replayUntil, sweepSpread, unknownActivityWait, prefix, erasureKey);
  }

  /** The same, with a key of one's own for the marks of those who were erased. */
  public LedgerOptions withErasureKey(ErasureKey key) {
    return new LedgerOptions(replayUntil, sweepSpread, unknownActivityWait, topicPrefix, key);
  }

  boolean isReplay() {
    return replayUntil != null;
  }
}
