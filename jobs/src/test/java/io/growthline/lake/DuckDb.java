package io.growthline.lake;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads tables as an analyst does. */
public final class DuckDb {

  private DuckDb() {}

  /** Rows of a query as lists of the columns' text. */
  public static List<List<String>> rows(String sql) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = connection.createStatement()) {
      statement.execute("SET TimeZone = 'UTC'");
      try (ResultSet result = statement.executeQuery(sql)) {
        return rows(result);
      }
    }
  }

  /** Does what a statement says. */
  public static void execute(String sql) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = connection.createStatement()) {
      statement.execute("SET TimeZone = 'UTC'");
      statement.execute(sql);
    }
  }

  private static List<List<String>> rows(ResultSet result) throws SQLException {
    List<List<String>> rows = new ArrayList<>();
    while (result.next()) {
      List<String> row = new ArrayList<>();
      for (int column = 1; column <= result.getMetaData().getColumnCount(); column++) {
        row.add(result.getString(column));
      }
      rows.add(row);
    }
    return rows;
  }

  static long count(Path table) throws SQLException {
    return Long.parseLong(rows("SELECT count(*) FROM " + files(table)).get(0).get(0));
  }

  /** Types of the columns by name, in order; partition columns not among them. */
  static Map<String, String> columns(Path table) throws SQLException {
    Map<String, String> columns = new LinkedHashMap<>();
    for (List<String> column :
        rows("DESCRIBE SELECT * EXCLUDE (filename) FROM " + files(table, "filename = true"))) {
      columns.put(column.get(0), column.get(1));
    }
    return columns;
  }

  /** Names of the files that readers see; none yet is no error, other than for a query. */
  static List<String> visible(Path folder) throws SQLException {
    return rows("SELECT file FROM glob('%s/**/*.parquet') ORDER BY file".formatted(folder)).stream()
        .map(row -> row.get(0))
        .toList();
  }

  /** A table's rows, as a part of a query. */
  public static String files(Path table) {
    return files(table, "hive_partitioning = false");
  }

  private static String files(Path table, String option) {
    return "read_parquet('%s/**/*.parquet', %s)".formatted(table, option);
  }
}
