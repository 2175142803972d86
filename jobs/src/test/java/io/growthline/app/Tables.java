package io.growthline.app;

import io.growthline.schemas.tables.Table;
import io.growthline.schemas.tables.TableCatalogue;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** A replay's tables as DuckDB reads them, to be compared with another's. */
final class Tables implements AutoCloseable {

  private static final int MOST_DIFFERENCES = 5;

  private final Connection db = DriverManager.getConnection("jdbc:duckdb:");

  /** Keeps the tables of that folder for comparison. */
  Tables(Path folder) throws SQLException {
    for (Table<?> table : TableCatalogue.all()) {
      run("CREATE TABLE %s AS %s".formatted(table.name(), rowsOf(table, folder)));
    }
  }

  private static String rowsOf(Table<?> table, Path folder) {
    String columns =
        table.equals(TableCatalogue.DEAD_LETTERS) ? "DISTINCT * EXCLUDE (source, position)" : "*";
    return "SELECT %s FROM read_parquet('%s/%s/**/*.parquet', hive_partitioning = true)"
        .formatted(columns, folder, table.name());
  }

  private void run(String sql) throws SQLException {
    try (Statement statement = db.createStatement()) {
      statement.execute(sql);
    }
  }

  long count(Table<?> table) throws SQLException {
    return Long.parseLong(query("SELECT count(*) FROM " + table.name()).get(0));
  }

  /**
   * Rows that only one of both has, some of each table at least; empty if both are the same. Every
   * row counts as often as it occurs, but for dead letters: where a line lay, and how often, is no
   * part of the comparison.
   */
  List<String> differences(Path other) throws SQLException {
    List<String> differences = new ArrayList<>();
    for (Table<?> table : TableCatalogue.all()) {
      String mine = "FROM " + table.name();
      String theirs = "FROM (" + rowsOf(table, other) + ")";
      if (!columns(mine).equals(columns(theirs))) {
        differences.add(table.name() + " has columns " + columns(theirs));
        continue;
      }
      differences.addAll(onlyIn(table.name() + " misses ", mine, theirs));
      differences.addAll(onlyIn(table.name() + " adds ", theirs, mine));
    }
    return differences;
  }

  private List<String> columns(String rows) throws SQLException {
    return query("SELECT column_name || ' ' || column_type FROM (DESCRIBE " + rows + ")");
  }

  private List<String> onlyIn(String says, String one, String other) throws SQLException {
    return query(
            "SELECT difference::VARCHAR FROM (%s EXCEPT ALL %s) AS difference LIMIT %d"
                .formatted(one, other, MOST_DIFFERENCES))
        .stream()
        .map(says::concat)
        .toList();
  }

  /** The first column of the result. */
  List<String> query(String sql) throws SQLException {
    List<String> values = new ArrayList<>();
    try (Statement statement = db.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        values.add(rows.getString(1));
      }
    }
    return values;
  }

  @Override
  public void close() throws SQLException {
    db.close();
  }
}
