package io.growthline.local.audit;

import io.growthline.local.commands.Folders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * A table's rows as {@code rows}, to be changed in SQL and written back on closing if they were.
 */
final class DamagedTable implements AutoCloseable {

  private final Path folder;
  private final Connection database;
  private boolean changed;

  DamagedTable(Path lake, String table) throws SQLException {
    folder = lake.resolve(table);
    database = DriverManager.getConnection("jdbc:duckdb:");
    execute(
        "CREATE TABLE rows AS SELECT * FROM read_parquet('%s/**/*.parquet', hive_partitioning = false)"
            .formatted(folder));
  }

  /** Returns how many rows were changed. */
  int change(String sql) throws SQLException {
    changed = true;
    return execute(sql);
  }

  private int execute(String sql) throws SQLException {
    try (Statement statement = database.createStatement()) {
      return statement.executeUpdate(sql);
    }
  }

  /** The first column of the first row. */
  String ask(String sql) throws SQLException {
    try (Statement statement = database.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getString(1);
    }
  }

  /** Hashes an employee's postings again, as someone would who wants to hide a change. */
  void rehash(String employeeId) throws SQLException {
    String previous = "";
    long count =
        Long.parseLong(ask("SELECT count(*) FROM rows WHERE employee_id = '" + employeeId + "'"));
    for (long sequence = 1; sequence <= count; sequence++) {
      String where = "employee_id = '%s' AND sequence = %d".formatted(employeeId, sequence);
      change("UPDATE rows SET previous_hash = '%s' WHERE %s".formatted(previous, where));
      previous = hash(where);
      change("UPDATE rows SET hash = '%s' WHERE %s".formatted(previous, where));
    }
  }

  /** The definition of the hash, written from the schema's doc. */
  private String hash(String where) throws SQLException {
    return ask(
        """
        SELECT sha256(concat_ws(chr(31), entry_id, employee_id, sequence, kind,
          coalesce(activity_id, ''), category, (earned_change * 100)::BIGINT,
          (available_change * 100)::BIGINT, epoch_ms(effective_at),
          event_date - DATE '1970-01-01', epoch_ms(recorded_at), cause_source, cause_event_id,
          coalesce(rule_version, ''), coalesce(lot_id, ''), coalesce(corrects, ''),
          coalesce(reason, ''), (earned_after * 100)::BIGINT, (available_after * 100)::BIGINT,
          previous_hash))
        FROM rows WHERE %s
        """
            .formatted(where));
  }

  @Override
  public void close() throws IOException, SQLException {
    if (changed) {
      Folders.delete(folder);
      Files.createDirectories(folder);
      execute("COPY rows TO '" + folder + "/part-0.parquet'");
    }
    database.close();
  }
}
