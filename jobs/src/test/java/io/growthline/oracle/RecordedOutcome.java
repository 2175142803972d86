package io.growthline.oracle;

import io.growthline.schemas.ledger.Outcome;

/**
 * The outcome that a REDEEM was given when it was decided: a fact, whatever came to light since.
 *
 * @param credits what it cost, in hundredths of a credit; null: what the reward costs on its day
 */
public record RecordedOutcome(Outcome outcome, Long credits) {}
