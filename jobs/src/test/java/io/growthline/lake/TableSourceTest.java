package io.growthline.lake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.growthline.app.JobSettings;
import io.growthline.schemas.deadletters.DeadLetter;
import io.growthline.schemas.ledger.Posting;
import io.growthline.schemas.tables.JobRow;
import io.growthline.schemas.tables.Table;
import io.growthline.schemas.tables.TableCatalogue;
import java.io.FileNotFoundException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.runtime.testutils.MiniClusterResourceConfiguration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.test.junit5.MiniClusterExtension;
import org.apache.flink.util.CloseableIterator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** What was written is read back. */
class TableSourceTest {

  @RegisterExtension
  static final MiniClusterExtension CLUSTER =
      new MiniClusterExtension(
          new MiniClusterResourceConfiguration.Builder()
              .setNumberTaskManagers(1)
              .setNumberSlotsPerTaskManager(2)
              .build());

  private static final Table<Posting> POSTINGS = TableCatalogue.LEDGER_ENTRIES;

  @TempDir Path folder;

  @Test
  void everyRowIsReadAsTheRecordItWas() throws Exception {
    List<Posting> postings =
        LongStream.rangeClosed(1, 2_000).mapToObj(LakeRows::throughTheYear).toList();
    write(postings, POSTINGS);
    assertThat(read(POSTINGS)).containsExactlyInAnyOrderElementsOf(postings);
  }

  @Test
  void bytesAndMapsAreReadAsWell() throws Exception {
    JobRow job = new JobRow("dev", "开发", null, "lead", Map.of("lean", 2, "c", 5), Map.of(), 3L, 7L);
    write(List.of(job), TableCatalogue.JOBS);
    assertThat(read(TableCatalogue.JOBS)).containsExactly(job);
    write(List.of(LakeRows.deadLetter()), TableCatalogue.DEAD_LETTERS);
    List<DeadLetter> letters = read(TableCatalogue.DEAD_LETTERS);
    assertThat(letters).usingRecursiveComparison().isEqualTo(List.of(LakeRows.deadLetter()));
  }

  @Test
  void aFileThatAnotherToolWroteAnewIsReadTheSame() throws Exception {
    List<Posting> postings =
        LongStream.rangeClosed(1, 300).mapToObj(LakeRows::throughTheYear).toList();
    write(postings, POSTINGS);
    for (Path file : files()) {
      Path anew = file.resolveSibling("anew");
      DuckDb.execute(
          "COPY (FROM '%s') TO '%s' (FORMAT parquet, COMPRESSION zstd)".formatted(file, anew));
      Files.move(anew, file, StandardCopyOption.REPLACE_EXISTING);
    }
    assertThat(read(POSTINGS)).containsExactlyInAnyOrderElementsOf(postings);
  }

  @Test
  void aColumnThatAnOlderFileLacksHasItsDefault() throws Exception {
    Path older = Files.createDirectories(folder.resolve("jobs")).resolve("part-0.parquet");
    DuckDb.execute(
        "COPY (SELECT 'dev' AS job_id, '{\"lean\":2}' AS skills, '{}' AS promotion_skills,"
            + " 7 AS of_another_time) TO '%s' (FORMAT parquet, COMPRESSION zstd)".formatted(older));
    assertThat(read(TableCatalogue.JOBS))
        .containsExactly(
            new JobRow("dev", null, null, null, Map.of("lean", 2), Map.of(), null, null));
  }

  @Test
  void hiddenAndUnfinishedFilesAreLeftAlone() throws Exception {
    write(List.of(LakeRows.throughTheYear(1)), POSTINGS);
    Path month = files().get(0).getParent();
    Files.writeString(month.resolve(".part-1.parquet"), "nothing");
    Files.writeString(month.resolve("_part-1.parquet"), "nothing");
    Files.writeString(month.resolve("part-1.parquet.staged"), "nothing");
    Path hidden = Files.createDirectories(folder.resolve(POSTINGS.name()).resolve(".months"));
    Files.writeString(hidden.resolve("part-1.parquet"), "nothing");
    assertThat(read(POSTINGS)).containsExactly(LakeRows.throughTheYear(1));
  }

  @Test
  void aTableThatIsNotThereIsMissedAtOnce() throws Exception {
    assertThatThrownBy(() -> read(POSTINGS))
        .isInstanceOf(FileNotFoundException.class)
        .hasMessageContaining("holds no table ledger_entries");
    Files.createDirectories(folder.resolve(POSTINGS.name()));
    assertThatThrownBy(() -> read(POSTINGS)).isInstanceOf(FileNotFoundException.class);
  }

  @Test
  void aFileThatIsNoParquetIsNamed() throws Exception {
    Path broken = Files.createDirectories(folder.resolve(POSTINGS.name())).resolve("p.parquet");
    Files.writeString(broken, "this is no table at all, by no means");
    assertThatThrownBy(() -> read(POSTINGS)).hasStackTraceContaining("p.parquet");
  }

  @Test
  void aColumnOfAnotherTypeIsNamed() throws Exception {
    Path other = Files.createDirectories(folder.resolve("jobs")).resolve("part-0.parquet");
    DuckDb.execute(
        "COPY (SELECT 7 AS job_id) TO '%s' (FORMAT parquet, COMPRESSION zstd)".formatted(other));
    assertThatThrownBy(() -> read(TableCatalogue.JOBS))
        .hasStackTraceContaining("job_id")
        .hasStackTraceContaining("part-0.parquet");
  }

  private <T extends Record> void write(List<T> rows, Table<T> table) throws Exception {
    try (var env = StreamExecutionEnvironment.getExecutionEnvironment(JobSettings.replay())) {
      var stream =
          env.fromData(TypeInformation.of(table.rowType()), rows.toArray(this::array)).uid("rows");
      Lake.replay(folder).write(stream, table);
      env.execute();
    }
    new StagedTables(folder).publish(List.of(table), YearMonth.of(2026, 12));
  }

  @SuppressWarnings("unchecked")
  private <T extends Record> T[] array(int length) {
    return (T[]) new Record[length];
  }

  private <T extends Record> List<T> read(Table<T> table) throws Exception {
    try (var env = StreamExecutionEnvironment.getExecutionEnvironment(JobSettings.replay())) {
      org.apache.flink.core.fs.Path lake =
          org.apache.flink.core.fs.Path.fromLocalFile(folder.toFile());
      List<T> rows = new ArrayList<>();
      try (CloseableIterator<T> read =
          env.fromSource(
                  TableSource.of(lake, table), WatermarkStrategy.noWatermarks(), table.name())
              .uid("table")
              .executeAndCollect()) {
        read.forEachRemaining(rows::add);
      }
      return rows;
    }
  }

  private List<Path> files() throws Exception {
    try (var files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    }
  }
}
