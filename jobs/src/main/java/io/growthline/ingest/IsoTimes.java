package io.growthline.ingest;

import io.growthline.schemas.deadletters.DeadLetterReason;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.TemporalAccessor;

/** Reads ISO-8601. What does not exist (31 April, 24:00, a leap second) is an error. */
final class IsoTimes {

  private static final DateTimeFormatter TIME =
      strict(
          new DateTimeFormatterBuilder()
              .parseCaseInsensitive()
              .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
              .appendPattern("[XXX][XX][X]"));
  private static final DateTimeFormatter DATE =
      strict(new DateTimeFormatterBuilder().appendPattern("uuuu-MM-dd"));

  private static final int LONGEST = 64;
  private static final int LAST_YEAR = 9999;

  private IsoTimes() {}

  private static DateTimeFormatter strict(DateTimeFormatterBuilder builder) {
    return builder.toFormatter().withResolverStyle(ResolverStyle.STRICT);
  }

  /** Epoch milliseconds, UTC; what is finer is cut off. */
  static long instant(String field, String text) throws UnusableInputException {
    try {
      return millis(OffsetDateTime.parse(limited(text), TIME));
    } catch (DateTimeException e) {
      throw malformed(field, "an ISO-8601 time with offset");
    }
  }

  /** As {@link #instant}, but a time without offset is UTC. */
  static long instantOrUtc(String field, String text) throws UnusableInputException {
    try {
      TemporalAccessor time =
          TIME.parseBest(limited(text), OffsetDateTime::from, LocalDateTime::from);
      return millis(
          time instanceof OffsetDateTime withOffset
              ? withOffset
              : ((LocalDateTime) time).atOffset(ZoneOffset.UTC));
    } catch (DateTimeException e) {
      throw malformed(field, "an ISO-8601 time");
    }
  }

  static LocalDate date(String field, String text) throws UnusableInputException {
    try {
      return LocalDate.parse(limited(text), DATE);
    } catch (DateTimeException e) {
      throw malformed(field, "a date yyyy-MM-dd");
    }
  }

  /** Whole seconds of a duration such as {@code PT1H30M} or {@code P1D}. */
  static long seconds(String field, String text) throws UnusableInputException {
    try {
      return Duration.parse(limited(text)).toSeconds();
    } catch (DateTimeException e) {
      throw malformed(field, "an ISO-8601 duration in days, hours, minutes and seconds");
    }
  }

  private static long millis(OffsetDateTime time) {
    if (Math.abs(time.getYear()) > LAST_YEAR) {
      throw new DateTimeException("milliseconds of that year do not fit a long");
    }
    return time.toInstant().toEpochMilli();
  }

  private static String limited(String text) {
    if (text.length() > LONGEST) {
      throw new DateTimeException("longer than any time");
    }
    return text;
  }

  private static UnusableInputException malformed(String field, String expected) {
    return new UnusableInputException(
        DeadLetterReason.MALFORMED_TIME, field + " is not " + expected);
  }
}
