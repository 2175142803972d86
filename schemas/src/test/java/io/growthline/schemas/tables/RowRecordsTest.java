package io.growthline.schemas.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.growthline.schemas.RandomRecords;
import io.growthline.schemas.avro.RecordSchemas;
import io.growthline.schemas.ledger.GoalKind;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RowRecordsTest {

  private static final JobRow JOB =
      new JobRow("dev", "Developer", null, null, Map.of("lean", 2), Map.of(), 3L, 1_000L);

  @Provide
  Arbitrary<Record> rows() {
    List<Class<? extends Record>> types =
        TableCatalogue.all().stream().<Class<? extends Record>>map(Table::rowType).toList();
    return Arbitraries.of(types).flatMap(type -> RandomRecords.of(type, RecordSchemas.of(type)));
  }

  @Property(tries = 400)
  void everyRecordIsTheSameAfterItWasARow(@ForAll("rows") Record record) {
    assertThat(read(record.getClass(), row(record))).usingRecursiveComparison().isEqualTo(record);
  }

  @Test
  void aColumnThatIsNotThereHasItsDefault() {
    Object[] row = row(JOB);
    row[1] = null;
    row[6] = null;
    assertThat(read(JobRow.class, row))
        .isEqualTo(new JobRow("dev", null, null, null, Map.of("lean", 2), Map.of(), null, 1_000L));
  }

  @Test
  void aColumnThatHasToBeThereIsMissed() {
    Object[] row = row(JOB);
    row[0] = null;
    assertThatThrownBy(() -> read(JobRow.class, row))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a row of JobRow lacks jobId");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "[]", "{\"lean\":\"2\"}", "{\"lean\":2", "{} {}", "{\"lean\":null}"})
  void aTextThatIsNotOfItsColumnsTypeIsRefused(String text) {
    Object[] row = row(JOB);
    row[4] = text;
    assertThatThrownBy(() -> read(JobRow.class, row)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aConstantNewerThanTheReaderIsUnknown() {
    Object[] row =
        row(
            new GoalProgressRow(
                "p",
                "g",
                GoalKind.REWARD,
                "r",
                "u",
                0,
                0,
                0,
                true,
                List.of(),
                List.of(),
                List.of(),
                1,
                0));
    row[2] = "OF_THE_FUTURE";
    assertThat(((GoalProgressRow) read(GoalProgressRow.class, row)).kind())
        .isEqualTo(GoalKind.UNKNOWN);
  }

  private static Object[] row(Record record) {
    TableRows<Record> rows = rowsOf(record);
    return TableSchema.of(record.getClass()).getFields().stream()
        .map((Schema.Field column) -> rows.value(record, column.pos()))
        .toArray();
  }

  private static Record read(Class<? extends Record> type, Object[] row) {
    return RowRecords.of(type).record(row);
  }

  @SuppressWarnings("unchecked")
  private static TableRows<Record> rowsOf(Record record) {
    return TableRows.of((Class<Record>) record.getClass());
  }
}
