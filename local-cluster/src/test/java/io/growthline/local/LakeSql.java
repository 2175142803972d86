package io.growthline.local;

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

/** Lakes side by side, each a schema whose tables are named as in the catalogue. */
final class LakeSql implements AutoCloseable {

  private final Connection connection = DriverManager.getConnection("jdbc:duckdb:");

  LakeSql() throws SQLException {
    execute("SET TimeZone = 'UTC'");
  }

  /** Makes every table of a lake known; a table without a file is an error. */
  LakeSql add(String schema, Path folder) throws SQLException {
    execute("CREATE SCHEMA " + schema);
    for (Table<?> table : TableCatalogue.all()) {
      execute(
          "CREATE VIEW %s.%s AS SELECT * FROM read_parquet('%s/%s/**/*.parquet', hive_partitioning = false)"
              .formatted(schema, table.name(), folder, table.name()));
    }
    return this;
  }

  private void execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** Rows of a query, each as its columns' texts with a blank between. */
  List<String> rows(String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      List<String> rows = new ArrayList<>();
      while (result.next()) {
        List<String> row = new ArrayList<>();
        for (int column = 1; column <= result.getMetaData().getColumnCount(); column++) {
          row.add(String.valueOf(result.getString(column)));
        }
        rows.add(String.join(" ", row));
      }
      return rows;
    }
  }

  /** Rows that only one of two queries has. */
  List<String> differences(String one, String other) throws SQLException {
    List<String> differences = new ArrayList<>(rows("(%s) EXCEPT ALL (%s)".formatted(one, other)));
    differences.addAll(rows("(%s) EXCEPT ALL (%s)".formatted(other, one)));
    return differences;
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
