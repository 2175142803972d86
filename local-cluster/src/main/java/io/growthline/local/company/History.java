package io.growthline.local.company;

import io.growthline.schemas.events.Event;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Collects the company's events of eighteen months that end at a given instant. */
final class History {

  /** Eighteen months, in days. */
  static final int DAYS = 545;

  static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private static final double MILLIS_PER_DAY = 86_400_000d;

  private final Instant end;
  private final List<CompanyRecord> records = new ArrayList<>();
  private final Map<String, Integer> numbers = new HashMap<>();

  History(Instant end) {
    this.end = end;
  }

  Instant at(double daysBefore) {
    return end.minusMillis(Math.round(daysBefore * MILLIS_PER_DAY));
  }

  /** The local day that lies so many days before the end. */
  LocalDate dayAt(double daysBefore) {
    return at(daysBefore).atZone(ZONE).toLocalDate();
  }

  /** How many days before the end the month began that lies so many months back. */
  double daysBeforeOfMonthStart(int monthsBack) {
    LocalDate first = dayAt(0).withDayOfMonth(1).minusMonths(monthsBack);
    long millis = end.toEpochMilli() - first.atStartOfDay(ZONE).toInstant().toEpochMilli();
    return millis / MILLIS_PER_DAY;
  }

  /** Eight o'clock in the morning of someone's first day. */
  Instant startOfWork(LocalDate day) {
    return day.atTime(LocalTime.of(8, 0)).atZone(ZONE).toInstant();
  }

  /** 1, 2, 3 … of its kind. */
  int nextNumber(String kind) {
    return numbers.merge(kind, 1, Integer::sum);
  }

  String nextId(String source) {
    return source + "-" + nextNumber(source);
  }

  void tell(Input input, Event event) {
    records.add(CompanyRecord.of(input, event));
  }

  List<CompanyRecord> records() {
    return records;
  }
}
