package io.growthline.ledger.rules;

import io.growthline.schemas.ledger.Category;
import io.growthline.schemas.ledger.Outcome;

/**
 * What the fold makes of one fact: credits, an outcome to tell, both (cut by a cap) or neither.
 *
 * @param at effective instant: epoch milliseconds
 * @param activityId the activity, or null for a command
 * @param amount hundredths of a credit: positive earned, negative taken back, 0 none
 * @param ruleVersion version of the activity's definition, or null where no credits move
 * @param takesBack the fact whose award is taken back, or null
 * @param outcome why there are no credits, or fewer; null if there is nothing to tell
 * @param detail the outcome in words, or null
 * @param causedAt when the event that decided this happened: the fact itself, or what voided it
 */
public record Result(
    FactId cause,
    long at,
    String activityId,
    Category category,
    long amount,
    String ruleVersion,
    FactId takesBack,
    Outcome outcome,
    String detail,
    long causedAt) {

  static Result earned(
      FactId cause, String activityId, Award award, Outcome outcome, String detail) {
    return new Result(
        cause,
        award.at(),
        activityId,
        award.category(),
        award.amount(),
        award.ruleVersion(),
        null,
        outcome,
        detail,
        award.at());
  }

  static Result takenBack(FactId cause, long at, String activityId, Award award) {
    return new Result(
        cause,
        at,
        activityId,
        award.category(),
        -award.amount(),
        award.ruleVersion(),
        award.cause(),
        null,
        null,
        at);
  }

  static Result declined(LedgerFact fact, String activityId, Outcome outcome, String detail) {
    return new Result(
        fact.id(),
        fact.effectiveAt(),
        activityId,
        null,
        0,
        null,
        null,
        outcome,
        detail,
        fact.event().occurredAt());
  }

  static Result voided(LedgerFact fact, long voidedAt) {
    return new Result(
        fact.id(),
        fact.effectiveAt(),
        fact.learning().activityId(),
        null,
        0,
        null,
        null,
        Outcome.VOIDED,
        null,
        voidedAt);
  }
}
