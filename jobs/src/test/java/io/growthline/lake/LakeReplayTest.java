package io.growthline.lake;

import static org.assertj.core.api.Assertions.assertThat;

import io.growthline.app.JobSettings;
import io.growthline.schemas.ledger.Posting;
import io.growthline.schemas.tables.Table;
import io.growthline.schemas.tables.TableCatalogue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.Stream;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.runtime.testutils.MiniClusterResourceConfiguration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.test.junit5.MiniClusterExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** A batch job's tables. */
class LakeReplayTest {

  @RegisterExtension
  static final MiniClusterExtension CLUSTER =
      new MiniClusterExtension(
          new MiniClusterResourceConfiguration.Builder()
              .setNumberTaskManagers(1)
              .setNumberSlotsPerTaskManager(2)
              .build());

  private static final Table<Posting> BY_MONTH = TableCatalogue.LEDGER_ENTRIES;
  private static final Table<Posting> FLAT = new Table<>("flat", Posting.class, null);
  private static final Table<Posting> WITHOUT_ROWS =
      new Table<>("without_rows", Posting.class, "recordedAt");
  private static final List<Table<Posting>> ALL = List.of(BY_MONTH, FLAT, WITHOUT_ROWS);
  private static final YearMonth LAST_MONTH = YearMonth.of(2026, 12);

  @TempDir Path folder;

  @Test
  void tablesAreSeenOnlyOnceAllOfThemAreWhole() throws Exception {
    write(5000);
    assertThat(visible()).isEmpty();
    new StagedTables(folder).publish(ALL, LAST_MONTH);
    assertThat(DuckDb.count(folder.resolve(BY_MONTH.name()))).isEqualTo(5000);
    assertThat(DuckDb.count(folder.resolve(FLAT.name()))).isEqualTo(5000);
    assertThat(DuckDb.count(folder.resolve(WITHOUT_ROWS.name()))).isZero();
    assertThat(files()).allMatch(file -> file.toString().endsWith(".parquet"));
  }

  @Test
  void everyMonthHasItsFolderAndAtMostTwoFiles() throws Exception {
    write(5000);
    new StagedTables(folder).publish(ALL, LAST_MONTH);
    Path table = folder.resolve(BY_MONTH.name());
    assertThat(
            DuckDb.rows(
                "SELECT DISTINCT strftime(recorded_at, '%Y-%m') = month FROM "
                    + "read_parquet('"
                    + table
                    + "/*/*.parquet', hive_partitioning = true,"
                    + " hive_types = {'month': VARCHAR})"))
        .containsExactly(List.of("true"));
    assertThat(
            DuckDb.rows(
                "SELECT month, count(DISTINCT filename) AS files FROM read_parquet('"
                    + table
                    + "/*/*.parquet', filename = true, hive_types = {'month': VARCHAR})"
                    + " GROUP BY month ORDER BY month"))
        .hasSize(11)
        .allSatisfy(month -> assertThat(Integer.parseInt(month.get(1))).isLessThanOrEqualTo(2));
  }

  @Test
  void publishingAgainReplacesWhatWasThere() throws Exception {
    StagedTables tables = new StagedTables(folder);
    write(5000);
    tables.publish(ALL, LAST_MONTH);
    write(10);
    assertThat(DuckDb.count(folder.resolve(BY_MONTH.name()))).isEqualTo(5000);
    tables.publish(ALL, LAST_MONTH);
    assertThat(DuckDb.count(folder.resolve(BY_MONTH.name()))).isEqualTo(10);
    try (Stream<Path> months = Files.list(folder.resolve(BY_MONTH.name()))) {
      assertThat(months).hasSize(1);
    }
  }

  @Test
  void clearingRemovesOnlyWhatWasNotPublished() throws Exception {
    StagedTables tables = new StagedTables(folder);
    write(100);
    tables.publish(ALL, LAST_MONTH);
    List<Path> published = files();
    write(200);
    assertThat(files()).hasSizeGreaterThan(published.size());
    tables.clear(ALL);
    assertThat(files()).containsExactlyElementsOf(published);
  }

  private void write(long rows) throws Exception {
    try (var env = StreamExecutionEnvironment.getExecutionEnvironment(JobSettings.replay())) {
      var postings =
          env.fromSequence(1, rows)
              .uid("numbers")
              .map(LakeRows::throughTheYear)
              .returns(TypeInformation.of(Posting.class))
              .uid("postings");
      Lake lake = Lake.replay(folder);
      lake.write(postings, BY_MONTH);
      lake.write(postings, FLAT);
      var none = postings.filter(posting -> posting.sequence() < 0).uid("none");
      lake.write(none, WITHOUT_ROWS);
      env.execute();
    }
  }

  private List<Path> visible() throws IOException {
    return files().stream().filter(file -> file.toString().endsWith(".parquet")).toList();
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    }
  }
}
