package io.growthline.local.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.growthline.schemas.tables.Table;
import io.growthline.schemas.tables.TableCatalogue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The demo as its user starts it: events in, triggers and Parquet out, nothing left behind. */
class DemoIT {

  /** The sample company says nothing of these. */
  private static final Set<Table<?>> UNTOLD = Set.of(TableCatalogue.SURVEY_ANSWERS);

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
          .anyMatch(line -> line.endsWith("Liu Yang: took leave-day for 100 credits"))
          .anyMatch(line -> line.contains("Xu Jing: lost Store Manager"))
          .anyMatch(line -> line.contains("Tang Xin: looks at blockchain most"))
          .anyMatch(line -> line.contains("Tang Xin: next Blockchain in Finance (3 credits): You"))
          .anyMatch(line -> line.matches(".*Li Na: next Lean Production Advanced .*; to .*: .*"))
          .anyMatch(line -> line.startsWith("Parquet tables: "));
      leavesNothingButTables(demo);
    }
    LakeFiles lake = new LakeFiles(folder.resolve("lake"));
    assertThat(
            lake.query(
                "SELECT max_by(earned, version) FROM %s WHERE employee_id = 'li-na'",
                "credit_balances"))
        .containsExactly("85.00");
    assertThat(
            lake.query(
                "SELECT sum(earned_change) FROM %s WHERE employee_id = 'li-na'", "ledger_entries"))
        .containsExactly("85.00");
    for (Table<?> table : TableCatalogue.all()) {
      assertThat(lake.query("SELECT count(*) > 0 FROM %s", table.name()))
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
              assertThat(demo.processes()).isEmpty();
            });
  }
}
