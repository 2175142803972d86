package io.growthline.local.statement;

import static org.assertj.core.api.Assertions.assertThat;

import io.growthline.local.CommandRun;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExplainTest {

  @TempDir Path lake;

  @BeforeEach
  void writeTables() throws Exception {
    ledgerEntry("e1", 1, "EARN", "culture", "2.00", "2026-03-02");
    ledgerEntry("e2", 2, "EARN", "lean-advanced", "6.00", "2026-04-01");
    ledgerEntry("e2", 2, "EARN", "lean-advanced", "6.00", "2026-04-01");
    ledgerEntry("e3", 3, "REVERSE", "culture", "-2.00", "2026-05-01");
    balance("6.00", 2);
    balance("8.00", 1);
    lot("a", "9.00", 1, "2026-11-30 15:59:59.999+00");
    lot("a", "0.00", 2, "2026-11-30 15:59:59.999+00");
    lot("b", "1.00", 1, "2026-12-31 15:59:59.999+00");
    lot("c", "1.50", 1, "2026-12-31 15:59:59.999+00");
    lot("d", "4.00", 1, "2027-01-31 15:59:59.999+00");
    table(
        "goal_progress",
        "SELECT 'li-na' AS employee_id, 'senior-skill' AS goal_id, 'credits(total)' AS requirement,"
            + " 'credits' AS unit, 85::DECIMAL(18,6) AS current, 100::DECIMAL(18,6) AS target,"
            + " 15::DECIMAL(18,6) AS gap, false AS met, '[]' AS missing, 2 AS version, TIMESTAMPTZ '2026-11-01 00:00:00+00' AS as_of");
    decision("e9", "safety", "BELOW_PASS_SCORE", "0.59 of 0.6", "2026-05-02");
    decision("e10", "welding", "BELOW_PASS_SCORE", "0.5 of 0.6", "2026-05-03");
    decision("e10", "welding", "APPROVED", null, "2026-05-04");
    table(
        "eligible_employees",
        "SELECT 'onboarded' AS goal_id, 'li-na' AS employee_id, 2 AS version, TIMESTAMPTZ '2026-11-01 00:00:00+00' AS as_of,"
            + " TIMESTAMPTZ '2026-04-02 00:30:00+08' AS since");
    table(
        "schemes",
        "SELECT 'default' AS scheme_id, 'Asia/Shanghai' AS zone, 2 AS revision,"
            + " TIMESTAMPTZ '2026-11-01 00:00:00+00' AS as_of"
            + " UNION ALL SELECT 'default', 'America/New_York', 1, '2026-12-01 00:00:00+00'");
    table(
        "activities",
        "SELECT 'lean-advanced' AS activity_id, 'Lean Production Advanced' AS title_en,"
            + " 2 AS revision, TIMESTAMPTZ '2026-11-01 00:00:00+00' AS as_of"
            + " UNION ALL SELECT 'lean-advanced', 'Zero Waste', 1, '2026-12-01 00:00:00+00'");
  }

  @Test
  void daysAreThoseOfTheSchemesZoneOrInUtcWhereNoTableTellsIt() throws Exception {
    Files.delete(lake.resolve("schemes/part-0.parquet"));
    CommandRun run = CommandRun.of("explain", "--employee", "li-na", "--lake", lake.toString());
    assertThat(run.out())
        .contains(
            "  2026-05-01  safety: below the pass score, 0.59 of 0.6",
            "  onboarded, since 2026-04-01");
  }

  @Test
  void theStatementEndsInTheBalanceAndTheGapsWithoutWithdrawnRefusals() {
    CommandRun run = CommandRun.of("explain", "--employee", "li-na", "--lake", lake.toString());
    assertThat(run.err()).isEmpty();
    assertThat(run.exitCode()).isZero();
    assertThat(run.out().stream().map(line -> line.replaceAll(" +", " ")))
        .containsExactly(
            "Credits of li-na",
            "",
            " earned available balance",
            " Opening balance 10.00",
            "2026-03-02 culture +2.00 +2.00 12.00",
            "2026-04-01 Lean Production Advanced +6.00 +6.00 18.00",
            "2026-05-01 Taken back: culture of 2026-03-02 -2.00 -2.00 16.00",
            "",
            "Balance: 6.00 available of 6.00 earned (required 0.00, elective 6.00, practice 0.00)",
            " owed 0.50: the next credits pay this first",
            " next to expire: 2.50 at the end of 2026-12-31",
            "",
            "Not credited, or less than usual:",
            " 2026-05-02 safety: below the pass score, 0.59 of 0.6",
            "",
            "Reached:",
            " onboarded, since 2026-04-02",
            "",
            "Still missing:",
            " senior-skill: credits(total) 85 of 100 credits, 15 short");
  }

  @Test
  void someoneUnknownIsAFailure() {
    CommandRun run = CommandRun.of("explain", "--employee", "nobody", "--lake", lake.toString());
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err()).singleElement().asString().contains("nobody");
  }

  @Test
  void aFolderWithoutTablesIsBadUsage() {
    Path other = lake.resolve("goal_progress");
    CommandRun run = CommandRun.of("explain", "--employee", "li-na", "--lake", other.toString());
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).singleElement().asString().contains("ledger_entries");
  }

  private void ledgerEntry(
      String id, int sequence, String kind, String activity, String change, String day)
      throws Exception {
    String row =
        "SELECT '%1$s' AS entry_id, 'li-na' AS employee_id, %2$d AS sequence, '%3$s' AS kind,"
            + " '%4$s' AS activity_id, %5$s::DECIMAL(12,2) AS earned_change,"
            + " earned_change AS available_change, 10 + earned_change AS earned_after,"
            + " earned_after AS available_after, 'lms' AS cause_source, '%1$s' AS cause_event_id,"
            + " NULL::VARCHAR AS lot_id, %7$s AS corrects,"
            + " TIMESTAMPTZ '%6$s 02:00:00+00' AS effective_at, DATE '%6$s' AS event_date,"
            + " NULL::VARCHAR AS reason";
    table(
        "ledger_entries/month=" + day.substring(0, 7),
        row.formatted(
            id, sequence, kind, activity, change, day, kind.equals("REVERSE") ? "'e1'" : "NULL"));
  }

  private void decision(String event, String activity, String outcome, String detail, String day)
      throws Exception {
    table(
        "decisions/month=" + day.substring(0, 7),
        ("SELECT 'li-na' AS employee_id, 'lms' AS source, '%s' AS event_id, '%s' AS activity_id,"
                + " '%s' AS outcome, NULL::DECIMAL(12,2) AS credits, %s AS detail,"
                + " TIMESTAMPTZ '%s 00:30:00+08' AS recorded_at")
            .formatted(
                event,
                activity,
                outcome,
                detail == null ? "NULL::VARCHAR" : "'" + detail + "'",
                day));
  }

  private void lot(String id, String left, int version, String expires) throws Exception {
    table(
        "credit_lots",
        ("SELECT '%s' AS lot_id, 'li-na' AS employee_id, %s::DECIMAL(12,2) AS credits_left,"
                + " %d AS version, TIMESTAMPTZ '2026-11-01 00:00:00+00' AS as_of,"
                + " TIMESTAMPTZ '%s' AS expires_at")
            .formatted(id, left, version, expires));
  }

  private void balance(String credits, int version) throws Exception {
    table(
        "credit_balances",
        ("SELECT 'li-na' AS employee_id, %1$s::DECIMAL(12,2) AS earned,"
                + " %1$s::DECIMAL(12,2) AS available, 0::DECIMAL(12,2) AS required,"
                + " %1$s::DECIMAL(12,2) AS elective, 0::DECIMAL(12,2) AS practice,"
                + " 0::DECIMAL(12,2) AS redeemed, 0::DECIMAL(12,2) AS expired,"
                + " NULL::DECIMAL(12,2) AS lapsed, 0.5::DECIMAL(12,2) AS debt,"
                + " %2$d AS version, TIMESTAMPTZ '2026-11-01 00:00:00+00' AS as_of")
            .formatted(credits, version));
  }

  private void table(String name, String select) throws Exception {
    Path folder = Files.createDirectories(lake.resolve(name));
    long number;
    try (var files = Files.list(folder)) {
      number = files.count();
    }
    try (Connection duckdb = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = duckdb.createStatement()) {
      statement.execute("COPY (" + select + ") TO '" + folder + "/part-" + number + ".parquet'");
    }
  }
}
