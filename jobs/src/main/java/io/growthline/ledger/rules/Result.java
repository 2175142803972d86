package io.growthline.ledger.rules;

import io.growthline.schemas.ledger.Category;
import io.growthline.schemas.ledger.Outcome;
import io.growthline.schemas.ledger.PostingKind;

/**
 * What the fold makes of one fact, or of one effect of it: credits, an outcome to tell, both or
 * neither. Amounts are hundredths of a credit.
 *
 * @param at effective instant: epoch milliseconds
 * @param activityId the activity, or null for a command
 * @param earned change of what was earned
 * @param available change of what can be spent
 * @param ruleVersion version of the activity's definition, or null where there is none
 * @param lot the posting whose lot it opens or ends, or null
 * @param corrects the posting that it takes back or makes good, or null
 * @param outcome the answer to a command, or why there are no credits, or fewer; null if there is
 *     nothing to tell
 * @param detail the outcome in words, or null
 * @param causedAt when the event that decided this happened: the fact itself, or what voided it
 */
public record Result(
    BookingId id,
    long at,
    String activityId,
    Category category,
    long earned,
    long available,
    String ruleVersion,
    BookingId lot,
    BookingId corrects,
    Outcome outcome,
    String detail,
    long causedAt) {

  static Result earned(Award award, String activityId, Outcome outcome, String detail) {
    BookingId id = BookingId.of(award.cause(), PostingKind.EARN);
    return new Result(
        id,
        award.at(),
        activityId,
        award.category(),
        award.amount(),
        award.amount(),
        award.ruleVersion(),
        id,
        null,
        outcome,
        detail,
        award.at());
  }

  static Result takenBack(FactId cause, long at, String activityId, Award award) {
    BookingId taken = BookingId.of(award.cause(), PostingKind.EARN);
    return new Result(
        BookingId.of(cause, PostingKind.REVERSE),
        at,
        activityId,
        award.category(),
        -award.amount(),
        -award.amount(),
        award.ruleVersion(),
        taken,
        taken,
        null,
        null,
        at);
  }

  static Result declined(LedgerFact fact, String activityId, Outcome outcome, String detail) {
    return ofFact(fact, activityId, Category.UNKNOWN, 0, 0, null, null, outcome, detail);
  }

  static Result voided(LedgerFact fact, long voidedAt) {
    return new Result(
        BookingId.of(fact),
        fact.effectiveAt(),
        fact.learning().activityId(),
        Category.UNKNOWN,
        0,
        0,
        null,
        null,
        null,
        Outcome.VOIDED,
        null,
        voidedAt);
  }

  /** Nothing any more, of what was booked. */
  static Result nothingOf(BookingId id, Booked before, long causedAt) {
    return new Result(
        id,
        before.effectiveAt(),
        before.activityId(),
        before.category(),
        0,
        0,
        null,
        null,
        null,
        null,
        null,
        causedAt);
  }

  /** A granted request for a reward. */
  static Result redeemed(LedgerFact command, long cost, String detail) {
    return ofFact(command, null, Category.UNKNOWN, 0, -cost, null, null, Outcome.APPROVED, detail);
  }

  /** A request taken back. */
  static Result cancelled(LedgerFact command, FactId request, long back, String detail) {
    BookingId redeemed = BookingId.of(request, PostingKind.REDEEM);
    return ofFact(
        command, null, Category.UNKNOWN, 0, back, null, redeemed, Outcome.APPROVED, detail);
  }

  static Result adjusted(
      LedgerFact command, Category category, long credits, Outcome outcome, String detail) {
    BookingId lot = credits > 0 ? BookingId.of(command) : null;
    return ofFact(command, null, category, credits, credits, lot, null, outcome, detail);
  }

  /** The same, told in so many words. */
  Result granted() {
    return new Result(
        id,
        at,
        activityId,
        category,
        earned,
        available,
        ruleVersion,
        lot,
        corrects,
        Outcome.APPROVED,
        null,
        causedAt);
  }

  /** Makes good what a result took although it was gone already, or is forgiven. */
  Result makingGood(long credits) {
    return new Result(
        BookingId.of(id.cause(), PostingKind.CORRECT),
        at,
        activityId,
        category,
        0,
        credits,
        ruleVersion,
        lot,
        id,
        null,
        null,
        causedAt);
  }

  static Result expired(Lot lot, int day, long at) {
    return new Result(
        new BookingId(lot.opening().cause(), PostingKind.EXPIRE, day),
        at,
        lot.activityId(),
        lot.category(),
        0,
        -lot.left(),
        lot.ruleVersion(),
        lot.opening(),
        null,
        null,
        null,
        at);
  }

  static Result notCarriedOver(BookingId periodEnd, long at, long credits) {
    return new Result(
        periodEnd, at, null, Category.UNKNOWN, 0, -credits, null, null, null, null, null, at);
  }

  private static Result ofFact(
      LedgerFact fact,
      String activityId,
      Category category,
      long earned,
      long available,
      BookingId lot,
      BookingId corrects,
      Outcome outcome,
      String detail) {
    return new Result(
        BookingId.of(fact),
        fact.effectiveAt(),
        activityId,
        category,
        earned,
        available,
        null,
        lot,
        corrects,
        outcome,
        detail,
        fact.event().occurredAt());
  }

  /** Whether credits move. */
  boolean moves() {
    return earned != 0 || available != 0;
  }
}
