package io.growthline.lake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.growthline.app.JobSettings;
import io.growthline.schemas.ledger.Posting;
import io.growthline.schemas.tables.TableCatalogue;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.runtime.testutils.MiniClusterResourceConfiguration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.test.junit5.MiniClusterExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** A streaming job's tables. */
class LakeLiveTest {

  @RegisterExtension
  static final MiniClusterExtension CLUSTER =
      new MiniClusterExtension(
          new MiniClusterResourceConfiguration.Builder()
              .setNumberTaskManagers(1)
              .setNumberSlotsPerTaskManager(2)
              .build());

  private static final AtomicBoolean FAIL_ONCE = new AtomicBoolean();

  @TempDir Path folder;

  @Test
  void rowsAppearExactlyOnceThroughAFailureAndACancel() throws Exception {
    FAIL_ONCE.set(false);
    JobClient job = start(Long.MAX_VALUE / 2);
    awaitMoreFilesThan(0);
    FAIL_ONCE.set(true);
    await().atMost(Duration.ofMinutes(1)).until(() -> !FAIL_ONCE.get());
    awaitMoreFilesThan(DuckDb.visible(folder).size());
    job.cancel().get();

    String files = DuckDb.files(folder);
    assertThat(DuckDb.rows("SELECT count(*) - count(DISTINCT sequence) FROM " + files))
        .containsExactly(List.of("0"));
    // Each of the source's two halves is there from its start on, without a gap.
    assertThat(
            DuckDb.rows(
                "SELECT max(sequence) - min(sequence) + 1 - count(*) FROM "
                    + files
                    + " GROUP BY sequence > "
                    + Long.MAX_VALUE / 4))
        .containsExactly(List.of("0"), List.of("0"));
  }

  @Test
  void stoppingAtTheEndShowsEveryRow() throws Exception {
    FAIL_ONCE.set(false);
    start(1000).getJobExecutionResult().get();
    assertThat(DuckDb.count(folder)).isEqualTo(1000);
    try (Stream<Path> files = Files.walk(folder)) {
      assertThat(files.filter(Files::isRegularFile))
          .allMatch(file -> file.toString().endsWith(".parquet"));
    }
  }

  /** Reads all the while, as analysts do: a half-written file would be an error. */
  private void awaitMoreFilesThan(int number) {
    await()
        .atMost(Duration.ofMinutes(1))
        .until(() -> DuckDb.visible(folder).size() > number && readable());
  }

  private boolean readable() throws SQLException {
    return DuckDb.count(folder) > 0;
  }

  private JobClient start(long rows) throws Exception {
    Configuration settings = JobSettings.live(Duration.ofMillis(200));
    settings.set(RestartStrategyOptions.RESTART_STRATEGY, "fixed-delay");
    settings.set(RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_DELAY, Duration.ofMillis(10));
    try (var env = StreamExecutionEnvironment.getExecutionEnvironment(settings)) {
      var postings =
          env.fromSequence(1, rows)
              .uid("numbers")
              .map(LakeLiveTest::orFail)
              .returns(TypeInformation.of(Posting.class))
              .uid("postings");
      Path lake = folder;
      Lake.live(org.apache.flink.core.fs.Path.fromLocalFile(lake.toFile()))
          .write(postings, TableCatalogue.LEDGER_ENTRIES);
      return env.executeAsync();
    }
  }

  private static Posting orFail(long number) {
    if (FAIL_ONCE.compareAndSet(true, false)) {
      throw new IllegalStateException("as the test wants");
    }
    return LakeRows.posting(number, LakeRows.FEBRUARY + number % 2 - 1);
  }
}
