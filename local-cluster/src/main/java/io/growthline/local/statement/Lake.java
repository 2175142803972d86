package io.growthline.local.statement;

import io.growthline.schemas.tables.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The Parquet tables below a folder, asked in SQL. For one thread. */
final class Lake implements AutoCloseable {

  /** Makes a value of the current row. */
  interface Row<T> {
    T of(ResultSet row) throws SQLException;
  }

  private final Path folder;
  private final Connection connection;

  Lake(Path folder) throws SQLException {
    this.folder = folder;
    this.connection = DriverManager.getConnection("jdbc:duckdb:");
  }

  /** Whether the table has any file. */
  boolean holds(Table<?> table) throws IOException {
    Path tableFolder = folder.resolve(table.name());
    if (!Files.isDirectory(tableFolder)) {
      return false;
    }
    try (Stream<Path> files = Files.walk(tableFolder)) {
      return files.anyMatch(file -> file.toString().endsWith(".parquet"));
    }
  }

  /** How to name the table in SQL. */
  String sql(Table<?> table) {
    String files = folder.resolve(table.name()) + "/**/*.parquet";
    return "read_parquet('" + files.replace("'", "''") + "', hive_partitioning = false)";
  }

  /** All rows of a query with {@code ?} for each of the values. */
  <T> List<T> query(String sql, Row<T> row, String... values) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setString(i + 1, values[i]);
      }
      List<T> rows = new ArrayList<>();
      try (ResultSet result = statement.executeQuery()) {
        while (result.next()) {
          rows.add(row.of(result));
        }
      }
      return rows;
    }
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
