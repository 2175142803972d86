package io.growthline.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.growthline.schemas.deadletters.DeadLetter;
import io.growthline.schemas.events.Event;
import io.growthline.schemas.events.HrEvent;
import io.growthline.schemas.events.LearningEvent;
import io.growthline.schemas.topics.Topic;
import io.growthline.schemas.topics.TopicCatalogue;
import io.growthline.schemas.wire.SingleObjectEncoding;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import org.apache.flink.types.PojoTestUtils;
import org.apache.flink.util.InstantiationUtil;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Kafka records of the input topics. */
class EventDeserializerTest {

  private static final long RECEIVED_AT = ExampleEvents.AT + 1000;
  private static final int HOSTILE_RECORDS = 2000;
  private static final EventDeserializer<LearningEvent> LEARNING =
      EventDeserializer.of(TopicCatalogue.LEARNING_EVENTS);

  @Test
  void everyInputTopicIsReadFromAvroAndJson() {
    readsBoth(TopicCatalogue.LEARNING_EVENTS, ExampleEvents.learning());
    readsBoth(TopicCatalogue.CREDIT_COMMANDS, ExampleEvents.command());
    readsBoth(TopicCatalogue.PERFORMANCE_EVENTS, ExampleEvents.performance());
    readsBoth(TopicCatalogue.HR_EVENTS, ExampleEvents.hr());
    readsBoth(TopicCatalogue.SURVEY_EVENTS, ExampleEvents.survey());
  }

  private static <T extends Record & Event> void readsBoth(Topic<T> topic, T event) {
    EventDeserializer<T> deserializer = EventDeserializer.of(topic.withPartitions(1));
    byte[] avro = SingleObjectEncoding.of(topic.valueType()).encode(event);
    assertThat(deserializer.read(received(avro)).event()).isEqualTo(event);
    assertThat(deserializer.read(received(json(event))).event()).isEqualTo(event);
  }

  @Test
  void aTombstoneIsADeadLetter() {
    DeadLetter letter = LEARNING.read(received(null)).deadLetter();
    assertThat(letter.reason()).isEqualTo("TOMBSTONE");
    assertThat(letter.raw()).isEmpty();
    assertThat(letter.length()).isZero();
  }

  @Test
  void aDeadLetterSaysTopicPartitionOffsetAndKafkasTime() {
    DeadLetter letter = LEARNING.read(received("{".getBytes(StandardCharsets.UTF_8))).deadLetter();
    assertThat(letter.source()).isEqualTo("acme.learning.events");
    assertThat(letter.position()).isEqualTo("3:17");
    assertThat(letter.reason()).isEqualTo("MALFORMED_JSON");
    assertThat(letter.recordedAt()).isEqualTo(RECEIVED_AT);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " {}", "[]", "hello", "Ã\u0001"})
  void whatIsNeitherJsonNorAvroIsADeadLetter(String text) {
    assertReason(text.getBytes(StandardCharsets.ISO_8859_1), "UNKNOWN_FORMAT");
  }

  @Test
  void avroThatIsNotWholeIsADeadLetter() {
    byte[] avro = avro(ExampleEvents.learning());
    assertReason(Arrays.copyOf(avro, avro.length - 1), "MALFORMED_AVRO");
    byte[] unknown = avro.clone();
    unknown[5] ^= 1;
    assertReason(unknown, "UNKNOWN_FINGERPRINT");
    byte[] otherTopics = SingleObjectEncoding.of(HrEvent.class).encode(ExampleEvents.hr());
    assertReason(otherTopics, "UNKNOWN_FINGERPRINT");
  }

  @Test
  void avroIsHeldToTheSameRangesAsJson() {
    assertReason(avro(ExampleEvents.learning("", ExampleEvents.AT)), "MISSING_FIELD");
    assertReason(avro(ExampleEvents.learning("e-1", -1)), "OUT_OF_RANGE");
    assertReason(avro(ExampleEvents.learning("e-1", Long.MIN_VALUE)), "OUT_OF_RANGE");
  }

  @Test
  void anEventMoreThanFiveMinutesAheadOfKafkaIsADeadLetter() {
    long latest = RECEIVED_AT + 300_000;
    assertThat(LEARNING.read(received(avro(ExampleEvents.learning("e-1", latest)))).deadLetter())
        .isNull();
    assertReason(avro(ExampleEvents.learning("e-1", latest + 1)), "FROM_THE_FUTURE");
    assertReason(json(ExampleEvents.learning("e-1", latest + 1)), "FROM_THE_FUTURE");
  }

  @Test
  void noBytesMakeItThrow() {
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    for (int i = 0; i < HOSTILE_RECORDS; i++) {
      byte[] bytes = i % 2 == 0 ? avro(ExampleEvents.learning()) : json(ExampleEvents.learning());
      for (int damages = random.nextInt(4); damages >= 0; damages--) {
        bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
      }
      byte[] damaged = Arrays.copyOf(bytes, random.nextInt(2 * bytes.length));
      InputRecord record = LEARNING.read(received(damaged));
      assertThat(record.learning() == null)
          .as("seed %d, record %d", seed, i)
          .isEqualTo(record.deadLetter() != null);
    }
  }

  @Test
  void itTravelsToTheTaskManagers() throws Exception {
    EventDeserializer<LearningEvent> copy = InstantiationUtil.clone(LEARNING);
    assertThat(copy.read(received(avro(ExampleEvents.learning()))).event())
        .isEqualTo(ExampleEvents.learning());
  }

  @Test
  void whatItYieldsNeedsNoKryo() {
    PojoTestUtils.assertSerializedAsPojoWithoutKryo(InputRecord.class);
  }

  private static void assertReason(byte[] value, String reason) {
    assertThat(LEARNING.read(received(value)).deadLetter().reason()).isEqualTo(reason);
  }

  private static byte[] avro(LearningEvent event) {
    return SingleObjectEncoding.of(LearningEvent.class).encode(event);
  }

  private static byte[] json(Event event) {
    return EventText.json(event).toString().getBytes(StandardCharsets.UTF_8);
  }

  private static ConsumerRecord<byte[], byte[]> received(byte[] value) {
    return new ConsumerRecord<>(
        "acme.learning.events",
        3,
        17,
        RECEIVED_AT,
        TimestampType.LOG_APPEND_TIME,
        0,
        0,
        null,
        value,
        new RecordHeaders(),
        Optional.empty());
  }
}
