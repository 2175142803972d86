package io.growthline.local.bench;

import io.growthline.rulebook.ReadResult;
import io.growthline.rulebook.RuleBookFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The rule book of the ledger's measurements, and how it is changed. */
final class LedgerRuleBook {

  private static final String FILE = "/bench/ledger.yaml";
  private static final String CHANGED = "credits: 2,";

  /** What everyone earned with basics, in hundredths of a credit, before any change. */
  private static final long CREDITS = 200;

  /** What every second change makes of it. */
  private static final long RAISED = 400;

  private LedgerRuleBook() {}

  /**
   * The rule book after so many changes; each touches one award of everyone.
   *
   * @param changes 0: as it is at first
   */
  static ReadResult after(int changes) {
    try (InputStream file = LedgerRuleBook.class.getResourceAsStream(FILE)) {
      String text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
      String credits = "credits: " + creditsAfter(changes) / 100 + ",";
      return RuleBookFile.read(
          "bench", text.replace(CHANGED, credits).getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException("the benchmark's rule book cannot be read", e);
    }
  }

  /** What everyone has earned with basics after so many changes, in hundredths of a credit. */
  static long creditsAfter(int changes) {
    return changes % 2 == 0 ? CREDITS : RAISED;
  }
}
