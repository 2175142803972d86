package io.growthline.local.audit;

import io.growthline.local.tables.DuckDb;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** Rows ordered by employee, taken employee by employee: only one's rows are in memory. */
final class ByEmployee<T> {

  /** The database's order of text. */
  static final Comparator<String> ORDER =
      (a, b) ->
          Arrays.compareUnsigned(
              a.getBytes(StandardCharsets.UTF_8), b.getBytes(StandardCharsets.UTF_8));

  private final String table;
  private final ResultSet rows;
  private final DuckDb.Row<T> row;
  private String next;

  /**
   * @param rows with the columns {@code employee_id}, by which they are ordered, and {@code
   *     filename}
   */
  ByEmployee(String table, ResultSet rows, DuckDb.Row<T> row) throws SQLException {
    this.table = table;
    this.rows = rows;
    this.row = row;
    advance();
  }

  /** Whose rows come next; null at the end. */
  String next() {
    return next;
  }

  /**
   * The rows of an employee who comes next; none if someone else does.
   *
   * @throws BadRowException at a row that cannot be understood
   */
  List<T> take(String employeeId) throws SQLException, BadRowException {
    List<T> taken = new ArrayList<>();
    while (employeeId.equals(next)) {
      try {
        taken.add(row.of(rows));
      } catch (IllegalArgumentException | ArithmeticException e) {
        throw new BadRowException(
            new Finding(table, employeeId, null, rows.getString("filename"), e.getMessage()));
      }
      advance();
    }
    return taken;
  }

  /** Passes over what is still to come of an employee. */
  void pass(String employeeId) throws SQLException {
    while (employeeId.equals(next)) {
      advance();
    }
  }

  private void advance() throws SQLException {
    next = rows.next() ? rows.getString("employee_id") : null;
  }
}
