package io.growthline.local;

import java.sql.SQLException;
import java.util.List;

/** Each employee's newest vector in the lakes {@code live} and {@code replay}. */
record NewestFeatures(LakeSql sql) {

  private static final String NEWEST =
      """
      FROM %1$s.employee_features v WHERE employee_id <> 'somebody-else'
        AND row(known_at, as_of) = (SELECT max(row(n.known_at, n.as_of))
          FROM %1$s.employee_features n WHERE n.employee_id = v.employee_id)
      """;

  /** As {@link WrittenOnTopics#latestFeatures} tells them of the topic. */
  List<String> replayed() throws SQLException {
    return sql.rows(
        "SELECT employee_id, views, completions, earned, team_size, earned_percentile,"
            + " metric_percentiles "
            + NEWEST.formatted("replay"));
  }

  /**
   * Vectors as of an instant known to both that only one of the two has; when they were made is not
   * compared.
   */
  List<String> differences() throws SQLException {
    String columns = "SELECT * EXCLUDE (known_at, version) ";
    String asOfTheSameInstant = " AND employee_id NOT IN (" + ofAnotherInstant() + ")";
    return sql.differences(
        columns + NEWEST.formatted("live") + asOfTheSameInstant,
        columns + NEWEST.formatted("replay") + asOfTheSameInstant);
  }

  /**
   * Employees whose newest vector is as of another instant: live, something happened by the clock,
   * such as credits expiring, that a void made undone which came later still.
   */
  List<String> otherwiseDated() throws SQLException {
    return sql.rows(ofAnotherInstant());
  }

  private static String ofAnotherInstant() {
    return "SELECT employee_id FROM (SELECT * %s) l JOIN (SELECT * %s) r USING (employee_id)"
            .formatted(NEWEST.formatted("live"), NEWEST.formatted("replay"))
        + " WHERE l.as_of <> r.as_of";
  }
}
