package io.growthline.local.comparison;

import static io.growthline.schemas.tables.TableCatalogue.CREDIT_BALANCES;
import static io.growthline.schemas.tables.TableCatalogue.ELIGIBLE_EMPLOYEES;

import io.growthline.local.tables.DuckDb;
import io.growthline.local.tables.TableFolder;
import io.growthline.schemas.tables.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The differences between the tables of two replays, kept in a database of their own. */
public final class Differences implements AutoCloseable {

  /** What is looked at. */
  public static final List<Table<?>> INPUTS = List.of(CREDIT_BALANCES, ELIGIBLE_EMPLOYEES);

  /** Columns of the balances. */
  private static final List<String> MEASURES =
      List.of(
          "earned",
          "available",
          "required",
          "elective",
          "practice",
          "redeemed",
          "expired",
          "lapsed",
          "debt");

  private static final String EMPLOYEES = "employee_differences";
  private static final String GOALS = "goal_differences";

  /** What {@link #write} makes. */
  public static final List<String> OUTPUTS = List.of(EMPLOYEES, GOALS);

  private final DuckDb database;

  /**
   * Finds all differences.
   *
   * @param a holds {@link #INPUTS}
   * @param b likewise
   * @throws IOException if the tables cannot be read
   */
  public Differences(TableFolder a, TableFolder b) throws IOException {
    try {
      this.database = new DuckDb();
    } catch (SQLException e) {
      throw new IOException("DuckDB does not start: " + e.getMessage(), e);
    }
    try {
      findGoals(a, b);
      findEmployees(a, b);
    } catch (SQLException e) {
      close();
      throw new IOException("the tables cannot be compared: " + e.getMessage(), e);
    }
  }

  private void findGoals(TableFolder a, TableFolder b) throws SQLException {
    database.execute(
        """
        CREATE TEMP TABLE holds AS
        SELECT goal_id, employee_id, bool_or(run = 'a') AS in_a, bool_or(run = 'b') AS in_b
        FROM (SELECT goal_id, employee_id, 'a' AS run FROM %s UNION ALL
          SELECT goal_id, employee_id, 'b' FROM %s)
        GROUP BY 1, 2
        """
            .formatted(held(a), held(b)));
    database.execute(
        """
        CREATE TEMP TABLE %s AS
        SELECT goal_id, count(*) FILTER (in_a) AS held_a, count(*) FILTER (in_b) AS held_b,
          count(*) FILTER (NOT in_a) AS newly_reached, count(*) FILTER (NOT in_b) AS lost
        FROM holds GROUP BY 1 ORDER BY 1
        """
            .formatted(GOALS));
  }

  private static String held(TableFolder folder) {
    return folder.toldWith(CREDIT_BALANCES, ELIGIBLE_EMPLOYEES);
  }

  /** Whoever is missing in one of the two has no credits there. */
  private void findEmployees(TableFolder a, TableFolder b) throws SQLException {
    String credits =
        MEASURES.stream()
            .map(
                column ->
                    """
                    coalesce(a.%1$s, 0)::DECIMAL(12,2) AS %1$s_a,
                    coalesce(b.%1$s, 0)::DECIMAL(12,2) AS %1$s_b,
                    (%1$s_b - %1$s_a)::DECIMAL(13,2) AS %1$s_difference
                    """
                        .formatted(column))
            .collect(Collectors.joining(", "));
    database.execute(
        """
        CREATE TEMP TABLE %s AS
        SELECT employee_id, a.employee_id IS NOT NULL AS in_a, b.employee_id IS NOT NULL AS in_b,
          %s, coalesce(g.reached, '[]') AS goals_newly_reached, coalesce(g.lost, '[]') AS goals_lost
        FROM %s a FULL JOIN %s b USING (employee_id)
          LEFT JOIN (SELECT employee_id,
            to_json(coalesce(list(goal_id ORDER BY goal_id) FILTER (NOT in_a), []))::VARCHAR AS reached,
            to_json(coalesce(list(goal_id ORDER BY goal_id) FILTER (NOT in_b), []))::VARCHAR AS lost
            FROM holds GROUP BY 1) g USING (employee_id)
        ORDER BY employee_id
        """
            .formatted(EMPLOYEES, credits, balances(a), balances(b)));
  }

  private static String balances(TableFolder folder) {
    return folder.newest(CREDIT_BALANCES, "employee_id");
  }

  /**
   * What people want to know of them.
   *
   * @param most how many employees to name
   */
  public Comparison summary(int most) throws IOException {
    try {
      return new Comparison(count("in_a"), count("in_b"), totals(), largest(most), goals());
    } catch (SQLException e) {
      throw new IOException("the differences cannot be read: " + e.getMessage(), e);
    }
  }

  private long count(String condition) throws SQLException {
    return database
        .query("SELECT count(*) FROM " + EMPLOYEES + " WHERE " + condition, row -> row.getLong(1))
        .get(0);
  }

  private List<Comparison.Total> totals() throws SQLException {
    List<Comparison.Total> totals = new ArrayList<>();
    for (String measure : MEASURES) {
      totals.addAll(
          database.query(
              """
              SELECT coalesce(sum(%1$s_a), 0), coalesce(sum(%1$s_b), 0),
                count(*) FILTER (%1$s_difference > 0), count(*) FILTER (%1$s_difference < 0),
                count(*) FILTER (%1$s_difference = 0)
              FROM %2$s
              """
                  .formatted(measure, EMPLOYEES),
              row ->
                  new Comparison.Total(
                      measure,
                      row.getBigDecimal(1),
                      row.getBigDecimal(2),
                      row.getLong(3),
                      row.getLong(4),
                      row.getLong(5))));
    }
    return totals;
  }

  private List<Comparison.Employee> largest(int most) throws SQLException {
    return database.query(
        """
        SELECT employee_id, earned_a, earned_b, available_a, available_b FROM %s
        WHERE earned_difference <> 0 OR available_difference <> 0
        ORDER BY greatest(abs(earned_difference), abs(available_difference)) DESC, employee_id
        LIMIT %d
        """
            .formatted(EMPLOYEES, most),
        row ->
            new Comparison.Employee(
                row.getString(1),
                row.getBigDecimal(2),
                row.getBigDecimal(3),
                row.getBigDecimal(4),
                row.getBigDecimal(5)));
  }

  private List<Comparison.Goal> goals() throws SQLException {
    return database.query(
        "SELECT * FROM " + GOALS + " WHERE newly_reached + lost > 0 ORDER BY goal_id",
        row ->
            new Comparison.Goal(
                row.getString(1), row.getLong(2), row.getLong(3), row.getLong(4), row.getLong(5)));
  }

  /**
   * Writes {@link #OUTPUTS}, each as one Parquet file below a folder of its name that appears
   * whole.
   *
   * @throws IOException if they cannot be written
   */
  public void write(Path folder) throws IOException {
    for (String table : OUTPUTS) {
      Path file = Files.createDirectories(folder.resolve(table)).resolve("part-0.parquet");
      Path unfinished = file.resolveSibling(".part-0.parquet.inprogress");
      try {
        database.execute(
            "COPY %s TO %s (FORMAT parquet, COMPRESSION zstd)"
                .formatted(table, DuckDb.quoted(unfinished.toString())));
      } catch (SQLException e) {
        throw new IOException(file + " cannot be written: " + e.getMessage(), e);
      }
      Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
    }
  }

  @Override
  public void close() throws IOException {
    try {
      database.close();
    } catch (SQLException e) {
      throw new IOException("DuckDB does not close: " + e.getMessage(), e);
    }
  }
}
