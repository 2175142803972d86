package io.growthline.local.audit;

import static io.growthline.schemas.tables.TableCatalogue.CREDIT_LOTS;

import io.growthline.local.tables.TableFolder;
import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * A lot as the table has it.
 *
 * @param lotId entryId of the posting that opened it
 * @param left hundredths of a credit; 0: it is closed
 * @param file the file it is in
 */
record LotRow(String lotId, long left, String file) {

  /** The newest state of each lot, ordered by employee. */
  static String sql(TableFolder folder) {
    return """
        SELECT coalesce(employee_id, '') AS employee_id, lot_id, credits_left, filename
        FROM %s ORDER BY 1, 2
        """
        .formatted(folder.newest(CREDIT_LOTS, "employee_id, lot_id"));
  }

  static LotRow of(ResultSet row) throws SQLException {
    return new LotRow(
        Column.text(row, "lot_id"),
        Column.hundredths(row, "credits_left"),
        row.getString("filename"));
  }
}
