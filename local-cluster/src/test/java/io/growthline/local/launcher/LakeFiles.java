package io.growthline.local.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A folder of tables as its readers see it: by glob, with DuckDB. */
record LakeFiles(Path folder) {

  /** Every file that a reader's glob finds. */
  List<Path> parquet() throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(".parquet")).toList();
    } catch (NoSuchFileException e) {
      return List.of();
    }
  }

  /**
   * Reads every row of every table that has a file.
   *
   * @return rows by table
   * @throws SQLException if a file under a table's glob is not whole
   */
  Map<String, Long> readAll() throws IOException, SQLException {
    Map<String, Long> rows = new TreeMap<>();
    for (Path file : parquet()) {
      String table = folder.relativize(file).getName(0).toString();
      if (!rows.containsKey(table)) {
        // The hash needs every value, where a count would read nothing but footers.
        rows.put(table, Long.valueOf(query("SELECT count(hash(t)) FROM %s t", table).get(0)));
      }
    }
    return rows;
  }

  /** The first column of a query, in which {@code %s} stands for a table. */
  List<String> query(String sql, String table) throws SQLException {
    try (Connection duckdb = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = duckdb.createStatement();
        ResultSet rows =
            statement.executeQuery(
                sql.formatted("read_parquet('" + folder.resolve(table) + "/**/*.parquet')"))) {
      List<String> values = new ArrayList<>();
      while (rows.next()) {
        values.add(rows.getString(1));
      }
      return values;
    }
  }
}
