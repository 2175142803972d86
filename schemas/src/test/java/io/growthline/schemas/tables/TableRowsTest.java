package io.growthline.schemas.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.growthline.schemas.RandomRecords;
import io.growthline.schemas.avro.RecordSchemas;
import io.growthline.schemas.deadletters.DeadLetter;
import io.growthline.schemas.events.HrEvent;
import io.growthline.schemas.features.FeatureVector;
import io.growthline.schemas.ledger.Decision;
import io.growthline.schemas.ledger.GoalKind;
import io.growthline.schemas.ledger.Outcome;
import io.growthline.schemas.recommendations.ReasonCode;
import io.growthline.schemas.recommendations.RecommendationReason;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apache.avro.AvroTypeException;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TableRowsTest {

  private static final GoalProgressRow PROGRESS =
      new GoalProgressRow(
          "p1",
          "senior-skill",
          GoalKind.CERTIFICATION,
          "credits(total)",
          "credits",
          85_000_000,
          100_000_000,
          15_000_000,
          false,
          List.of(),
          List.of("lean", "李\"娜"),
          List.of("lean-advanced"),
          7,
          1_700_000_000_123L);

  @Test
  void a_row_has_text_for_enums_and_lists_and_exact_decimals_and_microseconds() {
    Map<String, Object> row = row(PROGRESS);

    assertThat(row.get("kind")).isEqualTo("CERTIFICATION");
    assertThat(row.get("current")).isEqualTo(85_000_000L);
    assertThat(row.get("met")).isEqualTo(false);
    assertThat(row.get("missing")).hasToString("[]");
    assertThat(row.get("completed")).hasToString("[\"lean\",\"李\\\"娜\"]");
    assertThat(row.get("as_of")).isEqualTo(1_700_000_000_123_000L);
  }

  @Test
  void a_decimal_of_too_many_digits_is_refused() {
    long tooMuch = 1_000_000_000_000_000_000L;
    GoalProgressRow row =
        new GoalProgressRow(
            "p1",
            "g",
            GoalKind.REWARD,
            "r",
            "u",
            tooMuch,
            0,
            0,
            false,
            List.of(),
            List.of(),
            List.of(),
            1,
            0);

    assertThatThrownBy(() -> row(row)).isInstanceOf(AvroTypeException.class);
  }

  @Test
  void a_map_is_an_object_with_sorted_keys() {
    Map<String, Integer> skills = new LinkedHashMap<>();
    skills.put("python", 3);
    skills.put("lean", 2);

    Map<String, Object> row =
        row(new JobRow("dev", null, null, null, skills, Map.of(), null, null));

    assertThat(row.get("skills")).hasToString("{\"lean\":2,\"python\":3}");
    assertThat(row.get("promotion_skills")).hasToString("{}");
    assertThat(row.get("title_en")).isNull();
  }

  @Test
  void records_in_a_list_are_objects() {
    RecommendationReason reason =
        new RecommendationReason(ReasonCode.POPULAR, null, Map.of("en", "Many take it"), 0.25);

    Map<String, Object> row =
        row(
            new RecommendationRow(
                "p1", 0, 1, "python", 0.25, 300, null, List.of(reason), null, 7, Map.of()));

    assertThat(row.get("reasons"))
        .hasToString(
            "[{\"code\":\"POPULAR\",\"subject\":null,"
                + "\"text\":{\"en\":\"Many take it\"},\"share\":0.25}]");
  }

  @Provide
  Arbitrary<Record> rows() {
    List<Class<? extends Record>> types =
        List.of(
            GoalProgressRow.class,
            ActivityRow.class,
            GoalRow.class,
            FeatureVector.class,
            RecommendationRow.class,
            DeadLetter.class);
    return Arbitraries.of(types).flatMap(type -> RandomRecords.of(type, RecordSchemas.of(type)));
  }

  @Property(tries = 200)
  void whatever_a_record_allows_its_row_allows(@ForAll("rows") Record record) {
    TableRows<Record> rows = rowsOf(record);
    for (Schema.Field column : TableSchema.of(record.getClass()).getFields()) {
      Object value = rows.value(record, column.pos());
      assertThat(isOfType(column.schema(), value)).as(column.name()).isTrue();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "1970-01-01T00:00:00Z,     1970-01",
    "2024-02-29T23:59:59.999Z, 2024-02",
    "2024-03-01T00:00:00Z,     2024-03",
  })
  void the_month_is_that_in_utc(Instant instant, String month) {
    Decision row =
        new Decision("lms", "e1", "p1", null, Outcome.CAPPED, null, instant.toEpochMilli(), null);

    assertThat(TableCatalogue.DECISIONS.month(row)).isEqualTo(month);
  }

  @Test
  void columns_keep_docs_and_nullability_of_their_fields() {
    Schema record = RecordSchemas.of(HrEvent.class);
    Schema table = TableSchema.of(HrEvent.class);

    assertThat(table.getField("hired_on").doc()).isEqualTo(record.getField("hiredOn").doc());
    assertThat(table.getField("hired_on").schema()).isEqualTo(record.getField("hiredOn").schema());
    assertThat(table.getField("preferred_formats").schema().isNullable()).isTrue();
    assertThat(table.getField("effective_at").schema().isNullable()).isFalse();
  }

  private static Map<String, Object> row(Record record) {
    TableRows<Record> rows = rowsOf(record);
    Map<String, Object> row = new LinkedHashMap<>();
    for (Schema.Field column : TableSchema.of(record.getClass()).getFields()) {
      row.put(column.name(), rows.value(record, column.pos()));
    }
    return row;
  }

  private static boolean isOfType(Schema schema, Object value) {
    boolean decimal = schema.toString().contains("decimal");
    return decimal
        ? value instanceof Long || (value == null && schema.isNullable())
        : GenericData.get().validate(schema, value);
  }

  @SuppressWarnings("unchecked")
  private static TableRows<Record> rowsOf(Record record) {
    return TableRows.of((Class<Record>) record.getClass());
  }
}
