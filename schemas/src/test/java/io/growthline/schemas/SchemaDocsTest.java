package io.growthline.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import io.growthline.schemas.avro.RecordSchemas;
import java.util.List;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The schemas are the documentation: every record, enum and field says what it is. */
class SchemaDocsTest {

  static List<Class<? extends Record>> records() {
    return RecordClasses.all();
  }

  @ParameterizedTest
  @MethodSource("records")
  void every_doc_is_complete(Class<? extends Record> type) {
    assertThat(gaps(RecordSchemas.of(type))).isEmpty();
  }

  @Test
  void a_doc_that_says_too_little_is_found() {
    Schema schema =
        new Schema.Parser()
            .parse(
                """
                {"type": "record", "name": "Poor", "doc": "A record.", "fields": [
                  {"name": "unsaid", "type": "int"},
                  {"name": "unmarked", "type": "int", "doc": "A number."},
                  {"name": "sometimes", "type": ["null", "int"], "doc": "One. Not personal data."},
                  {"name": "never", "type": "int", "doc": "One. Null if none. Personal data."},
                  {"name": "fine", "type": "int", "doc": "A number. Personal data."}]}
                """);

    assertThat(gaps(schema)).containsExactly("unsaid", "unmarked", "sometimes", "never");
  }

  private static List<String> gaps(Schema schema) {
    return switch (schema.getType()) {
      case RECORD ->
          schema.getDoc() == null
              ? List.of(schema.getName())
              : schema.getFields().stream().flatMap(SchemaDocsTest::gaps).toList();
      case ENUM -> schema.getDoc() == null ? List.of(schema.getName()) : List.of();
      case ARRAY -> gaps(schema.getElementType());
      case UNION -> gaps(schema.getTypes().get(1));
      default -> List.of();
    };
  }

  private static Stream<String> gaps(Schema.Field field) {
    String doc = field.doc();
    boolean nullable = field.schema().getType() == Schema.Type.UNION;
    boolean complete =
        doc != null
            && (doc.endsWith(". Personal data.") || doc.endsWith(". Not personal data."))
            && doc.contains(". Null ") == nullable;
    return complete ? gaps(field.schema()).stream() : Stream.of(field.name());
  }
}
