package io.growthline.local.statement;

import static io.growthline.schemas.tables.TableCatalogue.LEDGER_ENTRIES;

import io.growthline.local.tables.DuckDb;
import io.growthline.local.tables.TableFolder;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads an employee's postings and puts them into words. */
final class EntryQuery {

  /**
   * A posting as the table has it.
   *
   * @param title the activity's, or null
   * @param origin the posting it corrects, or that brought the credits that expire; or null
   * @param cause the event behind it
   * @param before what there was before, of the posting recorded first; else null
   */
  private record Row(
      String entryId,
      String kind,
      String day,
      String title,
      String origin,
      String reason,
      String cause,
      BigDecimal earned,
      BigDecimal available,
      Statement.Opening before) {

    static Row of(ResultSet row) throws SQLException {
      return new Row(
          row.getString(1),
          row.getString(2),
          row.getString(3),
          row.getString(4),
          row.getString(5),
          row.getString(6),
          row.getString(7),
          row.getBigDecimal(8),
          row.getBigDecimal(9),
          row.getInt(10) == 1
              ? new Statement.Opening(row.getBigDecimal(11), row.getBigDecimal(12))
              : null);
    }
  }

  private final List<Row> rows;
  private final Map<String, Row> byId = new HashMap<>();

  /** Reads them all; a posting that is there twice counts once. */
  EntryQuery(TableFolder tables, DuckDb database, Titles titles, String employeeId)
      throws SQLException {
    String sql =
        """
        SELECT e.entry_id, e.kind, strftime(e.event_date, '%%Y-%%m-%%d'), %s,
          coalesce(e.corrects, nullif(e.lot_id, e.entry_id)), e.reason,
          e.cause_source || '/' || e.cause_event_id, e.earned_change, e.available_change,
          row_number() OVER (ORDER BY e.sequence),
          e.earned_after - e.earned_change, e.available_after - e.available_change
        FROM (SELECT DISTINCT ON (entry_id) * FROM %s WHERE employee_id = ?) e %s
        ORDER BY e.effective_at, e.sequence
        """
            .formatted(titles.name(), tables.sql(LEDGER_ENTRIES), titles.join());
    rows = database.query(sql, Row::of, employeeId);
    rows.forEach(row -> byId.put(row.entryId(), row));
  }

  /** What there was before the posting recorded first. */
  Statement.Opening opening() {
    return rows.stream().map(Row::before).filter(before -> before != null).findFirst().orElse(null);
  }

  List<Statement.Entry> entries() {
    return rows.stream()
        .map(row -> new Statement.Entry(row.day(), words(row), row.earned(), row.available()))
        .toList();
  }

  private String words(Row row) {
    return switch (row.kind()) {
      case "EARN" -> subject(row);
      case "REDEEM" -> "Redeemed" + after(": ", row.reason());
      case "CANCEL" -> "Given back" + after(": ", row.reason());
      case "EXPIRE" -> "Expired: " + origin(row);
      case "REVERSE" -> "Taken back: " + origin(row);
      case "ADJUST" -> "Adjustment by hand" + after(": ", row.reason());
      case "CARRY_OVER" -> "Not carried over into the next period";
      case "CORRECT" -> correction(row);
      default -> row.kind() + " " + subject(row);
    };
  }

  private String correction(Row row) {
    Row corrected = byId.get(row.origin());
    // For the same cause: it was taken although it was not there any more.
    return corrected != null && corrected.cause().equals(row.cause())
        ? "Not asked back, gone before or forgiven: " + subject(row)
        : "Put right: " + origin(row);
  }

  /** What the posting goes back to, and the day of that if it was another. */
  private String origin(Row row) {
    Row origin = byId.get(row.origin());
    boolean sameDay = origin == null || origin.day().equals(row.day());
    return subject(row) + (sameDay ? "" : " of " + origin.day());
  }

  /** What the credits are for. */
  private String subject(Row row) {
    if (row.title() != null) {
      return row.title();
    }
    Row origin = row.origin() == null ? row : byId.getOrDefault(row.origin(), row);
    return switch (origin.kind()) {
      case "REDEEM" -> "reward" + after(" ", origin.reason());
      case "CANCEL" -> "reward given back" + after(": ", origin.reason());
      case "ADJUST" -> "adjustment by hand";
      case "CARRY_OVER" -> "end of the period";
      default -> origin.title() == null ? "credits" : origin.title();
    };
  }

  private static String after(String before, String reason) {
    return reason == null ? "" : before + reason;
  }
}
