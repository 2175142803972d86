package io.growthline.ingest;

import io.growthline.schemas.deadletters.DeadLetterReason;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;

/** The ranges of single values. Null passes where a value is optional. */
final class ValueRules {

  /** Longest identifier, in UTF-16 units. */
  static final int LONGEST_ID = 256;

  /** Longest free text, in UTF-16 units. */
  static final int LONGEST_TEXT = 32_768;

  private static final int MOST_ATTRIBUTES = 256;

  /** Times are accepted from 1970 to the end of 2100. */
  private static final long END_OF_TIME = Instant.parse("2101-01-01T00:00:00Z").toEpochMilli();

  /** Dates may lie before 1970: someone was hired in 1965. */
  private static final long FIRST_DAY = LocalDate.of(1900, 1, 1).toEpochDay();

  private static final long LAST_DAY = LocalDate.of(2199, 12, 31).toEpochDay();

  private ValueRules() {}

  static void present(String field, Object value) throws UnusableInputException {
    if (value == null) {
      throw new UnusableInputException(DeadLetterReason.MISSING_FIELD, field + " is missing");
    }
  }

  static <E extends Enum<E>> void known(String field, E symbol, E unknown)
      throws UnusableInputException {
    present(field, symbol);
    if (symbol == unknown) {
      throw new UnusableInputException(
          DeadLetterReason.UNKNOWN_SYMBOL, field + " is newer than this release");
    }
  }

  static void id(String field, String value) throws UnusableInputException {
    present(field, value);
    optionalId(field, value);
  }

  static void optionalId(String field, String value) throws UnusableInputException {
    if (value == null) {
      return;
    }
    if (value.isBlank()) {
      throw new UnusableInputException(DeadLetterReason.MISSING_FIELD, field + " is blank");
    }
    atMost(field, value.length(), LONGEST_ID);
    if (value.chars().anyMatch(Character::isISOControl)) {
      throw new UnusableInputException(
          DeadLetterReason.MALFORMED_ID, field + " holds control characters");
    }
    wholeCharacters(field, value);
  }

  static void text(String field, String value) throws UnusableInputException {
    if (value != null) {
      atMost(field, value.length(), LONGEST_TEXT);
      wholeCharacters(field, value);
    }
  }

  static void attributes(Map<String, String> attributes) throws UnusableInputException {
    if (attributes == null) {
      return;
    }
    atMost("attributes", attributes.size(), MOST_ATTRIBUTES);
    for (Map.Entry<String, String> attribute : attributes.entrySet()) {
      id("a key of attributes", attribute.getKey());
      present("a value of attributes", attribute.getValue());
      text("a value of attributes", attribute.getValue());
    }
  }

  static void atMost(String field, int length, int most) throws UnusableInputException {
    if (length > most) {
      throw new UnusableInputException(
          DeadLetterReason.TOO_LONG, field + " is longer than " + most);
    }
  }

  static void within(String field, Double value, double least, double most)
      throws UnusableInputException {
    // Written so that NaN is outside.
    if (value != null && !(value >= least && value <= most)) {
      throw outOfRange(field);
    }
  }

  static void within(String field, Long value, long least, long most)
      throws UnusableInputException {
    if (value != null && (value < least || value > most)) {
      throw outOfRange(field);
    }
  }

  static void instant(String field, long millis) throws UnusableInputException {
    within(field, millis, 0, END_OF_TIME - 1);
  }

  static void date(String field, int day) throws UnusableInputException {
    within(field, (long) day, FIRST_DAY, LAST_DAY);
  }

  /** Half a surrogate pair has no UTF-8 and would be stored as something else. */
  private static void wholeCharacters(String field, String value) throws UnusableInputException {
    for (int i = 0; i < value.length(); i++) {
      if (Character.isHighSurrogate(value.charAt(i))
          && i + 1 < value.length()
          && Character.isLowSurrogate(value.charAt(i + 1))) {
        i++;
      } else if (Character.isSurrogate(value.charAt(i))) {
        throw new UnusableInputException(
            DeadLetterReason.INVALID_UTF8, field + " holds half a surrogate pair");
      }
    }
  }

  private static UnusableInputException outOfRange(String field) {
    return new UnusableInputException(DeadLetterReason.OUT_OF_RANGE, field + " is out of range");
  }
}
