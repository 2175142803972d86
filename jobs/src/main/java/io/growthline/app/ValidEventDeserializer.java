package io.growthline.app;

import io.growthline.ingest.EventDeserializer;
import io.growthline.schemas.events.Event;
import io.growthline.schemas.topics.Topic;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.util.Collector;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Reads an input topic's usable events; the others are on the topic of dead letters. */
final class ValidEventDeserializer<T extends Record & Event>
    implements KafkaRecordDeserializationSchema<T> {

  private static final long serialVersionUID = 1;

  private final Class<T> type;
  private final EventDeserializer<T> all;

  ValidEventDeserializer(Topic<T> topic) {
    this.type = topic.valueType();
    this.all = EventDeserializer.of(topic);
  }

  @Override
  public void deserialize(ConsumerRecord<byte[], byte[]> message, Collector<T> out) {
    Event event = all.read(message).event();
    if (event != null) {
      out.collect(type.cast(event));
    }
  }

  @Override
  public TypeInformation<T> getProducedType() {
    return TypeInformation.of(type);
  }
}
