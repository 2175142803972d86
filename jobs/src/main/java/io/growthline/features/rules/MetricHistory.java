package io.growthline.features.rules;

import io.growthline.schemas.events.PerformanceEvent;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.IntUnaryOperator;

/**
 * An employee's performance by metric and period. Of several events for one metric, period and
 * reason the one stated last counts; reasons of one period add up.
 */
final class MetricHistory {

  private static final int QUARTER_DAYS = 90;

  private static final Comparator<PerformanceEvent> BY_STATEMENT =
      Comparator.comparingLong(PerformanceEvent::occurredAt)
          .thenComparing(PerformanceEvent::eventId)
          .thenComparing(PerformanceEvent::source);

  /** By when it ended, then the longer before the shorter. */
  private record Period(int end, int start) implements Comparable<Period> {

    @Override
    public int compareTo(Period other) {
      return end != other.end
          ? Integer.compare(end, other.end)
          : Integer.compare(start, other.start);
    }
  }

  private final Map<String, NavigableMap<Period, Double>> values = new TreeMap<>();

  private MetricHistory() {}

  /**
   * Puts events together.
   *
   * @param events none of them void
   */
  static MetricHistory of(List<PerformanceEvent> events) {
    Map<List<Object>, PerformanceEvent> newest = new HashMap<>();
    for (PerformanceEvent event : events) {
      newest.merge(
          java.util.Arrays.asList(
              event.metric(), event.periodStart(), event.periodEnd(), event.reason()),
          event,
          (a, b) -> BY_STATEMENT.compare(a, b) >= 0 ? a : b);
    }
    MetricHistory history = new MetricHistory();
    newest.values().stream()
        .sorted(BY_STATEMENT)
        .forEach(
            event ->
                history
                    .values
                    .computeIfAbsent(event.metric(), metric -> new TreeMap<>())
                    .merge(
                        new Period(event.periodEnd(), event.periodStart()),
                        event.value(),
                        Double::sum));
    return history;
  }

  /** The value over the period that ended last, by metric. */
  Map<String, Double> newest() {
    Map<String, Double> newest = new TreeMap<>();
    values.forEach((metric, periods) -> newest.put(metric, periods.lastEntry().getValue()));
    return newest;
  }

  /** The newest value's change against the newest period that ended at least 90 days before. */
  Map<String, Double> changeInNinetyDays() {
    return change(end -> end - QUARTER_DAYS);
  }

  /** The newest value's change against the newest period that ended at least a year before. */
  Map<String, Double> changeInAYear() {
    return change(end -> Math.toIntExact(LocalDate.ofEpochDay(end).minusYears(1).toEpochDay()));
  }

  private Map<String, Double> change(IntUnaryOperator then) {
    Map<String, Double> changes = new TreeMap<>();
    values.forEach(
        (metric, periods) -> {
          Map.Entry<Period, Double> now = periods.lastEntry();
          int latestEnd = then.applyAsInt(now.getKey().end());
          Map.Entry<Period, Double> before =
              periods.floorEntry(new Period(latestEnd, Integer.MAX_VALUE));
          double base = before == null ? 0 : before.getValue();
          double change = (now.getValue() - base) / Math.abs(base);
          // Not against nothing, nor against so little that no number tells it.
          if (Double.isFinite(change)) {
            changes.put(metric, change);
          }
        });
    return changes;
  }
}
