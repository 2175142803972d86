package io.growthline.local.company;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;

/** The sample company's rule book, told so that its dated change lies within the history. */
public final class SampleRuleBook {

  private static final String RESOURCE = "/sample-company/rulebook.yaml";

  /** The day in the resource on which data analysis becomes worth more. */
  private static final String DAY_OF_CHANGE = "2026-06-01";

  private static final int MONTHS_BEFORE_END = 6;

  private SampleRuleBook() {}

  /**
   * Writes the rule book as it would be had the change come half a year before the history's end.
   *
   * @param file where to; an existing file is replaced
   */
  public static void write(Path file, Instant historyEnd) throws IOException {
    Files.writeString(file, text(historyEnd));
  }

  static String text(Instant historyEnd) throws IOException {
    LocalDate end = LocalDate.ofInstant(historyEnd, History.ZONE);
    LocalDate change = end.minusMonths(MONTHS_BEFORE_END).withDayOfMonth(1);
    try (InputStream in = SampleRuleBook.class.getResourceAsStream(RESOURCE)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .replace(DAY_OF_CHANGE, change.toString());
    }
  }
}
