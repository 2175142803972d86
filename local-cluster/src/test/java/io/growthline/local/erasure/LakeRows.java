package io.growthline.local.erasure;

import io.growthline.local.tables.DuckDb;
import io.growthline.local.tables.TableFolder;
import io.growthline.schemas.hashing.Sha256;
import io.growthline.schemas.tables.Table;
import io.growthline.schemas.tables.TableCatalogue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a lake holds, to be compared with what it holds later. */
final class LakeRows {

  private LakeRows() {}

  /** Texts of all rows by table, but of those that a condition excludes; tables of people only. */
  static Map<String, List<String>> where(Path lake, String condition)
      throws IOException, SQLException {
    Map<String, List<String>> rows = new TreeMap<>();
    try (DuckDb database = new DuckDb()) {
      for (Table<?> table : TableCatalogue.all()) {
        if (table.schema().getField("employee_id") != null) {
          rows.put(
              table.name(),
              database.query(
                  "SELECT t::VARCHAR FROM (SELECT * EXCLUDE (filename) FROM %s WHERE %s) t ORDER BY 1"
                      .formatted(new TableFolder(lake).sql(table), condition),
                  row -> row.getString(1)));
        }
      }
    }
    return rows;
  }

  /** Names and types of the columns of each file. */
  static Map<String, List<String>> columns(Path lake) throws IOException, SQLException {
    Map<String, List<String>> columns = new TreeMap<>();
    try (DuckDb database = new DuckDb()) {
      for (Path file : files(lake)) {
        columns.put(
            lake.relativize(file).toString(),
            database.query(
                "SELECT column_name || ' ' || column_type FROM (DESCRIBE SELECT * FROM read_parquet(%s, hive_partitioning = false))"
                    .formatted(DuckDb.quoted(file.toString())),
                row -> row.getString(1)));
      }
    }
    return columns;
  }

  /** Bytes of each file, to see which were written again. */
  static Map<String, String> contents(Path lake) throws IOException {
    Map<String, String> contents = new TreeMap<>();
    for (Path file : files(lake)) {
      contents.put(lake.relativize(file).toString(), Sha256.hex(Files.readAllBytes(file)));
    }
    return contents;
  }

  /** Codecs of all columns of all files that have rows. */
  static List<String> codecs(Path lake) throws IOException, SQLException {
    try (DuckDb database = new DuckDb()) {
      return database.query(
          "SELECT DISTINCT compression FROM parquet_metadata(%s)"
              .formatted(DuckDb.quoted(lake + "/**/*.parquet")),
          row -> row.getString(1));
    }
  }

  /** Every file below the folder, hidden ones too. */
  static List<Path> allFiles(Path lake) throws IOException {
    try (Stream<Path> files = Files.walk(lake)) {
      return files.filter(Files::isRegularFile).sorted().collect(Collectors.toList());
    }
  }

  private static List<Path> files(Path lake) throws IOException {
    return allFiles(lake).stream().filter(file -> file.toString().endsWith(".parquet")).toList();
  }
}
