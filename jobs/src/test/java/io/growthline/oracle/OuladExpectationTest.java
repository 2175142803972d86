package io.growthline.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import io.growthline.oracle.OracleResult.Entry;
import io.growthline.oracle.OracleResult.Hold;
import io.growthline.oracle.OracleResult.Sums;
import io.growthline.rulebook.RuleBook;
import io.growthline.schemas.avro.ContentHash;
import io.growthline.schemas.ledger.Category;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two readings of the contract, one in SQL and one in Java, must agree on real learners. */
class OuladExpectationTest {

  private final OuladInput input = OuladInput.extract();
  private Connection db;
  private RuleBook book;
  private Map<String, History> histories;
  private long until;
  private OuladExpectation expectation;

  @BeforeEach
  void workOutTheExpectation() throws SQLException, IOException {
    db = DriverManager.getConnection("jdbc:duckdb:");
    book = input.ruleBook();
    histories = input.histories();
    until = histories.values().stream().mapToLong(History::newest).max().orElseThrow();
    expectation = OuladExpectation.of(db, input.folder(), book, until);
    run("CREATE MACRO hundredths(credits) AS CAST(credits * 100 AS BIGINT)");
  }

  @AfterEach
  void close() throws SQLException {
    db.close();
  }

  @Test
  void theOracleAgreesOnEveryLearner() throws SQLException {
    Oracle oracle = new Oracle(event -> ContentHash.of((Record) event));
    List<String> balances = new ArrayList<>();
    List<String> entries = new ArrayList<>();
    List<String> held = new ArrayList<>();
    histories.forEach(
        (id, history) -> {
          OracleResult result =
              oracle.judge(
                  book, history.hr(), history.learning(), history.commands(), Map.of(), until);
          balances.add(text(id, result.sums()));
          result.postings().forEach(entry -> entries.add(text(id, entry)));
          result.held().forEach(hold -> held.add(text(id, hold)));
        });
    assertThat(
            expectation.column(
                "SELECT concat_ws(' ', employee_id, "
                    + "hundredths(earned), hundredths(required), hundredths(elective), "
                    + "hundredths(practice), hundredths(period_earned)) FROM expected_balances"))
        .hasSize(1_004)
        .containsExactlyInAnyOrderElementsOf(balances);
    assertThat(
            expectation.column(
                "SELECT concat_ws(' ', employee_id, kind, activity_id, category, "
                    + "hundredths(earned_change), epoch_ms(effective_at), event_date, "
                    + "cause_source, cause_event_id, rule_version) FROM expected_entries"))
        .hasSizeGreaterThan(1_000)
        .containsExactlyInAnyOrderElementsOf(entries);
    assertThat(
            expectation.column(
                "SELECT concat_ws(' ', employee_id, goal_id, epoch_ms(since)) FROM expected_held"))
        .containsExactlyInAnyOrderElementsOf(held);
  }

  @Test
  void everyGoalIsHeldBySomeAndOneIsLostBySome() throws SQLException {
    assertThat(expectation.column("SELECT DISTINCT goal_id FROM expected_held ORDER BY goal_id"))
        .containsExactly("first-certificate", "honours", "stem-fellow");
    assertThat(
            expectation.column(
                "SELECT DISTINCT employee_id FROM standing WHERE met AND goal_id = 'stem-fellow'"
                    + " AND employee_id NOT IN"
                    + " (SELECT employee_id FROM expected_held WHERE goal_id = 'stem-fellow')"))
        .hasSize(4);
  }

  @Test
  void tablesAreComparedBothWays(@TempDir Path tables) throws SQLException, IOException {
    export("expected_entries", tables.resolve("ledger_entries/month=2014-01"));
    export("expected_balances", tables.resolve("credit_balances"));
    export("expected_held", tables.resolve("eligible_employees"));
    assertThat(expectation.differences(tables)).isEmpty();
    run(
        "UPDATE expected_balances SET earned = earned + 0.01 WHERE employee_id = (SELECT"
            + " min(employee_id) FROM expected_balances)");
    run("DELETE FROM expected_held WHERE goal_id = 'honours'");
    run("INSERT INTO expected_entries FROM expected_entries LIMIT 1");
    assertThat(expectation.differences(tables))
        .anyMatch(difference -> difference.startsWith("credit_balances has unexpectedly"))
        .anyMatch(difference -> difference.startsWith("credit_balances lacks"))
        .anyMatch(difference -> difference.startsWith("eligible_employees has unexpectedly"))
        .anyMatch(difference -> difference.startsWith("ledger_entries lacks"));
  }

  private void export(String table, Path folder) throws SQLException, IOException {
    Files.createDirectories(folder);
    run("COPY " + table + " TO '" + folder.resolve("part-0.parquet") + "'");
  }

  private void run(String sql) throws SQLException {
    try (Statement statement = db.createStatement()) {
      statement.execute(sql);
    }
  }

  private static String text(String id, Sums sums) {
    return String.join(
        " ",
        id,
        String.valueOf(sums.earned()),
        String.valueOf(sums.byCategory().get(Category.REQUIRED)),
        String.valueOf(sums.byCategory().get(Category.ELECTIVE)),
        String.valueOf(sums.byCategory().get(Category.PRACTICE)),
        String.valueOf(sums.periodEarned()));
  }

  private static String text(String id, Entry entry) {
    return String.join(
        " ",
        id,
        entry.kind().name(),
        entry.activityId(),
        entry.category().name(),
        String.valueOf(entry.earnedChange()),
        String.valueOf(entry.effectiveAt()),
        entry.eventDate().toString(),
        entry.cause().source(),
        entry.cause().eventId(),
        entry.ruleVersion());
  }

  private static String text(String id, Hold hold) {
    return id + " " + hold.goalId() + " " + hold.since();
  }
}
