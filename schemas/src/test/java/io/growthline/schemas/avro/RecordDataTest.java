package io.growthline.schemas.avro;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.growthline.schemas.RandomRecords;
import io.growthline.schemas.RecordClasses;
import io.growthline.schemas.tables.EligibleEmployee;
import io.growthline.schemas.tables.JobRow;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apache.avro.AvroTypeException;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecordDataTest {

  private static final byte[] NO_HEADER = {};

  @Provide
  Arbitrary<Record> records() {
    return Arbitraries.of(RecordClasses.all())
        .flatMap(type -> RandomRecords.of(type, RecordSchemas.of(type)));
  }

  @Property
  void every_record_survives_a_round_trip(@ForAll("records") Record record) throws IOException {
    RecordData<Record> data = dataOf(record);
    byte[] bytes = data.encode(NO_HEADER, record);

    Record read = data.reader(data.schema()).read(bytes, 0);

    assertThat(read).usingRecursiveComparison().isEqualTo(record);
    assertThat(data.encode(NO_HEADER, read)).isEqualTo(bytes);
  }

  @Test
  void maps_are_written_in_the_order_of_their_keys() {
    JobRow job = jobWithSkills(Map.of("b", 1, "a", 2, "c", 3));

    String bytes = new String(RecordData.of(JobRow.class).encode(NO_HEADER, job), ISO_8859_1);

    assertThat(bytes).containsSubsequence("a", "b", "c");
  }

  @Test
  void a_record_whose_components_differ_from_the_fields_is_refused_by_name() {
    Schema renamed = changed(EligibleEmployee.class, "\"since\"", "\"since_when\"");

    assertThatIllegalArgumentException()
        .isThrownBy(() -> new RecordData<>(EligibleEmployee.class, renamed))
        .withMessageContaining("EligibleEmployee")
        .withMessageContaining("since_when");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"name\":\"firing\",\"type\":\"int\" | \"name\":\"firing\",\"type\":\"string\"",
        "\"name\":\"firing\",\"type\":\"int\" | \"name\":\"firing\",\"type\":[\"null\",\"int\"]",
        "\"name\":\"firing\",\"type\":\"int\" | \"name\":\"firing\",\"type\":[\"int\",\"null\"]",
        "\"name\":\"firing\",\"type\":\"int\""
            + "| \"name\":\"firing\",\"type\":{\"type\":\"array\",\"items\":\"int\"}",
      })
  void a_component_whose_type_does_not_fit_its_field_is_refused_by_name(String was, String is) {
    Schema retyped = changed(EligibleEmployee.class, was, is);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> new RecordData<>(EligibleEmployee.class, retyped))
        .withMessageContaining("EligibleEmployee.firing");
  }

  @Test
  void credits_of_more_than_twelve_digits_are_refused() {
    Schema credits =
        new Schema.Parser()
            .parse("{\"type\":\"bytes\",\"logicalType\":\"decimal\",\"precision\":12,\"scale\":2}");
    UnscaledDecimal decimal = new UnscaledDecimal();

    ByteBuffer most = decimal.toBytes(999_999_999_999L, credits, credits.getLogicalType());
    assertThat(decimal.fromBytes(most, credits, credits.getLogicalType()))
        .isEqualTo(999_999_999_999L);
    assertThatThrownBy(() -> decimal.toBytes(1_000_000_000_000L, credits, credits.getLogicalType()))
        .isInstanceOf(AvroTypeException.class);
  }

  @Test
  void a_class_without_a_schema_is_named() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RecordSchemas.of(Unknown.class))
        .withMessageContaining("Unknown.avsc");
  }

  /** A record that no schema belongs to. */
  public record Unknown(int number) {}

  private static JobRow jobWithSkills(Map<String, Integer> skills) {
    return new JobRow("sales", null, null, null, skills, Map.of(), null, null);
  }

  private static Schema changed(Class<? extends Record> type, String was, String is) {
    String schema = RecordSchemas.of(type).toString();
    assertThat(schema).contains(was);
    return new Schema.Parser().parse(schema.replace(was, is));
  }

  @SuppressWarnings("unchecked")
  private static RecordData<Record> dataOf(Record record) {
    return RecordData.of((Class<Record>) record.getClass());
  }
}
