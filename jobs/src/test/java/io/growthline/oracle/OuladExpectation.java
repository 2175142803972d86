package io.growthline.oracle;

import io.growthline.rulebook.ActivityTerms;
import io.growthline.rulebook.GoalTerms;
import io.growthline.rulebook.Offer;
import io.growthline.rulebook.Repeat;
import io.growthline.rulebook.Requirement;
import io.growthline.rulebook.Requirement.CreditsAtLeast;
import io.growthline.rulebook.Requirement.Measure;
import io.growthline.rulebook.Requirement.ShareAtLeast;
import io.growthline.rulebook.RuleBook;
import io.growthline.rulebook.Selector;
import io.growthline.rulebook.Versions;
import io.growthline.rulebook.Within;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What a replay of the OULAD files must give, as DuckDB tables written in SQL from the contract
 * alone: {@code expected_entries}, {@code expected_balances} and {@code expected_held}.
 */
public final class OuladExpectation {

  /** What the SQL takes for granted; each finds the rows that break it. */
  private static final List<String> ASSUMPTIONS =
      List.of(
          "SELECT eventId FROM learning GROUP BY source, eventId HAVING count(*) > 1",
          "SELECT eventId FROM learning WHERE verb = 'VOIDED'",
          "SELECT eventId FROM learning WHERE occurredAt > (SELECT ends_at FROM clock)",
          "SELECT activityId FROM learning ANTI JOIN activity_terms ON activity_id = activityId",
          "SELECT employeeId FROM learning WHERE verb IN ('APPROVED', 'REJECTED')"
              + " GROUP BY employeeId, activityId, submissionId HAVING count(*) > 1",
          "SELECT employeeId FROM people WHERE kind NOT IN ('HIRED', 'TRANSFERRED')");

  private final Connection db;

  private OuladExpectation(Connection db) {
    this.db = db;
  }

  /**
   * Works the expectation out, in that connection's own tables.
   *
   * @param input folder with {@code learning.jsonl.gz} and {@code hr.jsonl.gz}
   * @param until the end of the clock, epoch milliseconds
   * @throws IllegalArgumentException if the files hold what the SQL cannot judge
   */
  public static OuladExpectation of(Connection db, Path input, RuleBook book, long until)
      throws SQLException, IOException {
    OuladExpectation expectation = new OuladExpectation(db);
    expectation.readEvents(input);
    expectation.loadClock(book, until);
    expectation.loadActivities(book);
    expectation.loadGoals(book);
    expectation.checkAssumptions();
    try (InputStream sql = OuladExpectation.class.getResourceAsStream("/oulad/expectation.sql")) {
      expectation.run(new String(sql.readAllBytes(), StandardCharsets.UTF_8));
    }
    return expectation;
  }

  /**
   * Compares a replay's tables with the expectation, both ways.
   *
   * @param tables the replay's output folder
   * @return up to ten rows of each difference, in words; empty if there is none
   */
  public List<String> differences(Path tables) throws SQLException {
    List<String> differences = new ArrayList<>();
    compare(
        tables.resolve("ledger_entries"),
        "expected_entries",
        "employee_id, CAST(sequence AS BIGINT) AS sequence, kind, activity_id, category,"
            + " earned_change, available_change, epoch_ms(effective_at) AS effective_at,"
            + " event_date, epoch_ms(recorded_at) AS recorded_at, cause_source, cause_event_id,"
            + " rule_version, earned_after, available_after",
        differences);
    compare(
        tables.resolve("credit_balances"),
        "expected_balances",
        "employee_id, earned, available, required, elective, practice, period_earned, redeemed,"
            + " expired, debt",
        differences);
    compare(
        tables.resolve("eligible_employees"),
        "expected_held",
        "goal_id, employee_id, epoch_ms(since) AS since",
        differences);
    return differences;
  }

  private void compare(Path table, String expected, String columns, List<String> differences)
      throws SQLException {
    String found = "SELECT " + columns + " FROM read_parquet('" + table + "/**/*.parquet')";
    String wanted = "SELECT " + columns + " FROM " + expected;
    for (List<String> sides : List.of(List.of(found, wanted), List.of(wanted, found))) {
      String query =
          "SELECT CAST(row_of AS VARCHAR) FROM ("
              + (sides.get(0) + " EXCEPT ALL " + sides.get(1))
              + ") AS row_of LIMIT 10";
      String complaint = sides.get(0).equals(found) ? " has unexpectedly " : " lacks ";
      column(query).forEach(row -> differences.add(table.getFileName() + complaint + row));
    }
  }

  /** The first column of a query's rows. */
  List<String> column(String query) throws SQLException {
    List<String> values = new ArrayList<>();
    try (Statement statement = db.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      while (rows.next()) {
        values.add(rows.getString(1));
      }
    }
    return values;
  }

  private void readEvents(Path input) throws SQLException {
    String read =
        "SELECT * FROM read_json('%s/%s*.jsonl*', format = 'newline_delimited', columns = {%s})";
    String common =
        "eventId: 'VARCHAR', source: 'VARCHAR', employeeId: 'VARCHAR', occurredAt: 'TIMESTAMPTZ', ";
    run(
        "CREATE TABLE learning AS "
            + read.formatted(
                input,
                "learning",
                common
                    + "verb: 'VARCHAR', activityId: 'VARCHAR', score: 'DECIMAL(9, 6)',"
                    + " submissionId: 'VARCHAR'"));
    run("CREATE TABLE people AS " + read.formatted(input, "hr", common + "kind: 'VARCHAR'"));
  }

  private void loadClock(RuleBook book, long until) throws SQLException {
    run("CREATE TABLE clock (zone VARCHAR, ends_at TIMESTAMPTZ)");
    insert("INSERT INTO clock VALUES (?, ?)", book.zone(), Instant.ofEpochMilli(until));
  }

  private void loadActivities(RuleBook book) throws SQLException {
    run(
        "CREATE TABLE activity_terms (activity_id VARCHAR, from_day DATE, kind VARCHAR, category"
            + " VARCHAR, credits DECIMAL(12, 2), pass_score DECIMAL(9, 6), rule_version VARCHAR,"
            + " tags VARCHAR[])");
    for (String id : book.activities().keySet()) {
      Versions<ActivityTerms> versions = book.activity(id).versions();
      for (int from : versions.fromDays()) {
        ActivityTerms terms = versions.at(from);
        requireSimple(terms);
        insert(
            "INSERT INTO activity_terms VALUES (?, ?, ?, ?, ?::DECIMAL(12, 2) / 100, ?, ?,"
                + " string_split(?, ' '))",
            id,
            from == Versions.START ? LocalDate.of(1, 1, 1) : LocalDate.ofEpochDay(from),
            terms.kind().name().toLowerCase(Locale.ROOT),
            terms.category(),
            terms.credits(),
            terms.passScore(),
            terms.version(),
            String.join(" ", terms.tags()));
      }
    }
  }

  private static void requireSimple(ActivityTerms terms) {
    if (!terms.repeat().equals(Repeat.ONCE)
        || terms.cap() != null
        || !terms.jobs().isEmpty()
        || !terms.offer().equals(Offer.ALWAYS)
        || terms.candidate()) {
      throw new IllegalArgumentException("the SQL knows no such terms: " + terms);
    }
  }

  private void loadGoals(RuleBook book) throws SQLException {
    run("CREATE TABLE goals (goal_id VARCHAR, revoke BOOLEAN)");
    run(
        "CREATE TABLE goal_requirements (goal_id VARCHAR, measure VARCHAR, selector VARCHAR,"
            + " at_least DECIMAL(18, 6))");
    for (var goal : book.goals()) {
      GoalTerms terms = goal.versions().latest();
      insert("INSERT INTO goals VALUES (?, ?)", goal.id(), terms.revoke());
      for (Requirement requirement : terms.requires()) {
        loadRequirement(goal.id(), requirement);
      }
    }
  }

  private void loadRequirement(String goal, Requirement requirement) throws SQLException {
    String insert = "INSERT INTO goal_requirements VALUES (?, ?, ?, ?::DECIMAL(18, 6))";
    if (requirement instanceof CreditsAtLeast credits
        && credits.within().equals(Within.LIFETIME)
        && credits.measure() != Measure.AVAILABLE) {
      boolean total = credits.measure() == Measure.TOTAL;
      insert(
          insert,
          goal,
          total ? "total" : "selected",
          total ? null : text(credits.selector()),
          BigDecimal.valueOf(credits.atLeast(), 2));
    } else if (requirement instanceof ShareAtLeast share) {
      insert(insert, goal, "share", text(share.selector()), share.atLeast());
    } else {
      throw new IllegalArgumentException("the SQL knows no such requirement: " + requirement);
    }
  }

  private static String text(Selector selector) {
    return selector.by().name().toLowerCase(Locale.ROOT) + "=" + selector.values().get(0);
  }

  private void checkAssumptions() throws SQLException {
    for (String assumption : ASSUMPTIONS) {
      if (!column(assumption).isEmpty()) {
        throw new IllegalArgumentException("the SQL cannot judge such files: " + assumption);
      }
    }
  }

  private void insert(String sql, Object... values) throws SQLException {
    try (PreparedStatement statement = db.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        Object value = values[i];
        statement.setString(i + 1, value == null ? null : value.toString());
      }
      statement.executeUpdate();
    }
  }

  private void run(String sql) throws SQLException {
    try (Statement statement = db.createStatement()) {
      statement.execute(sql);
    }
  }
}
