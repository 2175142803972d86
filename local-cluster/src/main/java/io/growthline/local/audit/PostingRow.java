package io.growthline.local.audit;

import static io.growthline.schemas.tables.TableCatalogue.LEDGER_ENTRIES;

import io.growthline.local.tables.TableFolder;
import io.growthline.schemas.ledger.Category;
import io.growthline.schemas.ledger.Posting;
import io.growthline.schemas.ledger.PostingKind;
import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * A posting as the table has it.
 *
 * @param file the file it is in
 */
record PostingRow(Posting posting, String file) {

  private static final long MICROS_PER_MILLI = 1000;

  /** All postings, each employee's in order. */
  static String sql(TableFolder folder) {
    return """
        SELECT coalesce(employee_id, '') AS employee_id, sequence, entry_id, kind, activity_id,
          category, earned_change, available_change, epoch_us(effective_at) AS effective_at,
          event_date - DATE '1970-01-01' AS event_date, epoch_us(recorded_at) AS recorded_at,
          cause_source, cause_event_id, rule_version, lot_id, corrects, reason, earned_after,
          available_after, previous_hash, hash, filename
        FROM %s ORDER BY 1, 2, 3
        """
        .formatted(folder.sql(LEDGER_ENTRIES));
  }

  static PostingRow of(ResultSet row) throws SQLException {
    return new PostingRow(
        new Posting(
            Column.text(row, "entry_id"),
            Column.text(row, "employee_id"),
            row.getLong("sequence"),
            Column.constant(row, "kind", PostingKind.class),
            row.getString("activity_id"),
            Column.constant(row, "category", Category.class),
            Column.hundredths(row, "earned_change"),
            Column.hundredths(row, "available_change"),
            millis(row, "effective_at"),
            row.getInt("event_date"),
            millis(row, "recorded_at"),
            Column.text(row, "cause_source"),
            Column.text(row, "cause_event_id"),
            row.getString("rule_version"),
            row.getString("lot_id"),
            row.getString("corrects"),
            row.getString("reason"),
            Column.hundredths(row, "earned_after"),
            Column.hundredths(row, "available_after"),
            Column.text(row, "previous_hash"),
            Column.text(row, "hash")),
        row.getString("filename"));
  }

  private static long millis(ResultSet row, String column) throws SQLException {
    long micros = row.getLong(column);
    if (micros % MICROS_PER_MILLI != 0) {
      throw new IllegalArgumentException(column + " has a fraction of a millisecond");
    }
    return micros / MICROS_PER_MILLI;
  }
}
