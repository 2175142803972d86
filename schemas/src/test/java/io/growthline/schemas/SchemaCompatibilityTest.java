package io.growthline.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import io.growthline.schemas.avro.RecordSchemas;
import io.growthline.schemas.events.CreditCommand;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaCompatibility.SchemaCompatibilityType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each release reads what the one before wrote, and the other way round. */
class SchemaCompatibilityTest {

  static List<Class<? extends Record>> records() {
    return RecordClasses.all();
  }

  @ParameterizedTest
  @MethodSource("records")
  void every_schema_and_its_predecessor_read_each_other(Class<? extends Record> type) {
    List<Schema> predecessors = RecordSchemas.predecessors(type);

    assertThat(predecessors).isNotEmpty();
    assertThat(predecessors)
        .allSatisfy(older -> assertThat(problems(older, RecordSchemas.of(type))).isEmpty());
  }

  @Test
  void a_field_added_without_a_default_is_a_problem() {
    assertThat(problemsOfChange("\"fields\":[", "\"fields\":[{\"name\":\"a\",\"type\":\"int\"},"))
        .isNotEmpty();
  }

  @Test
  void a_field_dropped_that_had_no_default_is_a_problem() {
    Schema longer = changed("\"fields\":[", "\"fields\":[{\"name\":\"a\",\"type\":\"int\"},");

    assertThat(problems(longer, RecordSchemas.of(CreditCommand.class))).isNotEmpty();
  }

  @Test
  void another_type_is_a_problem() {
    assertThat(
            problemsOfChange(
                "{\"name\":\"source\",\"type\":\"string\"",
                "{\"name\":\"source\",\"type\":\"int\""))
        .isNotEmpty();
  }

  @Test
  void another_scale_of_a_decimal_is_a_problem() {
    assertThat(problemsOfChange("\"scale\":2", "\"scale\":4")).isNotEmpty();
  }

  @Test
  void another_unit_of_time_is_a_problem() {
    assertThat(problemsOfChange("timestamp-millis", "timestamp-micros")).isNotEmpty();
  }

  @Test
  void a_symbol_or_an_optional_field_added_is_none() {
    assertThat(problemsOfChange("\"CANCEL\"", "\"CANCEL\",\"DONATE\"")).isEmpty();
    assertThat(
            problemsOfChange(
                "\"fields\":[",
                "\"fields\":[{\"name\":\"a\",\"type\":[\"null\",\"int\"],\"default\":null},"))
        .isEmpty();
  }

  private static List<String> problemsOfChange(String was, String is) {
    return problems(RecordSchemas.of(CreditCommand.class), changed(was, is));
  }

  private static Schema changed(String was, String is) {
    String schema = RecordSchemas.of(CreditCommand.class).toString();
    assertThat(schema).contains(was);
    return new Schema.Parser().parse(schema.replace(was, is));
  }

  private static List<String> problems(Schema older, Schema newer) {
    List<String> problems = new ArrayList<>();
    problems.addAll(unreadable(older, newer));
    problems.addAll(unreadable(newer, older));
    compareMeaning(older, newer, newer.getName(), problems);
    return problems;
  }

  private static List<String> unreadable(Schema writer, Schema reader) {
    SchemaCompatibility.SchemaCompatibilityResult result =
        SchemaCompatibility.checkReaderWriterCompatibility(reader, writer).getResult();
    return result.getCompatibility() == SchemaCompatibilityType.COMPATIBLE
        ? List.of()
        : result.getIncompatibilities().stream().map(Object::toString).toList();
  }

  /** Avro itself does not compare logical types: it would read hundredths as ten-thousandths. */
  private static void compareMeaning(
      Schema older, Schema newer, String where, List<String> problems) {
    if (older.getType() != newer.getType()) {
      return;
    }
    if (!Objects.equals(older.getLogicalType(), newer.getLogicalType())) {
      problems.add(where + ": " + older + " became " + newer);
    }
    switch (newer.getType()) {
      case ARRAY -> compareMeaning(older.getElementType(), newer.getElementType(), where, problems);
      case MAP -> compareMeaning(older.getValueType(), newer.getValueType(), where, problems);
      case UNION ->
          compareMeaning(older.getTypes().get(1), newer.getTypes().get(1), where, problems);
      case RECORD ->
          newer.getFields().stream()
              .filter(field -> older.getField(field.name()) != null)
              .forEach(
                  field ->
                      compareMeaning(
                          older.getField(field.name()).schema(),
                          field.schema(),
                          where + "." + field.name(),
                          problems));
      default -> {
        // the types without parts are compared above
      }
    }
  }
}
