package io.growthline.local.tables;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.duckdb.DuckDBConnection;

/**
 * Answers SQL over Parquet files. What does not fit into its memory goes to a temporary folder, so
 * that tables may be larger than that. For one thread.
 */
public final class DuckDb implements AutoCloseable {

  /** Beside the JVM's own. */
  private static final String MEMORY_AT_MOST = "1GB";

  /** Makes a value of the current row. */
  public interface Row<T> {
    T of(ResultSet row) throws SQLException;
  }

  private final Path spill;
  private final DuckDBConnection connection;
  private final List<Connection> streams = new ArrayList<>();

  /**
   * @throws IOException if there can be no temporary folder
   * @throws SQLException if DuckDB does not start
   */
  public DuckDb() throws IOException, SQLException {
    this.spill = Files.createTempDirectory("growthline-duckdb");
    Properties settings = new Properties();
    settings.setProperty("memory_limit", MEMORY_AT_MOST);
    settings.setProperty("temp_directory", spill.toString());
    settings.setProperty("jdbc_stream_results", "true");
    this.connection =
        DriverManager.getConnection("jdbc:duckdb:", settings).unwrap(DuckDBConnection.class);
    // Days are told alike wherever it runs.
    tellDaysIn("UTC");
  }

  /** All rows of a query with {@code ?} for each of the values; for few rows. */
  public <T> List<T> query(String sql, Row<T> row, String... values) throws SQLException {
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

  /**
   * The rows of a query one after the other, never all in memory; several may be read at once. They
   * are closed together with this.
   */
  @SuppressWarnings("resource") // closing the connection closes what was read through it
  public ResultSet stream(String sql) throws SQLException {
    Connection own = connection.duplicate();
    streams.add(own);
    return own.createStatement().executeQuery(sql);
  }

  /** Runs a statement that has no rows. */
  public void execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** Lets days be those of an IANA zone from now on. */
  public void tellDaysIn(String zone) throws SQLException {
    execute("SET TimeZone = " + quoted(zone));
  }

  /** For appending to a table. */
  public DuckDBConnection connection() {
    return connection;
  }

  /** Text as it is written in SQL. */
  public static String quoted(String text) {
    return "'" + text.replace("'", "''") + "'";
  }

  @Override
  public void close() throws IOException, SQLException {
    for (Connection stream : streams) {
      stream.close();
    }
    connection.close();
    Files.deleteIfExists(spill);
  }
}
