package io.growthline.schemas.ledger;

/** What became of a command, or of an event that should have earned. */
public enum Outcome {
  UNKNOWN,
  APPROVED,
  CAPPED,
  BELOW_PASS_SCORE,
  NOT_ELIGIBLE,
  NOT_EMPLOYED,
  NOT_OFFERED,
  ALREADY_EARNED,
  VERB_DOES_NOT_EARN,
  CONFLICT,
  INSUFFICIENT_CREDITS,
  LIMIT_REACHED,
  UNKNOWN_TARGET,
  VOIDED
}
