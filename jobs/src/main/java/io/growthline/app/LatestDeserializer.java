package io.growthline.app;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.growthline.facts.Latest;
import io.growthline.schemas.topics.Topic;
import org.apache.flink.api.common.serialization.DeserializationSchema.InitializationContext;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.util.Collector;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Reads a compacted topic that the jobs themselves write, tombstones and all. */
final class LatestDeserializer<T extends Record>
    implements KafkaRecordDeserializationSchema<Latest<T>> {

  private static final long serialVersionUID = 1;

  private final RecordDeserializer<T> values;
  private final TypeInformation<Latest<T>> type;

  LatestDeserializer(Topic<T> topic, TypeInformation<Latest<T>> type) {
    this.values = new RecordDeserializer<>(topic);
    this.type = type;
  }

  @Override
  public void open(InitializationContext context) {
    values.open(context);
  }

  @Override
  public void deserialize(ConsumerRecord<byte[], byte[]> message, Collector<Latest<T>> out) {
    if (message.key() == null) {
      // Nobody's. The broker refuses it wherever the topic is compacted as it should be.
      return;
    }
    T value = values.read(message);
    boolean isTombstone = message.value() == null;
    if (value != null || isTombstone) {
      out.collect(new Latest<>(new String(message.key(), UTF_8), value));
    }
  }

  @Override
  public TypeInformation<Latest<T>> getProducedType() {
    return type;
  }
}
