package io.growthline.ledger.rules;

import io.growthline.schemas.ledger.Decision;
import io.growthline.schemas.ledger.Outcome;

/**
 * The answer once given to a request for a reward. It is a fact: whatever becomes known later, the
 * answer and the price stay.
 *
 * @param cost hundredths of a credit paid if it was approved; null: the reward's price of the day
 * @param detail the answer in words, or null
 * @param recordedAt when it was given: epoch milliseconds, UTC
 */
public record RecordedOutcome(Outcome outcome, Long cost, String detail, long recordedAt) {

  /** The answer that a decision gives to a command; null: it is about something else. */
  static RecordedOutcome of(Decision decision) {
    // What was decided of events names their activity; a conflict answers no request.
    return decision.activityId() != null || decision.outcome() == Outcome.CONFLICT
        ? null
        : new RecordedOutcome(
            decision.outcome(), decision.credits(), decision.detail(), decision.recordedAt());
  }

  RecordedOutcome declined(Outcome instead, String why) {
    return new RecordedOutcome(instead, 0L, why, recordedAt);
  }

  /**
   * Of two decisions under one identity the later counts, whatever order they come in: a request is
   * answered once, so the earlier one was about another command that was outbid.
   */
  RecordedOutcome orLater(RecordedOutcome other) {
    if (other == null || recordedAt > other.recordedAt) {
      return this;
    }
    return other.recordedAt > recordedAt || other.toString().compareTo(toString()) > 0
        ? other
        : this;
  }
}
