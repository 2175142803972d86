package io.growthline.lake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.growthline.app.JobSettings;
import io.growthline.schemas.ledger.Posting;
import io.growthline.schemas.tables.Table;
import io.growthline.schemas.tables.TableCatalogue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.StateRecoveryOptions;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Jobs in processes of their own, killed while they write. */
@Timeout(180)
class LakeKillIT {

  private static final String NO_CHECKPOINT = "-";
  private static final List<Table<Posting>> TABLES = List.of(TableCatalogue.LEDGER_ENTRIES);

  @TempDir Path folder;
  @TempDir Path temp;
  @TempDir Path checkpoints;

  @Test
  void aKilledReplayLeavesTheTablesOfTheOneBefore() throws Exception {
    StagedTables tables = new StagedTables(folder);
    tables.publish(TABLES, YearMonth.of(2026, 3));
    List<Path> before = files(any -> true);

    killWhen(start("replay"), () -> !files(name -> name.contains(".inprogress.")).isEmpty());
    assertThat(DuckDb.visible(folder)).hasSameSizeAs(before);
    assertThat(DuckDb.count(folder)).isZero();

    tables.clear(TABLES);
    assertThat(files(any -> true)).isEqualTo(before);
  }

  @Test
  void aKilledLiveJobLeavesOnlyWholeFiles() throws Exception {
    killWhen(start("live"), () -> !DuckDb.visible(folder).isEmpty());
    assertThat(
            DuckDb.rows(
                "SELECT count(*) > 0, count(*) - count(DISTINCT sequence) FROM "
                    + DuckDb.files(folder)))
        .containsExactly(List.of("true", "0"));
    // A native codec would leave its library.
    try (Stream<Path> left = Files.list(temp)) {
      assertThat(left.map(path -> path.getFileName().toString()))
          .noneMatch(name -> name.contains("zstd"));
    }
  }

  @Test
  void aKilledLiveJobGoesOnFromItsCheckpointWithEveryRowOnce() throws Exception {
    killWhen(start("live"), () -> DuckDb.visible(folder).size() > 20);
    int filesBefore = DuckDb.visible(folder).size();
    killWhen(
        start("live", latestCheckpoint().toString()),
        () -> DuckDb.visible(folder).size() > filesBefore + 20);
    assertThat(
            DuckDb.rows(
                "SELECT min(sequence), max(sequence) - count(*), count(*) - count(DISTINCT sequence)"
                    + " FROM "
                    + DuckDb.files(folder)))
        .containsExactly(List.of("1", "0", "0"));
    // What the kills left is hidden and not named like a table's file.
    assertThat(files(name -> !name.endsWith(".parquet")))
        .isNotEmpty()
        .allMatch(file -> file.getFileName().toString().startsWith(".part-"))
        .allMatch(file -> file.getFileName().toString().contains(".parquet.inprogress."));
  }

  private Path latestCheckpoint() throws IOException {
    try (Stream<Path> found =
        Files.find(checkpoints, 3, (path, file) -> path.endsWith("_metadata"))) {
      return found
          .map(Path::getParent)
          .max(Comparator.comparingInt(LakeKillIT::number))
          .orElseThrow();
    }
  }

  private static int number(Path checkpoint) {
    return Integer.parseInt(checkpoint.getFileName().toString().substring("chk-".length()));
  }

  private Process start(String mode) throws IOException {
    return start(mode, NO_CHECKPOINT);
  }

  private Process start(String mode, String checkpoint) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx1g",
            "--add-opens=java.base/java.util=ALL-UNNAMED",
            "-Djava.io.tmpdir=" + temp,
            "-cp",
            System.getProperty("java.class.path"),
            Endless.class.getName(),
            mode,
            folder.toString(),
            checkpoints.toString(),
            checkpoint)
        .redirectErrorStream(true)
        .redirectOutput(temp.resolve("log").toFile())
        .start();
  }

  private void killWhen(Process job, Callable<Boolean> reached) throws Exception {
    try {
      await()
          .atMost(Duration.ofMinutes(2))
          .until(
              () -> {
                assertThat(job.isAlive()).as(() -> log()).isTrue();
                return reached.call();
              });
    } finally {
      job.destroyForcibly().waitFor();
    }
  }

  private String log() {
    try {
      return Files.readString(temp.resolve("log"));
    } catch (IOException e) {
      return e.toString();
    }
  }

  private List<Path> files(Predicate<String> fileName) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(file -> fileName.test(file.getFileName().toString()))
          .filter(Files::isRegularFile)
          .sorted()
          .toList();
    }
  }

  /** A job that never ends. */
  static final class Endless {

    private Endless() {}

    public static void main(String[] args) throws Exception {
      boolean replay = args[0].equals("replay");
      Path folder = Path.of(args[1]);
      var settings = replay ? JobSettings.replay() : JobSettings.live(Duration.ofMillis(200));
      settings.set(CheckpointingOptions.CHECKPOINTS_DIRECTORY, Path.of(args[2]).toUri().toString());
      if (!args[3].equals(NO_CHECKPOINT)) {
        settings.set(StateRecoveryOptions.SAVEPOINT_PATH, args[3]);
      }
      try (var env = StreamExecutionEnvironment.createLocalEnvironment(1, settings)) {
        var postings =
            env.fromSequence(1, Long.MAX_VALUE / 2)
                .uid("numbers")
                .map(LakeRows::throughTheYear)
                .returns(TypeInformation.of(Posting.class))
                .uid("postings");
        if (replay) {
          // A flat table by one subtask is written as rows come; all others wait for the last row.
          Lake.replay(folder).write(postings, new Table<>("ledger_entries", Posting.class, null));
        } else {
          Lake.live(org.apache.flink.core.fs.Path.fromLocalFile(folder.toFile()))
              .write(postings, TableCatalogue.LEDGER_ENTRIES);
        }
        env.execute();
      }
    }
  }
}
