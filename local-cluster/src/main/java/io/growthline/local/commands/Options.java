package io.growthline.local.commands;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;

/** Checks of what options may say. */
final class Options {

  private Options() {}

  /** Refuses a number outside the range, both ends inclusive. */
  static void checkRange(String option, int value, int least, int most) {
    if (value < least || value > most) {
      throw Failure.badUsage("%s %d: choose %d to %d".formatted(option, value, least, most));
    }
  }

  /** Reads an instant, which has to say how far from UTC it is. */
  static Instant time(String option, String text) {
    try {
      return OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeException e) {
      throw Failure.badUsage(
          "%s %s is no time with offset, such as 2026-06-30T18:00:00+08:00"
              .formatted(option, text));
    }
  }
}
