package io.growthline.ledger.rules;

import io.growthline.rulebook.Window;
import io.growthline.schemas.ledger.PostingKind;
import java.time.LocalDate;
import java.util.function.Consumer;

/**
 * Decides what credits are lost when time passes: at the end of a lot's last day, and at a period's
 * end beyond what the scheme carries over. Both happen in the last millisecond of a local day,
 * after everything else of that day.
 */
final class Lapses {

  private final LocalCalendar calendar;
  private final Long mostCarriedOver;
  private final Account account;

  Lapses(CompiledRules rules, Account account) {
    this.calendar = rules.calendar();
    this.mostCarriedOver = rules.book().period().carryOver();
    this.account = account;
  }

  /**
   * The next instant at which credits may lapse: epoch milliseconds; MAX_VALUE: never.
   *
   * @param from the first local day whose end is still to come
   */
  long next(int from) {
    int day = account.lots().soonestExpiry();
    if (mostCarriedOver != null && account.lots().left() > 0) {
      day = Math.min(day, lastDayOfPeriod(from));
    }
    return day == Lot.NEVER ? Long.MAX_VALUE : calendar.endOf(day);
  }

  /**
   * Lets credits lapse that do so now.
   *
   * @param today the local day that ends now
   * @return whether any did
   */
  boolean apply(int today, Consumer<Result> results) {
    long before = account.lots().left();
    for (Lot lot : account.lots().open()) {
      if (lot.expiresOn() <= today) {
        account.lots().lapse(lot, lot.left());
        account.expired(lot.left());
        results.accept(Result.expired(lot, today, account.now()));
      }
    }
    if (mostCarriedOver != null && today == lastDayOfPeriod(today)) {
      endPeriod(today, results);
    }
    account.lots().findSoonestExpiry();
    return account.lots().left() < before;
  }

  /** Carries over once, and the lots that expire first; everything else lapses. */
  private void endPeriod(int today, Consumer<Result> results) {
    long room = mostCarriedOver;
    long lapsed = 0;
    for (Lot lot : account.lots().open()) {
      long carried = lot.carried() ? 0 : Math.min(room, lot.left());
      room -= carried;
      account.lots().carryOver(lot, carried);
      lapsed += lot.left() - carried;
    }
    if (lapsed > 0) {
      account.lapsed(lapsed);
      results.accept(Result.notCarriedOver(periodEnd(today), account.now(), lapsed));
    }
  }

  private int lastDayOfPeriod(int day) {
    return calendar.windowOf(Window.PERIOD, day, account.person().hiredOn()).until() - 1;
  }

  private static BookingId periodEnd(int day) {
    return BookingId.of(
        new FactId(FactKind.CLOCK, "clock", "period-end@" + LocalDate.ofEpochDay(day)),
        PostingKind.CARRY_OVER);
  }
}
