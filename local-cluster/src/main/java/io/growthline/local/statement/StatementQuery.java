package io.growthline.local.statement;

import static io.growthline.schemas.tables.TableCatalogue.ACTIVITIES;
import static io.growthline.schemas.tables.TableCatalogue.CREDIT_BALANCES;
import static io.growthline.schemas.tables.TableCatalogue.DECISIONS;
import static io.growthline.schemas.tables.TableCatalogue.ELIGIBLE_EMPLOYEES;
import static io.growthline.schemas.tables.TableCatalogue.GOALS;
import static io.growthline.schemas.tables.TableCatalogue.GOAL_PROGRESS;
import static io.growthline.schemas.tables.TableCatalogue.LEDGER_ENTRIES;

import io.growthline.schemas.tables.Table;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Reads a statement from the tables, whether a replay wrote them (one row for each state) or live
 * jobs did (every change, so that the highest version counts). A table that is not there has no
 * rows.
 */
public final class StatementQuery {

  private final Lake lake;
  private final String employeeId;

  private StatementQuery(Lake lake, String employeeId) {
    this.lake = lake;
    this.employeeId = employeeId;
  }

  /**
   * The statement of one employee; empty if no table knows the id.
   *
   * @throws IOException if the tables cannot be read
   */
  public static Optional<Statement> of(Path folder, String employeeId) throws IOException {
    try (Lake lake = new Lake(folder)) {
      Statement statement = new StatementQuery(lake, employeeId).read();
      boolean unknown =
          statement.entries().isEmpty()
              && statement.balance() == null
              && statement.refusals().isEmpty()
              && statement.gaps().isEmpty();
      return unknown ? Optional.empty() : Optional.of(statement);
    } catch (SQLException e) {
      throw new IOException("the tables in " + folder + " cannot be read: " + e.getMessage(), e);
    }
  }

  /** Whether the folder holds a ledger at all. */
  public static boolean hasLedger(Path folder) throws IOException {
    try (Lake lake = new Lake(folder)) {
      return lake.holds(LEDGER_ENTRIES);
    } catch (SQLException e) {
      throw new IOException("DuckDB does not start: " + e.getMessage(), e);
    }
  }

  private Statement read() throws SQLException, IOException {
    return new Statement(employeeId, entries(), balance(), refusals(), held(), gaps());
  }

  private List<Statement.Entry> entries() throws SQLException, IOException {
    String sql =
        """
        SELECT strftime(e.event_date, '%%Y-%%m-%%d'), %s, e.kind, e.available_change, e.reason
        FROM (SELECT DISTINCT ON (entry_id) * FROM %s WHERE employee_id = ?) e %s
        ORDER BY e.effective_at, e.sequence
        """
            .formatted(
                title(ACTIVITIES, "e.activity_id"),
                lake.sql(LEDGER_ENTRIES),
                titles(ACTIVITIES, "activity_id", "e.activity_id"));
    return lake.query(
        sql,
        row ->
            new Statement.Entry(
                row.getString(1),
                what(row.getString(2), row.getString(3), row.getString(5)),
                row.getBigDecimal(4)),
        employeeId);
  }

  private static String what(String title, String kind, String reason) {
    String done = kind.toLowerCase(Locale.ROOT).replace('_', ' ');
    if (title != null && kind.equals("EARN")) {
      return title;
    }
    return (title == null ? done : title + " (" + done + ")")
        + (reason == null ? "" : ": " + reason);
  }

  private Statement.Balance balance() throws SQLException, IOException {
    List<Statement.Balance> newest =
        rows(
            CREDIT_BALANCES,
            """
            SELECT earned, available, required, elective, practice
            FROM %s WHERE employee_id = ? ORDER BY version DESC, as_of DESC LIMIT 1
            """
                .formatted(lake.sql(CREDIT_BALANCES)),
            row ->
                new Statement.Balance(
                    row.getBigDecimal(1),
                    row.getBigDecimal(2),
                    row.getBigDecimal(3),
                    row.getBigDecimal(4),
                    row.getBigDecimal(5)));
    return newest.isEmpty() ? null : newest.get(0);
  }

  private List<Statement.Refusal> refusals() throws SQLException, IOException {
    return rows(
        DECISIONS,
        """
        SELECT DISTINCT strftime(d.recorded_at, '%%Y-%%m-%%d'), coalesce(%s, d.event_id),
          d.outcome, d.detail
        FROM %s d %s WHERE d.employee_id = ? AND d.outcome <> 'APPROVED' ORDER BY 1, 2, 3
        """
            .formatted(
                title(ACTIVITIES, "d.activity_id"),
                lake.sql(DECISIONS),
                titles(ACTIVITIES, "activity_id", "d.activity_id")),
        row ->
            new Statement.Refusal(
                row.getString(1), row.getString(2), row.getString(3), row.getString(4)));
  }

  private List<Statement.Held> held() throws SQLException, IOException {
    return rows(
        ELIGIBLE_EMPLOYEES,
        """
        SELECT %s, strftime(h.since, '%%Y-%%m-%%d') FROM %s h %s
        WHERE h.employee_id = ? ORDER BY h.since, 1
        """
            .formatted(
                title(GOALS, "h.goal_id"),
                newest(ELIGIBLE_EMPLOYEES),
                titles(GOALS, "goal_id", "h.goal_id")),
        row -> new Statement.Held(row.getString(1), row.getString(2)));
  }

  private List<Statement.Gap> gaps() throws SQLException, IOException {
    return rows(
        GOAL_PROGRESS,
        """
        SELECT %s, p.requirement, p.unit, p.current, p.target, p.gap, p.missing FROM %s p %s
        WHERE p.employee_id = ? AND NOT p.met ORDER BY p.goal_id, p.requirement
        """
            .formatted(
                title(GOALS, "p.goal_id"),
                newest(GOAL_PROGRESS),
                titles(GOALS, "goal_id", "p.goal_id")),
        row ->
            new Statement.Gap(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                row.getBigDecimal(4),
                row.getBigDecimal(5),
                row.getBigDecimal(6),
                row.getString(7)));
  }

  private <T> List<T> rows(Table<?> table, String sql, Lake.Row<T> row)
      throws SQLException, IOException {
    return lake.holds(table) ? lake.query(sql, row, employeeId) : List.of();
  }

  /** The rows told together with each employee's newest balance; older ones are history. */
  private String newest(Table<?> table) {
    return """
        (SELECT n.* FROM %s n WHERE row(n.version, n.as_of) =
          (SELECT max(row(b.version, b.as_of)) FROM %s b WHERE b.employee_id = n.employee_id))
        """
        .formatted(lake.sql(table), lake.sql(CREDIT_BALANCES));
  }

  private String title(Table<?> dimension, String id) throws IOException {
    return lake.holds(dimension) ? "coalesce(t.title_en, " + id + ")" : id;
  }

  private String titles(Table<?> dimension, String column, String id) throws IOException {
    return lake.holds(dimension)
        ? "LEFT JOIN (SELECT "
            + column
            + ", max_by(title_en, row(revision, as_of)) AS title_en FROM "
            + lake.sql(dimension)
            + " GROUP BY 1) t ON t."
            + column
            + " = "
            + id
        : "";
  }
}
