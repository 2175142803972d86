package io.growthline.app;

import io.growthline.schemas.topics.Topic;
import io.growthline.schemas.wire.SingleObjectEncoding;
import io.growthline.schemas.wire.UnreadableMessageException;
import io.growthline.schemas.wire.WireFormat;
import org.apache.flink.api.common.serialization.DeserializationSchema.InitializationContext;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.metrics.Counter;
import org.apache.flink.util.Collector;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads a topic that the jobs themselves write. What cannot be read is left out, counted and
 * logged: it was not written by us, or by a release newer than this one.
 */
final class RecordDeserializer<T extends Record> implements KafkaRecordDeserializationSchema<T> {

  private static final long serialVersionUID = 1;
  private static final Logger LOG = LoggerFactory.getLogger(RecordDeserializer.class);

  /** The metric's name, in the group of the source's operator. */
  static final String UNREADABLE = "unreadableRecords";

  private final Class<T> type;
  private final WireFormat<T> format;
  private transient Counter unreadable;

  RecordDeserializer(Topic<T> topic) {
    this.type = topic.valueType();
    this.format = SingleObjectEncoding.of(type);
  }

  @Override
  public void open(InitializationContext context) {
    unreadable = context.getMetricGroup().counter(UNREADABLE);
  }

  @Override
  public void deserialize(ConsumerRecord<byte[], byte[]> message, Collector<T> out) {
    T value = read(message);
    if (value != null) {
      out.collect(value);
    }
  }

  /** Null: a tombstone of a compacted topic, or what cannot be read. */
  T read(ConsumerRecord<byte[], byte[]> message) {
    if (message.value() == null) {
      return null;
    }
    try {
      return format.decode(message.value());
    } catch (UnreadableMessageException e) {
      unreadable.inc();
      // Neither key nor content: both may be about a person.
      LOG.warn(
          "Record {} {}:{} left out: {}",
          message.topic(),
          message.partition(),
          message.offset(),
          e.reason());
      return null;
    }
  }

  @Override
  public TypeInformation<T> getProducedType() {
    return TypeInformation.of(type);
  }
}
