package io.growthline.local.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.growthline.schemas.tables.Table;
import io.growthline.schemas.tables.TableCatalogue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The demo as its user starts it: events in, triggers and Parquet out, nothing left behind. */
class DemoIT {

  /** The sample company says nothing of these. */
  private static final Set<Table<?>> UNTOLD =
      Set.of(TableCatalogue.PERFORMANCE_FACTS, TableCatalogue.SURVEY_ANSWERS);

  @TempDir Path folder;

  @Test
  void itTellsTheStoriesAndLeavesTheTables() throws Exception {
    try (LauncherCall demo = demo("--employees", "60", "--seconds", "10")) {
      assertThat(demo.exitCode()).isZero();
      assertThat(demo.err()).isEmpty();
      assertThat(demo.out())
          .anyMatch(
              line -> line.endsWith("Li Na: 85 credits, 15 short of Senior Skill Certification"))
          .anyMatch(line -> line.contains("Wang Wei: reached Supervisor"))
          .anyMatch(line -> line.contains("Xu Jing: lost Store Manager"))
          .anyMatch(line -> line.startsWith("Parquet tables: "));
      leavesNothingButTables(demo);
    }
    assertThat(
            query(
                "SELECT max_by(earned, version) FROM %s WHERE employee_id = 'li-na'",
                "credit_balances"))
        .containsExactly("85.00");
    assertThat(
            query(
                "SELECT sum(earned_change) FROM %s WHERE employee_id = 'li-na'", "ledger_entries"))
        .containsExactly("85.00");
    for (Table<?> table : TableCatalogue.all()) {
      assertThat(query("SELECT count(*) > 0 FROM %s", table.name()))
          .as(table.name())
          .containsExactly(Boolean.toString(!UNTOLD.contains(table)));
    }
    assertThat(lakeFiles()).allMatch(file -> file.toString().endsWith(".parquet"));
  }

  private List<Path> lakeFiles() throws IOException {
    try (Stream<Path> files = Files.walk(folder.resolve("lake"))) {
      return files.filter(Files::isRegularFile).toList();
    }
  }

  /** Each time once the output says how far it has come; the last is while events flow. */
  @ParameterizedTest(name = "interrupted after: {0}")
  @ValueSource(strings = {"Starting", "Sending", "events sent"})
  void interruptedItExitsWith130AndTheTablesCanBeRead(String reached) throws Exception {
    try (LauncherCall demo = demo("--employees", "60", "--seconds", "600")) {
      await()
          .atMost(Duration.ofMinutes(2))
          .until(() -> demo.out().stream().anyMatch(line -> line.contains(reached)));
      demo.signal("INT");
      assertThat(demo.exitCode()).isEqualTo(130);
      assertThat(demo.err()).isEmpty();
      leavesNothingButTables(demo);
    }
    for (Table<?> table : TableCatalogue.all()) {
      assertThat(query("SELECT count(*) FROM %s", table.name())).as(table.name()).hasSize(1);
    }
  }

  private LauncherCall demo(String... options) throws Exception {
    List<String> arguments = new ArrayList<>(List.of("demo", "--output", "lake"));
    arguments.addAll(List.of(options));
    return LauncherCall.start(LauncherCall.launcher(), folder, arguments.toArray(String[]::new));
  }

  private static void leavesNothingButTables(LauncherCall demo) {
    await()
        .atMost(Duration.ofSeconds(10))
        .untilAsserted(
            () -> {
              assertThat(demo.temporaryFiles()).isEmpty();
              assertThat(demo.announcements()).isEmpty();
              assertThat(demo.children()).isEmpty();
            });
  }

  private List<String> query(String sql, String table) throws SQLException {
    try (Connection duckdb = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = duckdb.createStatement();
        ResultSet rows =
            statement.executeQuery(
                sql.formatted("read_parquet('" + folder + "/lake/" + table + "/**/*.parquet')"))) {
      List<String> values = new ArrayList<>();
      while (rows.next()) {
        values.add(rows.getString(1));
      }
      return values;
    }
  }
}
