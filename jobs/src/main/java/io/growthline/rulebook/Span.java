package io.growthline.rulebook;

import java.time.LocalDate;

/**
 * A length of calendar time; exactly one part is positive. Added to local dates: a missing day of
 * the month falls back to the month's end.
 */
public record Span(int days, int months, int years) {

  /** The date this much later. */
  public LocalDate after(LocalDate date) {
    return date.plusYears(years).plusMonths(months).plusDays(days);
  }

  /** The day this much later, both as days since 1970-01-01. */
  public int after(int day) {
    return Math.toIntExact(after(LocalDate.ofEpochDay(day)).toEpochDay());
  }

  /** The day this much earlier, both as days since 1970-01-01. */
  public int before(int day) {
    LocalDate date = LocalDate.ofEpochDay(day);
    return Math.toIntExact(date.minusYears(years).minusMonths(months).minusDays(days).toEpochDay());
  }
}
