package io.growthline.local.company;

import io.growthline.schemas.events.PerformanceEvent;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;

/**
 * What the work of those who sell is measured by: each quarter their sales, and the complaints
 * about them, told two days after its end. Some figures are stated anew later.
 */
final class Measurements {

  private static final Set<String> SELLING = Set.of("sales-associate", "sales-manager");
  private static final String SOURCE = "erp";
  private static final int QUARTERS = 6;
  private static final int MONTHS = 3;
  private static final double RESTATED = 0.05;
  private static final double GROWTH = 0.03;
  private static final double SPREAD = 0.25;
  private static final int BASE = 80_000;
  private static final int DAYS_UNTIL_TOLD = 2;
  private static final int DAYS_UNTIL_RESTATED = 9;

  private final History history;
  private final Random random;
  private final List<CompanyRecord> figures = new ArrayList<>();

  Measurements(History history, Random random) {
    this.history = history;
    this.random = random;
  }

  /** All figures, in no order. */
  List<CompanyRecord> of(List<Person> people) {
    LocalDate today = history.dayAt(0);
    LocalDate quarter = today.withDayOfMonth(1).minusMonths((today.getMonthValue() - 1) % MONTHS);
    for (Person person : people) {
      if (SELLING.contains(person.jobId())) {
        for (int back = QUARTERS; back >= 1; back--) {
          measure(person, quarter.minusMonths((long) MONTHS * back), QUARTERS - back);
        }
      }
    }
    return figures;
  }

  private void measure(Person person, LocalDate start, int quartersSoFar) {
    if (start.isBefore(person.hiredOn())) {
      return;
    }
    double usual = BASE * Math.pow(1 + GROWTH, quartersSoFar);
    double sales = usual * (1 + SPREAD * random.nextGaussian());
    state(person, "sales", Math.max(0, Math.rint(sales)), start);
    state(person, "complaints", random.nextInt(4), start);
  }

  private void state(Person person, String metric, double value, LocalDate start) {
    LocalDate end = start.plusMonths(MONTHS);
    tell(person, metric, value, start, end, end.plusDays(DAYS_UNTIL_TOLD));
    if (random.nextDouble() < RESTATED) {
      tell(person, metric, value + 1, start, end, end.plusDays(DAYS_UNTIL_RESTATED));
    }
  }

  private void tell(
      Person person, String metric, double value, LocalDate start, LocalDate end, LocalDate day) {
    Instant told = history.startOfWork(day);
    if (told.isAfter(history.at(0))) {
      return;
    }
    figures.add(
        CompanyRecord.of(
            Input.PERFORMANCE,
            new PerformanceEvent(
                history.nextId(SOURCE),
                SOURCE,
                person.id(),
                told.toEpochMilli(),
                metric,
                value,
                null,
                null,
                (int) start.toEpochDay(),
                (int) end.toEpochDay(),
                null,
                null,
                null)));
  }
}
