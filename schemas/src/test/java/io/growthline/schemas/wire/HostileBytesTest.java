package io.growthline.schemas.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.growthline.schemas.RandomRecords;
import io.growthline.schemas.RecordClasses;
import io.growthline.schemas.avro.RecordSchemas;
import io.growthline.schemas.deadletters.DeadLetter;
import io.growthline.schemas.events.HrEvent;
import io.growthline.schemas.wire.UnreadableMessageException.Reason;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.HexFormat;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever the bytes: a record, or a named reason; never an error, never much memory. */
class HostileBytesTest {

  private static final int HEADER_BYTES = 10;

  @Provide
  Arbitrary<Record> records() {
    return Arbitraries.of(RecordClasses.all())
        .flatMap(type -> RandomRecords.of(type, RecordSchemas.of(type)));
  }

  @Property(tries = 2000)
  void random_bytes_are_refused(@ForAll("records") Record record, @ForAll byte[] bytes) {
    Assume.that(bytes.length < 2 || bytes[0] != (byte) 0xC3);

    assertThat(reasonFor(formatOf(record), bytes)).isIn(Reason.TOO_SHORT, Reason.UNKNOWN_MARKER);
  }

  @Property(tries = 2000)
  void random_bytes_behind_a_good_header_are_read_or_refused(
      @ForAll("records") Record record, @ForAll byte[] bytes) {
    WireFormat<Record> format = formatOf(record);
    byte[] message = Arrays.copyOf(format.encode(record), HEADER_BYTES + bytes.length);
    System.arraycopy(bytes, 0, message, HEADER_BYTES, bytes.length);

    assertReadOrMalformed(format, message);
  }

  @Property(tries = 500)
  void a_message_with_one_byte_changed_is_read_or_refused(
      @ForAll("records") Record record, @ForAll byte change) {
    WireFormat<Record> format = formatOf(record);
    byte[] message = format.encode(record);
    for (int i = HEADER_BYTES; i < message.length; i++) {
      byte[] changed = message.clone();
      changed[i] = change;
      assertReadOrMalformed(format, changed);
    }
  }

  @Property(tries = 500)
  void a_message_cut_at_any_byte_is_refused(@ForAll("records") Record record) {
    WireFormat<Record> format = formatOf(record);
    byte[] message = format.encode(record);
    for (int length = 0; length < message.length; length++) {
      assertThat(reasonFor(format, Arrays.copyOf(message, length)))
          .isEqualTo(length < HEADER_BYTES ? Reason.TOO_SHORT : Reason.MALFORMED_AVRO);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {4, Integer.MAX_VALUE - 8, Integer.MAX_VALUE, Long.MAX_VALUE, -1})
  void a_string_longer_than_the_message_is_refused(long length) throws IOException {
    assertMalformed(HrEvent.class, encoder -> encoder.writeLong(length));
  }

  @ParameterizedTest
  @ValueSource(
      longs = {9, Integer.MAX_VALUE, Long.MAX_VALUE, Long.MIN_VALUE, -9, -Integer.MAX_VALUE})
  void a_list_with_more_elements_than_bytes_left_is_refused(long count) throws IOException {
    assertMalformed(
        HrEvent.class,
        encoder -> {
          for (int text = 0; text < 3; text++) {
            encoder.writeString("x");
          }
          encoder.writeLong(0); // occurredAt
          encoder.writeEnum(1);
          encoder.writeLong(0); // effectiveAt
          for (int absent = 0; absent < 5; absent++) {
            encoder.writeIndex(0);
          }
          encoder.writeIndex(1); // preferredFormats
          encoder.writeLong(count);
        });
  }

  @Test
  void bytes_longer_than_the_message_are_refused() throws IOException {
    assertMalformed(
        DeadLetter.class,
        encoder -> {
          for (int text = 0; text < 3; text++) {
            encoder.writeString("x");
          }
          encoder.writeIndex(0);
          encoder.writeLong(Integer.MAX_VALUE);
        });
  }

  @Test
  void text_that_is_not_utf_8_is_refused() throws IOException {
    assertMalformed(HrEvent.class, encoder -> encoder.writeBytes(new byte[] {(byte) 0xC3, '('}));
  }

  /** Writes the beginning of a record. */
  private interface Beginning {
    void writeTo(BinaryEncoder encoder) throws IOException;
  }

  private static void assertMalformed(Class<? extends Record> type, Beginning beginning)
      throws IOException {
    WireFormat<Record> format = formatOf(type);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(headerOf(format, type));
    BinaryEncoder encoder = EncoderFactory.get().directBinaryEncoder(out, null);
    beginning.writeTo(encoder);
    out.write("xx".getBytes(UTF_8));

    assertThat(reasonFor(format, out.toByteArray())).isEqualTo(Reason.MALFORMED_AVRO);
  }

  private static byte[] headerOf(WireFormat<Record> format, Class<? extends Record> type) {
    Record any = RandomRecords.of(type, RecordSchemas.of(type)).sample();
    return Arrays.copyOf(format.encode(any), HEADER_BYTES);
  }

  private static void assertReadOrMalformed(WireFormat<Record> format, byte[] message) {
    assertThatCode(
            () -> {
              try {
                format.decode(message);
              } catch (UnreadableMessageException e) {
                assertThat(e.reason()).isEqualTo(Reason.MALFORMED_AVRO);
              }
            })
        .as(() -> HexFormat.of().formatHex(message))
        .doesNotThrowAnyException();
  }

  private static Reason reasonFor(WireFormat<Record> format, byte[] message) {
    try {
      throw new AssertionError("decoded " + format.decode(message));
    } catch (UnreadableMessageException e) {
      return e.reason();
    }
  }

  private static WireFormat<Record> formatOf(Record record) {
    return formatOf(record.getClass());
  }

  @SuppressWarnings("unchecked")
  private static WireFormat<Record> formatOf(Class<? extends Record> type) {
    return SingleObjectEncoding.of((Class<Record>) type);
  }
}
