package io.growthline.local.audit;

import static io.growthline.schemas.tables.TableCatalogue.CREDIT_BALANCES;
import static io.growthline.schemas.tables.TableCatalogue.CREDIT_LOTS;
import static io.growthline.schemas.tables.TableCatalogue.LEDGER_ENTRIES;

import io.growthline.local.tables.DuckDb;
import io.growthline.local.tables.TableFolder;
import io.growthline.schemas.tables.Table;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Recomputes the hash chains and the conservation of credits over the tables of a replay, or of a
 * live job at rest. The tables are read once, in order of employees.
 */
public final class Audit {

  /** What is looked at. */
  public static final List<Table<?>> TABLES = List.of(LEDGER_ENTRIES, CREDIT_BALANCES, CREDIT_LOTS);

  private static final int FINDINGS_KEPT = 10;

  private final ByEmployee<PostingRow> postings;
  private final ByEmployee<BalanceRow> balances;
  private final ByEmployee<LotRow> lots;

  private final List<Finding> findings = new ArrayList<>();
  private long employees;
  private long entries;
  private long openLots;
  private long wrong;

  private Audit(TableFolder folder, DuckDb database) throws SQLException {
    postings =
        new ByEmployee<>(
            LEDGER_ENTRIES.name(), database.stream(PostingRow.sql(folder)), PostingRow::of);
    balances =
        new ByEmployee<>(
            CREDIT_BALANCES.name(), database.stream(BalanceRow.sql(folder)), BalanceRow::of);
    lots = new ByEmployee<>(CREDIT_LOTS.name(), database.stream(LotRow.sql(folder)), LotRow::of);
  }

  /**
   * Looks at everyone.
   *
   * @param folder has all of {@link #TABLES}
   * @throws IOException if they cannot be read
   */
  public static AuditReport of(TableFolder folder) throws IOException {
    try (DuckDb database = new DuckDb()) {
      return new Audit(folder, database).run();
    } catch (SQLException e) {
      throw new IOException(
          "the tables in " + folder.path() + " cannot be read: " + e.getMessage(), e);
    }
  }

  private AuditReport run() throws SQLException {
    for (String employeeId = next(); employeeId != null; employeeId = next()) {
      employees++;
      try {
        check(employeeId);
      } catch (BadRowException bad) {
        wrong++;
        if (findings.size() < FINDINGS_KEPT) {
          findings.add(bad.finding());
        }
        pass(employeeId);
      }
    }
    return new AuditReport(employees, entries, openLots, wrong, findings);
  }

  private void check(String employeeId) throws SQLException, BadRowException {
    List<PostingRow> ofPostings = postings.take(employeeId);
    List<BalanceRow> ofBalances = balances.take(employeeId);
    List<LotRow> ofLots = lots.take(employeeId);
    entries += ofPostings.size();
    openLots += ofLots.stream().filter(lot -> lot.left() > 0).count();
    ChainCheck.of(ofPostings);
    BalanceCheck.of(employeeId, ofPostings, ofBalances, ofLots);
  }

  private void pass(String employeeId) throws SQLException {
    postings.pass(employeeId);
    balances.pass(employeeId);
    lots.pass(employeeId);
  }

  /** Whom the tables name next. */
  private String next() {
    return Stream.of(postings.next(), balances.next(), lots.next())
        .filter(Objects::nonNull)
        .min(ByEmployee.ORDER)
        .orElse(null);
  }
}
