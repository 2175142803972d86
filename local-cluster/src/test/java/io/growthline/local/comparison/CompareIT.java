package io.growthline.local.comparison;

import static io.growthline.local.ReplayedFolder.command;
import static io.growthline.local.ReplayedFolder.learning;
import static org.assertj.core.api.Assertions.assertThat;

import io.growthline.local.CommandRun;
import io.growthline.local.ReplayedFolder;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Four people under rule books whose differences are known by hand. */
class CompareIT {

  private static final String RULES =
      """
      scheme: {zone: UTC}
      activities:
        - {id: data-analysis, title: Data Analysis, kind: course, category: elective, credits: 2}
        - {id: seminar, kind: course, category: elective, credits: 2}
        - {id: mentoring, kind: practice, category: practice, credits: 5}
      rewards:
        - {id: voucher, cost: 5}
      goals:
        - {id: analyst, kind: certification, requires: [{credits: total, atLeast: 6}]}
        - {id: mentor, kind: certification, requires: [{credits: {category: practice}, atLeast: 5}]}
      """;

  private static final List<String> LEARNING =
      List.of(
          learning("1", "ann", "2026-03-01T09:00:00Z", "COMPLETED", "data-analysis"),
          learning("2", "ann", "2026-03-02T09:00:00Z", "APPROVED", "mentoring"),
          learning("3", "bob", "2026-03-01T09:00:00Z", "COMPLETED", "data-analysis"),
          learning("4", "cem", "2026-03-02T09:00:00Z", "APPROVED", "mentoring"),
          learning("5", "dia", "2026-03-01T09:00:00Z", "COMPLETED", "data-analysis"),
          learning("6", "dia", "2026-03-02T09:00:00Z", "COMPLETED", "seminar"));

  private static final List<String> COMMANDS =
      List.of(command("7", "dia", "2026-03-03T09:00:00Z", "REDEEM", "\"rewardId\":\"voucher\""));

  @TempDir static Path folder;
  private static Path present;
  private static Path retitled;
  private static Path changed;

  @BeforeAll
  static void replay() throws Exception {
    ReplayedFolder replays = new ReplayedFolder(folder, "2026-06-30T00:00:00Z");
    present = replays.replay("present", RULES, LEARNING, COMMANDS);
    retitled =
        replays.replay(
            "retitled",
            RULES.replace("Data Analysis", "Data Science"),
            LEARNING,
            COMMANDS,
            "--ledger-only");
    changed =
        replays.replay(
            "changed",
            RULES
                .replace(
                    "elective, credits: 2}\n  - {id: seminar",
                    "elective, credits: 4}\n  - {id: seminar")
                .replace("{category: practice}, atLeast: 5", "{category: practice}, atLeast: 6"),
            LEARNING,
            COMMANDS);
  }

  @Test
  void theLedgerAloneHasNoFeaturesOrRecommendations() throws Exception {
    for (String table : List.of("employee_features/*", "recommendations")) {
      assertThat(rows("SELECT employee_id", present.resolve(table))).isNotEmpty();
      assertThat(rows("SELECT employee_id", retitled.resolve(table))).isEmpty();
    }
    assertThat(rows("SELECT employee_id", retitled.resolve("ledger_entries/*"))).isNotEmpty();
  }

  @Test
  void aNewTitleChangesNothing() {
    CommandRun run = CommandRun.of("compare", present.toString(), retitled.toString());
    assertThat(run.exitCode()).isZero();
    assertThat(blanksAsOne(run.out()))
        .contains(
            "employees 4 4",
            "earned 18.00 18.00 = 0 0 4",
            "Nobody's credits differ.",
            "No goal is newly reached or lost.");
  }

  @Test
  void whoGainsWhoLosesAndWhichGoals() {
    CommandRun run = CommandRun.of("compare", present.toString(), changed.toString());
    assertThat(run.err()).isEmpty();
    assertThat(run.exitCode()).isZero();
    assertThat(blanksAsOne(run.out()))
        .containsExactly(
            "employees 4 4",
            "",
            "credits A B difference gain lose same",
            "earned 18.00 24.00 +6.00 3 0 1",
            "available 18.00 19.00 +1.00 2 1 1",
            "required 0.00 0.00 = 0 0 4",
            "elective 8.00 14.00 +6.00 3 0 1",
            "practice 10.00 10.00 = 0 0 4",
            "redeemed 0.00 5.00 +5.00 1 0 3",
            "expired 0.00 0.00 = 0 0 4",
            "lapsed 0.00 0.00 = 0 0 4",
            "debt 0.00 0.00 = 0 0 4",
            "",
            "largest differences earned A earned B difference available A available B difference",
            "dia 4.00 6.00 +2.00 4.00 1.00 -3.00",
            "ann 7.00 9.00 +2.00 7.00 9.00 +2.00",
            "bob 2.00 4.00 +2.00 2.00 4.00 +2.00",
            "",
            "goals held A B newly reached lost",
            "analyst 1 2 1 0",
            "mentor 2 0 0 2");
  }

  @Test
  void aRuleBookOfItsOwnStandsInForTheInputFolders() {
    CommandRun replay =
        CommandRun.of(
            "replay",
            "--input",
            folder.resolve("present-in").toString(),
            "--rulebook",
            folder.resolve("changed-in/rulebook.yaml").toString(),
            "--until",
            "2026-06-30T00:00:00Z",
            "--output",
            folder.resolve("what-if").toString());
    assertThat(replay.err()).isEmpty();
    CommandRun run =
        CommandRun.of("compare", changed.toString(), folder.resolve("what-if").toString());
    assertThat(run.out()).contains("Nobody's credits differ.");
  }

  @Test
  void onlyAsManyAreNamedAsAskedFor() {
    CommandRun run = CommandRun.of("compare", "--top", "1", present.toString(), changed.toString());
    assertThat(run.out()).anyMatch(line -> line.startsWith("dia "));
    assertThat(run.out()).noneMatch(line -> line.startsWith("ann "));
  }

  @Test
  void allDifferencesAreWrittenAsFlatTables() throws Exception {
    Path output = folder.resolve("differences");
    String[] arguments = {
      "compare", present.toString(), changed.toString(), "--output", output.toString()
    };
    assertThat(CommandRun.of(arguments).exitCode()).isZero();
    assertThat(
            rows(
                "SELECT employee_id, earned_a, earned_b, earned_difference, available_difference,"
                    + " typeof(earned_difference), goals_newly_reached, goals_lost",
                output.resolve("employee_differences")))
        .containsExactly(
            "ann 7.00 9.00 2.00 2.00 DECIMAL(13,2) [] [\"mentor\"]",
            "bob 2.00 4.00 2.00 2.00 DECIMAL(13,2) [] []",
            "cem 5.00 5.00 0.00 0.00 DECIMAL(13,2) [] [\"mentor\"]",
            "dia 4.00 6.00 2.00 -3.00 DECIMAL(13,2) [\"analyst\"] []");
    assertThat(
            rows(
                "SELECT goal_id, held_a, held_b, newly_reached, lost",
                output.resolve("goal_differences")))
        .containsExactly("analyst 1 2 1 0", "mentor 2 0 0 2");
    CommandRun again = CommandRun.of(arguments);
    assertThat(again.exitCode()).isEqualTo(2);
    assertThat(again.err()).singleElement().asString().contains("--overwrite");
  }

  @Test
  void aFolderWithoutTablesIsBadUsage() {
    CommandRun run = CommandRun.of("compare", present.toString(), folder.toString());
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).singleElement().asString().contains("B " + folder, "credit_balances");
  }

  private static List<String> blanksAsOne(List<String> lines) {
    return lines.stream().map(line -> line.strip().replaceAll(" +", " ")).toList();
  }

  private static List<String> rows(String select, Path table) throws Exception {
    List<String> rows = new ArrayList<>();
    try (Connection duckdb = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = duckdb.createStatement();
        ResultSet result =
            statement.executeQuery(select + " FROM '" + table + "/*.parquet' ORDER BY 1")) {
      while (result.next()) {
        List<String> row = new ArrayList<>();
        for (int column = 1; column <= result.getMetaData().getColumnCount(); column++) {
          row.add(result.getString(column));
        }
        rows.add(String.join(" ", row));
      }
    }
    return rows;
  }
}
