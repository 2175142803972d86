package io.growthline.local.erasure;

import io.growthline.local.tables.DuckDb;
import io.growthline.local.tables.TableFolder;
import io.growthline.schemas.tables.Table;
import io.growthline.schemas.tables.TableCatalogue;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.duckdb.DuckDBAppender;

/**
 * Rewrites the files that name a person, and no others. Each is replaced in one step by one without
 * the person, so a reader sees the one or the other, and a run that was cut short is finished by
 * the next.
 */
public final class LakeErasure {

  /** What the other columns of a table are called where a person can be named too. */
  private static final String MANAGERS = "employments.manager_id";

  private final TableFolder folder;
  private final String employeeId;
  private final DuckDb database;
  private final Map<String, Long> removed = new LinkedHashMap<>();

  private LakeErasure(TableFolder folder, String employeeId, DuckDb database) {
    this.folder = folder;
    this.employeeId = employeeId;
    this.database = database;
  }

  /**
   * Removes the person from every table that the folder holds.
   *
   * @return rows removed by table; {@code employments.manager_id} counts rows of others that named
   *     the person as their manager, and no longer do
   * @throws IOException if a file cannot be read or written; whole files are seen even then
   */
  public static Map<String, Long> erase(TableFolder folder, String employeeId) throws IOException {
    try (DuckDb database = new DuckDb()) {
      return new LakeErasure(folder, employeeId, database).run();
    } catch (SQLException e) {
      throw new IOException("the tables in %s: %s".formatted(folder.path(), e.getMessage()), e);
    }
  }

  private Map<String, Long> run() throws IOException, SQLException {
    // The id never is part of any SQL.
    database.execute("CREATE TEMP TABLE person (id VARCHAR)");
    try (PreparedStatement insert =
        database.connection().prepareStatement("INSERT INTO person VALUES (?)")) {
      insert.setString(1, employeeId);
      insert.execute();
    }
    for (Table<?> table : TableCatalogue.all()) {
      if (folder.holds(table)) {
        erase(table);
      }
    }
    return removed;
  }

  private void erase(Table<?> table) throws IOException, SQLException {
    if (table.equals(TableCatalogue.DEAD_LETTERS)) {
      eraseDeadLetters();
    } else if (table.equals(TableCatalogue.EMPLOYMENTS)) {
      eraseManager();
      eraseRows(table);
    } else if (table.schema().getField("employee_id") != null) {
      eraseRows(table);
    }
  }

  private void eraseRows(Table<?> table) throws IOException, SQLException {
    for (Found found : filesWhere(table, "employee_id = (SELECT id FROM person)")) {
      rewrite(
          found.file(),
          "SELECT * FROM %s WHERE employee_id IS DISTINCT FROM (SELECT id FROM person)",
          List.of());
      count(table.name(), found.rows());
    }
    count(table.name(), 0);
  }

  private void eraseManager() throws IOException, SQLException {
    String others =
        "manager_id = (SELECT id FROM person)"
            + " AND employee_id IS DISTINCT FROM (SELECT id FROM person)";
    for (Found found : filesWhere(TableCatalogue.EMPLOYMENTS, others)) {
      rewrite(
          found.file(),
          "SELECT * REPLACE (nullif(manager_id, (SELECT id FROM person)) AS manager_id) FROM %s",
          List.of());
      count(MANAGERS, found.rows());
    }
    count(MANAGERS, 0);
  }

  /** What could not be used is not filed under anyone: its bytes have to be looked at. */
  private void eraseDeadLetters() throws IOException, SQLException {
    Table<?> table = TableCatalogue.DEAD_LETTERS;
    Naming naming = new Naming(employeeId);
    Map<Path, List<Long>> named = new TreeMap<>();
    String sql = "SELECT filename, file_row_number, raw FROM " + folder.sqlWithRowNumbers(table);
    try (ResultSet letters = database.stream(sql)) {
      while (letters.next()) {
        if (naming.isIn(letters.getBytes(3))) {
          named
              .computeIfAbsent(Path.of(letters.getString(1)), file -> new ArrayList<>())
              .add(letters.getLong(2));
        }
      }
    }
    for (Map.Entry<Path, List<Long>> entry : named.entrySet()) {
      rewrite(
          entry.getKey(),
          "SELECT * EXCLUDE (file_row_number) FROM %s"
              + " WHERE file_row_number NOT IN (SELECT number FROM named)",
          entry.getValue());
      count(table.name(), entry.getValue().size());
    }
    count(table.name(), 0);
  }

  private void count(String name, long rows) {
    removed.merge(name, rows, Long::sum);
  }

  /** A file, and how many of its rows are meant. */
  private record Found(Path file, long rows) {}

  private List<Found> filesWhere(Table<?> table, String condition) throws SQLException {
    return database.query(
        "SELECT filename, count(*) FROM %s WHERE %s GROUP BY 1 ORDER BY 1"
            .formatted(folder.sql(table), condition),
        row -> new Found(Path.of(row.getString(1)), row.getLong(2)));
  }

  /**
   * Replaces a file.
   *
   * @param select what it has to hold, of the file's rows
   * @param named numbers of rows that the selection may ask for
   */
  private void rewrite(Path file, String select, List<Long> named)
      throws IOException, SQLException {
    database.execute("CREATE OR REPLACE TEMP TABLE named (number BIGINT)");
    try (DuckDBAppender rows = database.connection().createAppender("named")) {
      for (long number : named) {
        rows.beginRow();
        rows.append(number);
        rows.endRow();
      }
    }
    String old =
        "read_parquet(%s, hive_partitioning = false%s)"
            .formatted(
                DuckDb.quoted(file.toString()), named.isEmpty() ? "" : ", file_row_number = true");
    Path unfinished = file.resolveSibling("." + file.getFileName() + ".inprogress.erase");
    database.execute(
        "COPY (%s) TO %s (FORMAT parquet, COMPRESSION zstd)"
            .formatted(select.formatted(old), DuckDb.quoted(unfinished.toString())));
    try (FileChannel written = FileChannel.open(unfinished, StandardOpenOption.WRITE)) {
      // Others' rows are in it: it must be on disk before it takes the old one's place.
      written.force(true);
    }
    Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
  }
}
