package io.growthline.ledger.rules;

import io.growthline.schemas.ledger.Outcome;

/**
 * The answer once given to a request for a reward. It is a fact: whatever becomes known later, the
 * answer and the price stay.
 *
 * @param cost hundredths of a credit paid if it was approved; null: the reward's price of the day
 * @param detail the answer in words, or null
 */
public record RecordedOutcome(Outcome outcome, Long cost, String detail) {}
