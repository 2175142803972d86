package io.growthline.ledger.rules;

import io.growthline.rulebook.Period;
import io.growthline.rulebook.Window;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;

/** Days and windows in the scheme's zone. Days are days since 1970-01-01. */
public final class LocalCalendar {

  /** First day and day after the last of one window. */
  public record Days(int from, int until) {

    static final Days LIFETIME = new Days(Integer.MIN_VALUE, Integer.MAX_VALUE);

    boolean include(int day) {
      return day >= from && day < until;
    }
  }

  private final ZoneId zone;
  private final Period period;

  public LocalCalendar(ZoneId zone, Period period) {
    this.zone = zone;
    this.period = period;
  }

  /** The local day of an instant. */
  public int dayOf(long epochMillis) {
    return (int) LocalDate.ofInstant(Instant.ofEpochMilli(epochMillis), zone).toEpochDay();
  }

  /** The instant at which a local day begins: epoch milliseconds. */
  public long startOf(int day) {
    return LocalDate.ofEpochDay(day).atStartOfDay(zone).toInstant().toEpochMilli();
  }

  /** The last millisecond of a local day. */
  long endOf(int day) {
    return startOf(day + 1) - 1;
  }

  /**
   * The instance of a window that holds a day.
   *
   * @param hiredOn day of hire for anniversary periods; null: the calendar year stands in
   */
  public Days windowOf(Window window, int day, Integer hiredOn) {
    LocalDate date = LocalDate.ofEpochDay(day);
    return switch (window) {
      case DAY -> new Days(day, day + 1);
      case WEEK -> {
        LocalDate monday = date.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        yield between(monday, monday.plusWeeks(1));
      }
      case MONTH -> between(date.withDayOfMonth(1), date.withDayOfMonth(1).plusMonths(1));
      case QUARTER -> {
        LocalDate first =
            date.withDayOfMonth(1).withMonth(3 * date.get(IsoFields.QUARTER_OF_YEAR) - 2);
        yield between(first, first.plusMonths(3));
      }
      case YEAR -> between(date.withDayOfYear(1), date.withDayOfYear(1).plusYears(1));
      case PERIOD -> periodOf(date, hiredOn);
      case LIFETIME -> Days.LIFETIME;
    };
  }

  private Days periodOf(LocalDate date, Integer hiredOn) {
    if (!period.anniversary() || hiredOn == null) {
      return between(date.withDayOfYear(1), date.withDayOfYear(1).plusYears(1));
    }
    LocalDate hired = LocalDate.ofEpochDay(hiredOn);
    int years = date.getYear() - hired.getYear();
    if (hired.plusYears(years).isAfter(date)) {
      years--;
    }
    return between(hired.plusYears(years), hired.plusYears(years + 1L));
  }

  private static Days between(LocalDate from, LocalDate until) {
    return new Days((int) from.toEpochDay(), (int) until.toEpochDay());
  }
}
