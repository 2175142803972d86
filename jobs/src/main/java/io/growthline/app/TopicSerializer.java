package io.growthline.app;

import io.growthline.schemas.wire.WireFormat;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * Writes one stream to one topic.
 *
 * @param <E> what is in the stream
 * @param <T> what is on the topic
 */
final class TopicSerializer<E, T> implements KafkaRecordSerializationSchema<E> {

  private static final long serialVersionUID = 1;

  /** Finds a record's key or value. */
  interface Part<E, P> extends Function<E, P>, Serializable {}

  private final String topic;
  private final Part<E, String> key;
  private final Part<E, T> value;
  private final WireFormat<T> format;

  /**
   * @param value null makes a tombstone: the key has none any more
   */
  TopicSerializer(String topic, Part<E, String> key, Part<E, T> value, WireFormat<T> format) {
    this.topic = topic;
    this.key = key;
    this.value = value;
    this.format = format;
  }

  @Override
  public ProducerRecord<byte[], byte[]> serialize(
      E element, KafkaSinkContext context, Long timestamp) {
    byte[] keyBytes = key.apply(element).getBytes(StandardCharsets.UTF_8);
    T content = value.apply(element);
    return new ProducerRecord<>(topic, keyBytes, content == null ? null : format.encode(content));
  }
}
