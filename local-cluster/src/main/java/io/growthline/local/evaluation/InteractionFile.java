package io.growthline.local.evaluation;

import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import io.growthline.local.commands.Failure;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;

/**
 * A public file of interactions: CSV with the header {@code user,item}, and optionally a third
 * column {@code timestamp} (a number); plain or gzip.
 *
 * @param histories by user: items in order of time, each once, where it stands first
 */
public record InteractionFile(Map<String, List<String>> histories) {

  private record Row(String user, String item, double timestamp) {}

  /**
   * Reads a file.
   *
   * @throws IOException if it cannot be read
   * @throws Failure if it is not such a file; names the line
   */
  public static InteractionFile read(Path file) throws IOException {
    Map<String, List<Row>> rows = new LinkedHashMap<>();
    for (Row row : rows(file)) {
      rows.computeIfAbsent(row.user(), user -> new ArrayList<>()).add(row);
    }
    if (rows.isEmpty()) {
      throw Failure.failed(file + " holds no interactions");
    }
    Map<String, List<String>> histories = new LinkedHashMap<>();
    rows.forEach(
        (user, theirs) -> {
          theirs.sort(Comparator.comparingDouble(Row::timestamp));
          LinkedHashSet<String> items = new LinkedHashSet<>();
          theirs.forEach(row -> items.add(row.item()));
          histories.put(user, List.copyOf(items));
        });
    return new InteractionFile(histories);
  }

  private static List<Row> rows(Path file) throws IOException {
    CsvSchema header = CsvSchema.emptySchema().withHeader();
    List<Row> rows = new ArrayList<>();
    try (Reader reader = open(file);
        MappingIterator<Map<String, String>> lines =
            new CsvMapper().readerForMapOf(String.class).with(header).readValues(reader)) {
      while (lines.hasNextValue()) {
        long line = lines.getParser().currentLocation().getLineNr();
        rows.add(row(lines.nextValue(), file, line));
      }
    } catch (com.fasterxml.jackson.core.JacksonException e) {
      throw Failure.failed(file + ": not CSV: " + e.getOriginalMessage(), e);
    }
    return rows;
  }

  private static Reader open(Path file) throws IOException {
    InputStream bytes = Files.newInputStream(file);
    return new InputStreamReader(
        file.toString().endsWith(".gz") ? new GZIPInputStream(bytes) : bytes,
        StandardCharsets.UTF_8);
  }

  private static Row row(Map<String, String> columns, Path file, long line) {
    String user = columns.get("user");
    String item = columns.get("item");
    if (user == null || item == null || user.isBlank() || item.isBlank()) {
      throw Failure.failed(
          "%s:%d: needs a user and an item under the header user,item".formatted(file, line));
    }
    String timestamp = columns.get("timestamp");
    try {
      return new Row(user, item, timestamp == null ? 0 : Double.parseDouble(timestamp));
    } catch (NumberFormatException e) {
      throw Failure.failed("%s:%d: the timestamp is no number".formatted(file, line), e);
    }
  }
}
