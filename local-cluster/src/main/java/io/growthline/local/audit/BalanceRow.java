package io.growthline.local.audit;

import static io.growthline.schemas.tables.TableCatalogue.CREDIT_BALANCES;

import io.growthline.local.tables.TableFolder;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * An employee's newest balance as the table has it.
 *
 * @param credits hundredths of a credit by column; {@code lapsed} is left out where it is null
 * @param ledgerSequence sequence of the newest posting
 * @param ledgerHash hash of the newest posting
 * @param file the file it is in
 */
record BalanceRow(Map<String, Long> credits, long ledgerSequence, String ledgerHash, String file) {

  private static final List<String> CREDITS =
      List.of(
          "earned",
          "available",
          "required",
          "elective",
          "practice",
          "redeemed",
          "expired",
          "debt",
          "lapsed");

  /**
   * The newest balances, ordered by employee. Live there may be several of one: a balance told
   * before a crash was not final, and is told again after it.
   */
  static String sql(TableFolder folder) {
    return """
        SELECT coalesce(employee_id, '') AS employee_id, %s, ledger_sequence, ledger_hash, filename
        FROM %s ORDER BY 1
        """
        .formatted(String.join(", ", CREDITS), folder.toldWith(CREDIT_BALANCES, CREDIT_BALANCES));
  }

  static BalanceRow of(ResultSet row) throws SQLException {
    Map<String, Long> credits = new LinkedHashMap<>();
    for (String column : CREDITS) {
      // Rows older than the column.
      if (!column.equals("lapsed") || row.getBigDecimal(column) != null) {
        credits.put(column, Column.hundredths(row, column));
      }
    }
    return new BalanceRow(
        credits,
        row.getLong("ledger_sequence"),
        Column.text(row, "ledger_hash"),
        row.getString("filename"));
  }

  long credits(String column) {
    return credits.get(column);
  }
}
