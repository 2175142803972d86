package io.growthline.oracle;

import io.growthline.rulebook.Period;
import io.growthline.rulebook.Window;
import io.growthline.rulebook.Within;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;

/**
 * Windows of time on local days.
 *
 * @param hiredOn from which anniversary periods count; null: they are calendar years
 */
record Calendar(Period period, LocalDate hiredOn) {

  /** Whether an award of one day counts on a day that is not before it. */
  boolean counts(Within within, LocalDate award, LocalDate today) {
    return within.rolling() == null
        ? same(within.window(), award, today)
        : !today.isAfter(within.rolling().after(award));
  }

  boolean same(Window window, LocalDate one, LocalDate other) {
    return firstDay(window, one).equals(firstDay(window, other));
  }

  private LocalDate firstDay(Window window, LocalDate day) {
    return switch (window) {
      case DAY -> day;
      case WEEK -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
      case MONTH -> day.withDayOfMonth(1);
      case QUARTER -> day.with(IsoFields.DAY_OF_QUARTER, 1);
      case YEAR -> day.withDayOfYear(1);
      case PERIOD -> firstDayOfPeriod(day);
      case LIFETIME -> LocalDate.EPOCH;
    };
  }

  private LocalDate firstDayOfPeriod(LocalDate day) {
    if (!period.anniversary() || hiredOn == null) {
      return day.withDayOfYear(1);
    }
    int years = day.getYear() - hiredOn.getYear();
    LocalDate thisYear = hiredOn.plusYears(years);
    return thisYear.isAfter(day) ? hiredOn.plusYears(years - 1) : thisYear;
  }
}
