package io.growthline.app;

import io.growthline.schemas.wire.WireFormat;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Writes one stream to one topic. */
final class TopicSerializer<T> implements KafkaRecordSerializationSchema<T> {

  private static final long serialVersionUID = 1;

  /** Finds a record's key. */
  interface Key<T> extends Function<T, String>, Serializable {}

  private final String topic;
  private final Key<T> key;
  private final WireFormat<T> format;

  TopicSerializer(String topic, Key<T> key, WireFormat<T> format) {
    this.topic = topic;
    this.key = key;
    this.format = format;
  }

  @Override
  public ProducerRecord<byte[], byte[]> serialize(
      T value, KafkaSinkContext context, Long timestamp) {
    byte[] keyBytes = key.apply(value).getBytes(StandardCharsets.UTF_8);
    return new ProducerRecord<>(topic, keyBytes, format.encode(value));
  }
}
