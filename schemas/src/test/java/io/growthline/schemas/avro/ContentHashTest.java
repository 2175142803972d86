package io.growthline.schemas.avro;

import static org.assertj.core.api.Assertions.assertThat;

import io.growthline.schemas.events.LearningEvent;
import io.growthline.schemas.events.LearningVerb;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.junit.jupiter.api.Test;

class ContentHashTest {

  @Test
  void the_order_in_which_attributes_were_sent_does_not_matter() {
    Map<String, String> one = new LinkedHashMap<>();
    one.put("plant", "Ulm");
    one.put("line", "7");
    Map<String, String> other = new LinkedHashMap<>();
    other.put("line", "7");
    other.put("plant", "Ulm");

    assertThat(ContentHash.of(event(0.5, one))).isEqualTo(ContentHash.of(event(0.5, other)));
  }

  @Test
  void any_difference_makes_another_hash() {
    assertThat(ContentHash.of(event(0.5, Map.of())))
        .isNotEqualTo(ContentHash.of(event(0.25, Map.of())))
        .isNotEqualTo(ContentHash.of(event(null, Map.of())))
        .isNotEqualTo(ContentHash.of(event(0.5, null)));
  }

  /** Hashes are kept in state: another value here turns every event sent again into a conflict. */
  @Test
  void the_hash_of_an_event_never_changes() {
    assertThat(ContentHash.of(event(0.5, Map.of("plant", "Ulm"))))
        .isEqualTo("a33f424eff72a6874adecc4393b3231c407ed3cf83887d9f7cb11c2d0642b65e");
  }

  @Test
  void a_nullable_field_added_at_the_end_leaves_the_hash_as_it_was() {
    RecordData<Before> before = new RecordData<>(Before.class, schema("id", "note"));
    RecordData<After> after = new RecordData<>(After.class, schema("id", "note", "added"));

    assertThat(ContentHash.of(after, new After("a", null, null)))
        .isEqualTo(ContentHash.of(before, new Before("a", null)))
        .isNotEqualTo(ContentHash.of(after, new After("a", null, "b")));
  }

  /** A record as one release has it. */
  public record Before(String id, String note) {}

  /** The same record in the release after. */
  public record After(String id, String note, String added) {}

  private static Schema schema(String... fields) {
    SchemaBuilder.FieldAssembler<Schema> schema = SchemaBuilder.record("Changing").fields();
    for (String field : fields) {
      schema = schema.optionalString(field);
    }
    return schema.endRecord();
  }

  private static LearningEvent event(Double score, Map<String, String> attributes) {
    return new LearningEvent(
        "e1",
        "lms",
        "p1",
        1_700_000_000_000L,
        LearningVerb.COMPLETED,
        "python",
        score,
        null,
        null,
        null,
        null,
        null,
        null,
        attributes);
  }
}
