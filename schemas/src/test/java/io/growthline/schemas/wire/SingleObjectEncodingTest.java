package io.growthline.schemas.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.growthline.schemas.avro.RecordData;
import io.growthline.schemas.avro.RecordSchemas;
import io.growthline.schemas.events.LearningEvent;
import io.growthline.schemas.events.LearningVerb;
import io.growthline.schemas.wire.UnreadableMessageException.Reason;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecordBuilder;
import org.apache.avro.message.BinaryMessageDecoder;
import org.apache.avro.message.BinaryMessageEncoder;
import org.junit.jupiter.api.Test;

class SingleObjectEncodingTest {

  private static final Schema CURRENT = RecordSchemas.of(LearningEvent.class);

  private final WireFormat<LearningEvent> format = SingleObjectEncoding.of(LearningEvent.class);

  @Test
  void a_message_is_what_any_avro_library_expects() throws IOException {
    byte[] message = format.encode(Events.completed());

    Object read = new BinaryMessageDecoder<>(GenericData.get(), CURRENT).decode(message);

    assertThat(read).hasToString(RecordData.of(LearningEvent.class).toString(Events.completed()));
    assertThat(message).startsWith(0xC3, 0x01);
  }

  @Test
  void bytes_shorter_than_the_header_are_too_short() {
    assertThat(reasonFor(new byte[0])).isEqualTo(Reason.TOO_SHORT);
    assertThat(reasonFor(new byte[9])).isEqualTo(Reason.TOO_SHORT);
    assertThat(reasonFor(new byte[10])).isEqualTo(Reason.UNKNOWN_MARKER);
  }

  @Test
  void another_schemas_fingerprint_is_unknown() {
    byte[] message = format.encode(Events.completed());
    message[5] ^= 1;

    assertThat(reasonFor(message)).isEqualTo(Reason.UNKNOWN_FINGERPRINT);
  }

  @Test
  void a_byte_after_the_end_is_malformed() {
    byte[] message = format.encode(Events.completed());

    assertThat(reasonFor(Arrays.copyOf(message, message.length + 1)))
        .isEqualTo(Reason.MALFORMED_AVRO);
  }

  @Test
  void a_symbol_added_by_a_newer_writer_is_unknown_to_this_reader() throws Exception {
    Schema newer = changed("\"VIEWED\"", "\"VIEWED\",\"SHARED\"");
    byte[] message = written(newer, "verb", new GenericData.EnumSymbol(verbOf(newer), "SHARED"));

    assertThat(knowing(newer).decode(message).verb()).isEqualTo(LearningVerb.UNKNOWN);
  }

  @Test
  void a_field_added_by_a_newer_writer_is_skipped() throws Exception {
    Schema newer =
        changed(
            "\"fields\":[",
            "\"fields\":[{\"name\":\"pages\",\"default\":[],"
                + "\"type\":{\"type\":\"array\",\"items\":{\"type\":\"map\",\"values\":\"bytes\"}}},");
    byte[] message = written(newer, "pages", List.of(Map.of(), Map.of()));

    assertThat(knowing(newer).decode(message)).isEqualTo(Events.minimal());
  }

  @Test
  void a_field_that_an_older_writer_lacked_is_null() throws Exception {
    String score = field("score");
    Schema older = changed(score + ",", "");
    byte[] message = written(older, "activityId", "python");

    assertThat(knowing(older).decode(message)).isEqualTo(Events.minimal());
  }

  @Test
  void a_format_can_be_shipped_to_another_machine() throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(format);
    }
    ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()));
    SingleObjectEncoding<?> shipped = (SingleObjectEncoding<?>) in.readObject();

    assertThat(shipped.decode(format.encode(Events.completed()))).isEqualTo(Events.completed());
  }

  @Test
  void an_error_tells_where_but_not_what() {
    byte[] message = format.encode(Events.completed());

    assertThatThrownBy(() -> format.decode(Arrays.copyOf(message, 20)))
        .hasNoCause()
        .hasMessage("byte 20 of 20 is not a valid LearningEvent");
  }

  private static SingleObjectEncoding<LearningEvent> knowing(Schema other) {
    return new SingleObjectEncoding<>(
        LearningEvent.class, RecordData.of(LearningEvent.class), List.of(other));
  }

  /** {@link Events#minimal} with one field more, as a release with that schema writes it. */
  private static byte[] written(Schema schema, String field, Object value) throws IOException {
    GenericData.Record event =
        new GenericRecordBuilder(schema)
            .set("eventId", "e1")
            .set("source", "lms")
            .set("employeeId", "p1")
            .set("occurredAt", 1_700_000_000_000L)
            .set("verb", new GenericData.EnumSymbol(verbOf(schema), "VIEWED"))
            .set("activityId", "python")
            .set(field, value)
            .build();
    ByteArrayOutputStream message = new ByteArrayOutputStream();
    new BinaryMessageEncoder<GenericData.Record>(GenericData.get(), schema).encode(event, message);
    return message.toByteArray();
  }

  private static Schema verbOf(Schema schema) {
    return schema.getField("verb").schema();
  }

  private static Schema changed(String was, String is) {
    assertThat(CURRENT.toString()).contains(was);
    return new Schema.Parser().parse(CURRENT.toString().replace(was, is));
  }

  private static String field(String name) {
    String schema = CURRENT.toString();
    int start = schema.indexOf("{\"name\":\"" + name + "\"");
    return schema.substring(start, schema.indexOf('}', start) + 1);
  }

  private Reason reasonFor(byte[] message) {
    try {
      throw new AssertionError("decoded " + format.decode(message));
    } catch (UnreadableMessageException e) {
      return e.reason();
    }
  }
}
