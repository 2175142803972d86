package io.growthline.ingest;

import io.growthline.schemas.deadletters.DeadLetterReason;
import io.growthline.schemas.events.CreditCommand;
import io.growthline.schemas.events.Event;
import io.growthline.schemas.events.HrEvent;
import io.growthline.schemas.events.LearningEvent;
import io.growthline.schemas.events.PerformanceEvent;
import io.growthline.schemas.events.SurveyEvent;
import io.growthline.schemas.topics.Topic;
import io.growthline.schemas.wire.SingleObjectEncoding;
import io.growthline.schemas.wire.UnreadableMessageException;
import io.growthline.schemas.wire.WireFormat;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.util.Collector;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Reads the values of one input topic, JSON or Avro, to events or dead letters: exactly one for
 * each Kafka record, and never an exception. Keys are not looked at: the event names its employee.
 */
public final class EventDeserializer<T extends Record & Event>
    implements KafkaRecordDeserializationSchema<InputRecord> {

  private static final long serialVersionUID = 1L;

  /** How far ahead of the record's Kafka time an event may have happened. */
  public static final Duration MOST_AHEAD = Duration.ofMinutes(5);

  private static final Map<Class<?>, InputKind> KINDS =
      Map.of(
          LearningEvent.class, InputKind.LEARNING,
          CreditCommand.class, InputKind.COMMANDS,
          PerformanceEvent.class, InputKind.PERFORMANCE,
          HrEvent.class, InputKind.HR,
          SurveyEvent.class, InputKind.SURVEYS);

  private static final byte[] NOTHING = {};

  private final InputKind kind;
  private final WireFormat<T> avro;

  private EventDeserializer(InputKind kind, WireFormat<T> avro) {
    this.kind = kind;
    this.avro = avro;
  }

  /** The deserialiser of an input topic, under any prefix. */
  public static <T extends Record & Event> EventDeserializer<T> of(Topic<T> topic) {
    Class<T> type = topic.valueType();
    return new EventDeserializer<>(KINDS.get(type), SingleObjectEncoding.of(type));
  }

  @Override
  public void deserialize(ConsumerRecord<byte[], byte[]> message, Collector<InputRecord> out) {
    out.collect(read(message));
  }

  /** What one Kafka record is. */
  public InputRecord read(ConsumerRecord<byte[], byte[]> message) {
    long receivedAt = receivedAt(message);
    Origin origin =
        new Origin(message.topic(), message.partition() + ":" + message.offset(), receivedAt);
    byte[] value = message.value();
    if (value == null) {
      return origin.deadLetter(NOTHING, DeadLetterReason.TOMBSTONE, "a record without a value");
    }
    InputRecord input =
        value.length > 0 && value[0] == '{' ? kind.read(value, origin) : readAvro(value, origin);
    boolean isAhead =
        input.event() != null && input.event().occurredAt() > receivedAt + MOST_AHEAD.toMillis();
    return isAhead
        ? origin.deadLetter(
            value, DeadLetterReason.FROM_THE_FUTURE, "occurredAt is over 5 minutes ahead of Kafka")
        : input;
  }

  private InputRecord readAvro(byte[] value, Origin origin) {
    try {
      return EventRules.accept(avro.decode(value));
    } catch (UnusableInputException e) {
      return origin.deadLetter(value, e.reason(), e.getMessage());
    } catch (UnreadableMessageException e) {
      return origin.deadLetter(value, reason(e), e.getMessage());
    }
  }

  private static DeadLetterReason reason(UnreadableMessageException unreadable) {
    return switch (unreadable.reason()) {
      case TOO_SHORT, UNKNOWN_MARKER -> DeadLetterReason.UNKNOWN_FORMAT;
      case UNKNOWN_FINGERPRINT -> DeadLetterReason.UNKNOWN_FINGERPRINT;
      case MALFORMED_AVRO -> DeadLetterReason.MALFORMED_AVRO;
    };
  }

  /** Kafka's own time, so that the same record is judged alike however often it is read. */
  private static long receivedAt(ConsumerRecord<byte[], byte[]> message) {
    return message.timestamp() >= 0 ? message.timestamp() : Clock.systemUTC().millis();
  }

  @Override
  public TypeInformation<InputRecord> getProducedType() {
    return TypeInformation.of(InputRecord.class);
  }
}
