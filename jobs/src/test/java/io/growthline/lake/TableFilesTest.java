package io.growthline.lake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.growthline.schemas.ledger.Decision;
import io.growthline.schemas.ledger.Outcome;
import io.growthline.schemas.ledger.Posting;
import io.growthline.schemas.tables.Table;
import io.growthline.schemas.tables.TableCatalogue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.io.LocalOutputFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Single files, read back by another program. */
class TableFilesTest {

  @TempDir Path folder;

  static List<Table<?>> tables() {
    return TableCatalogue.all();
  }

  @ParameterizedTest
  @MethodSource("tables")
  void aTableWithoutRowsIsAnEmptyFileWithItsColumns(Table<?> table) throws Exception {
    EmptyTables.createMissing(flinkPath(), List.of(table), YearMonth.of(2026, 3));
    assertThat(DuckDb.count(folder)).isZero();
    assertThat(DuckDb.columns(folder.resolve(table.name())).keySet())
        .containsAll(table.schema().getFields().stream().map(field -> field.name()).toList());
    assertThat(Files.exists(folder.resolve(table.name()).resolve("month=2026-03")))
        .isEqualTo(table.byMonth());
  }

  @Test
  void aTableThatIsThereIsNotTouched() throws Exception {
    write(TableCatalogue.LEDGER_ENTRIES, LakeRows.posting(1, LakeRows.JANUARY));
    EmptyTables.createMissing(
        flinkPath(), List.of(TableCatalogue.LEDGER_ENTRIES), YearMonth.of(2026, 3));
    assertThat(DuckDb.count(folder)).isEqualTo(1);
  }

  @Test
  void columnsHaveTheTypesOfTheContract() throws Exception {
    write(TableCatalogue.LEDGER_ENTRIES, LakeRows.posting(1, LakeRows.JANUARY));
    assertThat(DuckDb.columns(folder))
        .containsEntry("entry_id", "VARCHAR")
        .containsEntry("sequence", "BIGINT")
        .containsEntry("kind", "VARCHAR")
        .containsEntry("category", "VARCHAR")
        .containsEntry("earned_change", "DECIMAL(12,2)")
        .containsEntry("effective_at", "TIMESTAMP WITH TIME ZONE")
        .containsEntry("recorded_at", "TIMESTAMP WITH TIME ZONE")
        .containsEntry("event_date", "DATE");
    assertThat(
            DuckDb.rows(
                "SELECT logical_type, converted_type FROM parquet_schema('%s/**/*.parquet')"
                        .formatted(folder)
                    + " WHERE name = 'recorded_at'"))
        .singleElement()
        .asString()
        .contains("MICROS", "isAdjustedToUTC=1");
  }

  @Test
  void valuesAreExact() throws Exception {
    write(TableCatalogue.LEDGER_ENTRIES, LakeRows.posting(1, LakeRows.JANUARY));
    assertThat(
            DuckDb.rows(
                "SELECT kind, category, earned_change, available_change, earned_after, event_date,"
                    + " recorded_at, lot_id, reason FROM "
                    + DuckDb.files(folder)))
        .containsExactly(
            Arrays.asList(
                "EARN",
                "ELECTIVE",
                "2.50",
                "-0.01",
                "9999999999.99",
                "2026-01-31",
                "2026-01-31T23:59:59.999Z",
                null,
                "课程"));
  }

  @Test
  void rawBytesStayBytes() throws Exception {
    write(TableCatalogue.DEAD_LETTERS, LakeRows.deadLetter());
    assertThat(DuckDb.rows("SELECT hex(raw), length, detail FROM " + DuckDb.files(folder)))
        .containsExactly(Arrays.asList("00FF22", "3", null));
  }

  @Test
  void aRowThatLacksWhatNoRowMayLackIsRefused() {
    Decision withoutSource =
        new Decision(null, "e1", "p1", null, Outcome.CAPPED, null, LakeRows.JANUARY, null);
    assertThatThrownBy(() -> write(TableCatalogue.DECISIONS, withoutSource))
        .hasMessage("a row of decisions lacks source");
  }

  @Test
  void filesAreCompressedWithZstandard() throws Exception {
    write(TableCatalogue.LEDGER_ENTRIES, LakeRows.posting(1, LakeRows.JANUARY));
    assertThat(
            DuckDb.rows(
                "SELECT DISTINCT compression FROM parquet_metadata('%s/**/*.parquet')"
                    .formatted(folder)))
        .containsExactly(List.of("ZSTD"));
  }

  @Test
  void manyRowGroupsReadBack() throws Exception {
    int rows = 600_000;
    Table<Posting> table = TableCatalogue.LEDGER_ENTRIES;
    try (var writer =
        RowWriter.open(table, new LocalOutputFile(folder.resolve("part-1.parquet")))) {
      for (int i = 0; i < rows; i++) {
        writer.write(LakeRows.throughTheYear(i));
      }
    }
    assertThat(
            DuckDb.rows(
                "SELECT count(*), count(DISTINCT hash), sum(earned_change) FROM "
                    + DuckDb.files(folder)))
        .containsExactly(List.of("600000", "600000", "1500000.00"));
    assertThat(
            DuckDb.rows(
                "SELECT num_row_groups > 1 FROM parquet_file_metadata('%s/*.parquet')"
                    .formatted(folder)))
        .containsExactly(List.of("true"));
  }

  @SafeVarargs
  private <T extends Record> void write(Table<T> table, T... rows) throws IOException {
    Path place = Files.createDirectories(folder.resolve(table.name()).resolve("month=2026-01"));
    try (ParquetWriter<T> writer =
        RowWriter.open(table, new LocalOutputFile(place.resolve("part-1.parquet")))) {
      for (T row : rows) {
        writer.write(row);
      }
    }
  }

  private org.apache.flink.core.fs.Path flinkPath() {
    return org.apache.flink.core.fs.Path.fromLocalFile(folder.toFile());
  }
}
