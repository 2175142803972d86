package io.growthline.ledger.rules;

import io.growthline.schemas.ledger.Category;
import io.growthline.schemas.ledger.PostingKind;
import java.util.Comparator;

/**
 * Credits that came in together and expire together. Amounts are hundredths of a credit.
 *
 * @param opening the posting that brought them
 * @param number 1 for an employee's first lot, 2 for the next, …
 * @param at instant they came in: epoch milliseconds
 * @param expiresOn last local day on which they can be spent; {@link #NEVER}: they do not expire
 * @param amount what came in
 * @param left what is still unspent, from 0 to amount
 * @param lapsed what was lost by expiry or at a period's end
 * @param carried whether it was carried into a later period: it is not carried again
 */
public record Lot(
    BookingId opening,
    int number,
    String activityId,
    Category category,
    String ruleVersion,
    long at,
    int expiresOn,
    long amount,
    long left,
    long lapsed,
    boolean carried) {

  static final int NEVER = Integer.MAX_VALUE;

  /** What is spent first: the lot that expires first, then the older one. */
  static final Comparator<Lot> SPENDING_ORDER =
      Comparator.comparingInt(Lot::expiresOn)
          .thenComparingLong(Lot::at)
          .thenComparingInt(Lot::number);

  static Lot of(Award award, String activityId, int expiresOn) {
    return new Lot(
        BookingId.of(award.cause(), PostingKind.EARN),
        0,
        activityId,
        award.category(),
        award.ruleVersion(),
        award.at(),
        expiresOn,
        award.amount(),
        award.amount(),
        0,
        false);
  }

  /** A lot that no activity is behind. */
  static Lot of(BookingId opening, Category category, long at, int expiresOn, long amount) {
    return new Lot(opening, 0, null, category, null, at, expiresOn, amount, amount, 0, false);
  }

  Lot numbered(int newNumber) {
    return with(newNumber, expiresOn, left, lapsed, carried);
  }

  Lot drawn(long credits) {
    return with(number, expiresOn, left - credits, lapsed, carried);
  }

  /** Some of its credits come back, on a day when it may have expired already. */
  Lot putBack(long credits, int today) {
    return with(number, Math.max(expiresOn, today), left + credits, lapsed, carried);
  }

  Lot lapsing(long credits) {
    return with(number, expiresOn, left - credits, lapsed + credits, carried);
  }

  Lot carriedOver() {
    return with(number, expiresOn, left, lapsed, true);
  }

  private Lot with(int newNumber, int newExpiresOn, long newLeft, long newLapsed, boolean over) {
    return new Lot(
        opening,
        newNumber,
        activityId,
        category,
        ruleVersion,
        at,
        newExpiresOn,
        amount,
        newLeft,
        newLapsed,
        over);
  }
}
