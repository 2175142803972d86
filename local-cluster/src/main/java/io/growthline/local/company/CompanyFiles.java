package io.growthline.local.company;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** Writes the sample company as the input of a replay. */
public final class CompanyFiles {

  private CompanyFiles() {}

  /** Writes {@code rulebook.yaml} and one {@code .jsonl} file per input into the folder. */
  public static void write(Path folder, List<CompanyRecord> records, Instant historyEnd)
      throws IOException {
    Files.createDirectories(folder);
    SampleRuleBook.write(folder.resolve("rulebook.yaml"), historyEnd);
    for (Input input : Input.values()) {
      Path file = folder.resolve(input.name().toLowerCase(Locale.ROOT) + ".jsonl");
      try (BufferedWriter writer = Files.newBufferedWriter(file)) {
        for (CompanyRecord record : records) {
          if (record.input() == input) {
            writer.write(
                record.event() == null ? record.unreadable() : EventJson.of(record.event()));
            writer.write('\n');
          }
        }
      }
    }
  }
}
