package io.growthline.local.statement;

import static io.growthline.schemas.tables.TableCatalogue.ACTIVITIES;
import static io.growthline.schemas.tables.TableCatalogue.CREDIT_BALANCES;
import static io.growthline.schemas.tables.TableCatalogue.CREDIT_LOTS;
import static io.growthline.schemas.tables.TableCatalogue.DECISIONS;
import static io.growthline.schemas.tables.TableCatalogue.ELIGIBLE_EMPLOYEES;
import static io.growthline.schemas.tables.TableCatalogue.GOALS;
import static io.growthline.schemas.tables.TableCatalogue.GOAL_PROGRESS;
import static io.growthline.schemas.tables.TableCatalogue.SCHEMES;

import io.growthline.local.tables.DuckDb;
import io.growthline.local.tables.TableFolder;
import io.growthline.schemas.tables.Table;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/**
 * Reads a statement from the tables, whether a replay wrote them (one row for each state) or live
 * jobs did (every change, so that the highest version counts). A table that is not there has no
 * rows. Days are local to the scheme; in UTC where no table tells its zone.
 */
public final class StatementQuery {

  private final TableFolder tables;
  private final DuckDb database;
  private final String employeeId;

  private StatementQuery(TableFolder tables, DuckDb database, String employeeId) {
    this.tables = tables;
    this.database = database;
    this.employeeId = employeeId;
  }

  /**
   * The statement of one employee; empty if no table knows the id.
   *
   * @param tables hold a ledger
   * @throws IOException if the tables cannot be read
   */
  public static Optional<Statement> of(TableFolder tables, String employeeId) throws IOException {
    try (DuckDb database = new DuckDb()) {
      Statement statement = new StatementQuery(tables, database, employeeId).read();
      boolean unknown =
          statement.entries().isEmpty()
              && statement.balance() == null
              && statement.requests().isEmpty()
              && statement.refusals().isEmpty()
              && statement.gaps().isEmpty();
      return unknown ? Optional.empty() : Optional.of(statement);
    } catch (SQLException e) {
      throw new IOException(
          "the tables in " + tables.path() + " cannot be read: " + e.getMessage(), e);
    }
  }

  private Statement read() throws SQLException, IOException {
    String zone = firstOrNull(zone());
    if (zone != null) {
      database.tellDaysIn(zone);
    }
    EntryQuery entries =
        new EntryQuery(
            tables,
            database,
            Titles.of(tables, ACTIVITIES, "activity_id", "e.activity_id"),
            employeeId);
    return new Statement(
        employeeId,
        entries.opening(),
        entries.entries(),
        firstOrNull(balance()),
        firstOrNull(expiringNext()),
        requests(),
        refusals(),
        held(),
        gaps());
  }

  private List<String> zone() throws SQLException, IOException {
    return tables.holds(SCHEMES)
        ? database.query(
            "SELECT max_by(zone, row(revision, as_of)) FROM " + tables.sql(SCHEMES),
            row -> row.getString(1))
        : List.of();
  }

  private List<Statement.Balance> balance() throws SQLException, IOException {
    return rows(
        CREDIT_BALANCES,
        """
        SELECT earned, available, required, elective, practice, redeemed, expired,
          coalesce(lapsed, 0), debt
        FROM %s WHERE employee_id = ? ORDER BY version DESC, as_of DESC LIMIT 1
        """
            .formatted(tables.sql(CREDIT_BALANCES)),
        row ->
            new Statement.Balance(
                row.getBigDecimal(1),
                row.getBigDecimal(2),
                row.getBigDecimal(3),
                row.getBigDecimal(4),
                row.getBigDecimal(5),
                row.getBigDecimal(6),
                row.getBigDecimal(7),
                row.getBigDecimal(8),
                row.getBigDecimal(9)));
  }

  private List<Statement.Expiry> expiringNext() throws SQLException, IOException {
    return rows(
        CREDIT_LOTS,
        """
        SELECT sum(l.credits_left), strftime(l.expires_at, '%%Y-%%m-%%d')
        FROM %s l
        WHERE l.employee_id = ? AND l.credits_left > 0 AND l.expires_at IS NOT NULL
        GROUP BY l.expires_at ORDER BY l.expires_at LIMIT 1
        """
            .formatted(tables.newest(CREDIT_LOTS, "employee_id, lot_id")),
        row -> new Statement.Expiry(row.getBigDecimal(1), row.getString(2)));
  }

  private List<Statement.Answer> requests() throws SQLException, IOException {
    return rows(
        DECISIONS,
        """
        SELECT DISTINCT strftime(recorded_at, '%%Y-%%m-%%d'),
          if(outcome = 'CONFLICT', 'message ', 'request ') || event_id, outcome, detail
        FROM %s WHERE employee_id = ? AND activity_id IS NULL
          AND (outcome <> 'APPROVED' OR credits = 0)
        ORDER BY 1, 2, 3
        """
            .formatted(tables.sql(DECISIONS)),
        row ->
            new Statement.Answer(
                row.getString(1), row.getString(2), row.getString(3), row.getString(4)));
  }

  /** The last word on each event counts: a refusal may have been withdrawn. */
  private List<Statement.Answer> refusals() throws SQLException, IOException {
    Titles titles = Titles.of(tables, ACTIVITIES, "activity_id", "d.activity_id");
    return rows(
        DECISIONS,
        """
        SELECT DISTINCT strftime(d.recorded_at, '%%Y-%%m-%%d'), %s, d.outcome, d.detail
        FROM (
          SELECT * FROM %s
          QUALIFY outcome = 'CONFLICT' OR row_number() OVER (
            PARTITION BY employee_id, source, event_id, outcome = 'CONFLICT'
            ORDER BY recorded_at DESC, outcome = 'APPROVED' DESC) = 1
        ) d %s WHERE d.employee_id = ? AND d.activity_id IS NOT NULL
          AND d.outcome <> 'APPROVED'
        ORDER BY 1, 2, 3
        """
            .formatted(titles.name(), tables.sql(DECISIONS), titles.join()),
        row ->
            new Statement.Answer(
                row.getString(1), row.getString(2), row.getString(3), row.getString(4)));
  }

  private List<Statement.Held> held() throws SQLException, IOException {
    Titles titles = Titles.of(tables, GOALS, "goal_id", "h.goal_id");
    return rows(
        ELIGIBLE_EMPLOYEES,
        """
        SELECT %s, strftime(h.since, '%%Y-%%m-%%d') FROM %s h %s
        WHERE h.employee_id = ? ORDER BY h.since, 1
        """
            .formatted(titles.name(), toldWithTheBalance(ELIGIBLE_EMPLOYEES), titles.join()),
        row -> new Statement.Held(row.getString(1), row.getString(2)));
  }

  private List<Statement.Gap> gaps() throws SQLException, IOException {
    Titles titles = Titles.of(tables, GOALS, "goal_id", "p.goal_id");
    return rows(
        GOAL_PROGRESS,
        """
        SELECT %s, p.requirement, p.unit, p.current, p.target, p.gap, p.missing FROM %s p %s
        WHERE p.employee_id = ? AND NOT p.met %s ORDER BY p.goal_id, p.requirement
        """
            .formatted(
                titles.name(), toldWithTheBalance(GOAL_PROGRESS), titles.join(), butNotHeld()),
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

  /** What is kept once it was reached lacks nothing, however much is gone since. */
  private String butNotHeld() throws IOException {
    return tables.holds(ELIGIBLE_EMPLOYEES)
        ? "AND (p.employee_id, p.goal_id) NOT IN (SELECT (employee_id, goal_id) FROM %s)"
            .formatted(toldWithTheBalance(ELIGIBLE_EMPLOYEES))
        : "";
  }

  private <T> List<T> rows(Table<?> table, String sql, DuckDb.Row<T> row)
      throws SQLException, IOException {
    return tables.holds(table) ? database.query(sql, row, employeeId) : List.of();
  }

  private static <T> T firstOrNull(List<T> rows) {
    return rows.isEmpty() ? null : rows.get(0);
  }

  private String toldWithTheBalance(Table<?> table) {
    return tables.toldWith(CREDIT_BALANCES, table);
  }
}
