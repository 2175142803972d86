package io.growthline.local;

import java.sql.SQLException;
import java.util.List;

/**
 * Compares what is true now in the lake {@code live} with the tables of {@code replay}, both ways.
 * Somebody else, whose events make time pass, is left out.
 */
record LiveAgainstReplay(LakeSql sql) {

  /** Rows told together with an employee's newest balance. */
  private static final String NOW =
      """
      FROM live.%1$s n WHERE row(n.version, n.as_of) =
        (SELECT max(row(b.version, b.as_of)) FROM live.credit_balances b
         WHERE b.employee_id = n.employee_id)
        AND n.employee_id <> 'somebody-else'
      """;

  /** Rows that only one of the two has, in a table that is told with each balance. */
  List<String> differences(String table, String columns) throws SQLException {
    return sql.differences(
        "SELECT " + columns + " " + NOW.formatted(table),
        "SELECT %s FROM replay.%s".formatted(columns, table));
  }

  /** Open lots that only one of the two has. */
  List<String> differencesInLots() throws SQLException {
    String columns =
        "SELECT lot_id, employee_id, activity_id, category, credits_left, earned_at, expires_at";
    String newest =
        """
        FROM live.credit_lots l WHERE credits_left > 0 AND employee_id <> 'somebody-else'
          AND row(version, as_of) = (SELECT max(row(n.version, n.as_of))
            FROM live.credit_lots n WHERE n.lot_id = l.lot_id)
        """;
    return sql.differences(columns + " " + newest, columns + " FROM replay.credit_lots");
  }
}
