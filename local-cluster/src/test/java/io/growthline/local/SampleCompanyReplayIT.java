package io.growthline.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The sample company's stories come out of a replay as the business wants them. */
class SampleCompanyReplayIT {

  private static final Instant END = Instant.parse("2026-11-23T03:00:00Z");

  @TempDir static Path folder;
  private static Path lake;
  private static CommandRun run;

  @BeforeAll
  static void replay() throws Exception {
    String input = folder.resolve("in").toString();
    CommandRun sample =
        CommandRun.of("sample", "--output", input, "--events", "3000", "--end", END.toString());
    assertThat(sample.exitCode()).isZero();
    lake = folder.resolve("out");
    run = CommandRun.of("replay", "--input", input, "--output", lake.toString());
  }

  @Test
  void itSucceedsAndAccountsForEveryRecord() {
    assertThat(run.err()).isEmpty();
    assertThat(run.exitCode()).isZero();
    assertThat(count("credited")).isPositive();
    assertThat(count("dead letters")).isEqualTo(4);
    assertThat(count("read"))
        .isEqualTo(
            count("credited")
                + count("decided")
                + count("earns nothing")
                + count("duplicates")
                + count("dead letters")
                + count("later"));
  }

  @ParameterizedTest(name = "{0} has {1}")
  @CsvSource({
    "li-na, 85.00",
    "liu-yang, 100.00",
    "he-jing, 99.75",
    "xu-jing, 205.00",
    "ma-chao, 304.00",
    "wang-wei, 151.50",
    "huang-lei, 156.50",
    "zhao-lei, 151.50",
    "yang-fan, 148.50",
    "gao-feng, 200.25",
    "guo-ying, 120.00",
    "emma-smith, 119.75",
    "zhang-min, 9.00",
    "sun-hao, 25.00",
    "tom-miller, 5.00",
    "wu-gang, 2.00"
  })
  void everyStoryHasItsBalance(String employee, BigDecimal earned) throws Exception {
    assertThat(query("SELECT earned FROM credit_balances WHERE employee_id = ?", employee))
        .containsExactly(earned.toPlainString());
  }

  @ParameterizedTest(name = "{0}: {2} {1}")
  @CsvSource({
    "A3, zhang-min, onboarded, REACHED",
    "A4, liu-yang, senior-skill, REACHED",
    "A5, liu-yang, leave-100, REACHED",
    "A5, xu-jing, allowance-200, REACHED",
    "A5, ma-chao, overseas-300, REACHED",
    "A6, wang-wei, supervisor, REACHED",
    "A6, yang-fan, supervisor, REACHED",
    "A6, yang-fan, supervisor, LOST",
    "A7, xu-jing, store-manager, REACHED",
    "A7, xu-jing, store-manager, LOST",
    "A9, guo-ying, salary-step, REACHED"
  })
  void goalsAreReachedAndLost(String brief, String employee, String goal, String direction)
      throws Exception {
    assertThat(milestones(employee, goal)).as(brief).contains(direction);
  }

  @ParameterizedTest(name = "{0}: {1} just misses {2}")
  @CsvSource({
    "A3, chen-yu, onboarded",
    "A3, james-brown, onboarded",
    "A4, he-jing, senior-skill",
    "A5, li-na, leave-100",
    "A6, huang-lei, supervisor",
    "A1, zhao-lei, supervisor",
    "A7, gao-feng, store-manager",
    "A9, emma-smith, salary-step"
  })
  void nearMissesStaySilent(String brief, String employee, String goal) throws Exception {
    assertThat(milestones(employee, goal)).as(brief).isEmpty();
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({
    "sun-hao, CAPPED",
    "sun-hao, ALREADY_EARNED",
    "zhou-jie, VERB_DOES_NOT_EARN",
    "chen-yu, BELOW_PASS_SCORE",
    "wu-gang, VOIDED",
    "wu-gang, NOT_ELIGIBLE",
    "tom-miller, NOT_EMPLOYED",
    "song-yan, ALREADY_EARNED",
    "he-jing, INSUFFICIENT_CREDITS"
  })
  void whatDoesNotEarnIsDecided(String employee, String outcome) throws Exception {
    assertThat(query("SELECT outcome FROM decisions WHERE employee_id = ?", employee))
        .contains(outcome);
  }

  @Test
  void a1TheOpenRequiredCourseIsNamed() throws Exception {
    assertThat(
            query(
                "SELECT missing FROM goal_progress WHERE goal_id = 'supervisor'"
                    + " AND requirement = 'requiredActivities' AND employee_id = ?",
                "zhao-lei"))
        .containsExactly("[\"quality-basics\"]");
  }

  @Test
  void a4LiNaIsFifteenCreditsShortOfTheCertificate() throws Exception {
    assertThat(
            query(
                "SELECT gap::INTEGER FROM goal_progress"
                    + " WHERE goal_id = 'senior-skill' AND employee_id = ?",
                "li-na"))
        .containsExactly("15");
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "liu-yang | REDEEM -100.00",
        "he-jing | ''",
        "guo-ying | REDEEM -100.00, CANCEL 100.00"
      })
  void a5RewardsAreTakenAndGivenBack(String employee, String statement) throws Exception {
    assertThat(
            String.join(
                ", ",
                query(
                    "SELECT kind || ' ' || available_change FROM ledger_entries"
                        + " WHERE kind <> 'EARN' AND employee_id = ? ORDER BY sequence",
                    employee)))
        .isEqualTo(statement);
  }

  @ParameterizedTest(name = "{0}: {1} of {2} credits are left")
  @CsvSource({"liu-yang, 0.00, 100.00", "he-jing, 99.75, 99.75", "guo-ying, 120.00, 120.00"})
  void a5WhatIsEarnedStays(String employee, String available, String earned) throws Exception {
    assertThat(
            query(
                "SELECT available || ' ' || earned FROM credit_balances WHERE employee_id = ?",
                employee))
        .containsExactly(available + " " + earned);
  }

  @Test
  void a5TheStatementTellsOfRewards() {
    assertThat(explain("liu-yang"))
        .anyMatch(line -> line.matches(".* Redeemed: leave-day for 100 credits +-100.00 +0.00"));
    assertThat(explain("he-jing"))
        .anyMatch(
            line ->
                line.matches(".* request portal-\\d+: not enough credits, 99.75 of 100 credits"));
  }

  private static List<String> explain(String employee) {
    return CommandRun.of("explain", "--employee", employee, "--lake", lake.toString()).out();
  }

  @Test
  void a8TheSameCourseIsWorthTwoBeforeTheChangeAndFourAfter() throws Exception {
    String sql =
        "SELECT earned_change || ' by ' || split_part(rule_version, '#', 1) FROM ledger_entries"
            + " WHERE activity_id = 'data-analysis' AND employee_id = ?";
    assertThat(query(sql, "david-jones")).containsExactly("2.00 by data-analysis@2015-01-01");
    assertThat(query(sql, "lin-tao")).containsExactly("4.00 by data-analysis@2026-05-01");
  }

  @Test
  void aSecondReplayIntoTheSameFolderNeedsPermission() throws Exception {
    String[] again = {
      "replay", "--input", folder.resolve("in").toString(), "--output", lake.toString()
    };
    CommandRun refused = CommandRun.of(again);
    assertThat(refused.exitCode()).isEqualTo(2);
    assertThat(refused.err()).singleElement().asString().contains("--overwrite");
  }

  private static List<String> milestones(String employee, String goal) throws SQLException {
    return query(
        "SELECT direction FROM milestones WHERE employee_id = ? AND goal_id = '" + goal + "'",
        employee);
  }

  private static long count(String name) {
    return run.out().stream()
        .filter(line -> line.startsWith(name + "  ") || line.matches(name + " +\\d+"))
        .mapToLong(line -> Long.parseLong(line.substring(name.length()).strip()))
        .findFirst()
        .orElseThrow();
  }

  private static List<String> query(String sql, String employee) throws SQLException {
    try (Connection duckdb = DriverManager.getConnection("jdbc:duckdb:");
        Statement views = duckdb.createStatement()) {
      for (String table :
          List.of(
              "credit_balances", "milestones", "decisions", "goal_progress", "ledger_entries")) {
        views.execute(
            "CREATE VIEW %s AS SELECT * FROM read_parquet('%s/%s/**/*.parquet')"
                .formatted(table, lake, table));
      }
      List<String> values = new ArrayList<>();
      try (var statement = duckdb.prepareStatement(sql)) {
        statement.setString(1, employee);
        try (ResultSet rows = statement.executeQuery()) {
          while (rows.next()) {
            values.add(rows.getString(1));
          }
        }
      }
      return values;
    }
  }
}
