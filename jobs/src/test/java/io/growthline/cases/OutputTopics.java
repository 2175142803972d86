package io.growthline.cases;

import io.growthline.facts.Latest;
import io.growthline.schemas.topics.Topic;
import io.growthline.schemas.topics.TopicPrefix;
import io.growthline.schemas.wire.SingleObjectEncoding;
import io.growthline.schemas.wire.UnreadableMessageException;
import io.growthline.schemas.wire.WireFormat;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Reads output topics from their beginning, what is committed, and hands each record on. */
final class OutputTopics implements AutoCloseable {

  private static final Duration POLL = Duration.ofMillis(100);

  /** Takes a message apart. */
  private interface Taker {
    void take(String key, byte[] message) throws UnreadableMessageException;
  }

  private final TopicPrefix prefix;
  private final Map<String, Taker> takers = new HashMap<>();
  private final KafkaConsumer<String, byte[]> consumer;
  private boolean assigned;

  OutputTopics(String bootstrap, TopicPrefix prefix) {
    this.prefix = prefix;
    Map<String, Object> settings = new HashMap<>();
    settings.put(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap);
    settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
    consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
  }

  <T extends Record> void take(Topic<T> topic, Consumer<T> taker) {
    WireFormat<T> format = SingleObjectEncoding.of(topic.valueType());
    takers.put(prefix.nameOf(topic), (key, message) -> taker.accept(format.decode(message)));
  }

  /** Takes tombstones too. */
  <T extends Record> void takeLatest(Topic<T> topic, Consumer<Latest<T>> taker) {
    WireFormat<T> format = SingleObjectEncoding.of(topic.valueType());
    takers.put(
        prefix.nameOf(topic),
        (key, message) ->
            taker.accept(new Latest<>(key, message == null ? null : format.decode(message))));
  }

  /**
   * Waits a moment for records and hands them on.
   *
   * @return true, so that a condition can follow
   * @throws IllegalStateException if one cannot be read
   */
  boolean poll() {
    if (!assigned) {
      List<TopicPartition> partitions =
          takers.keySet().stream()
              .flatMap(topic -> consumer.partitionsFor(topic).stream())
              .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      assigned = true;
    }
    for (ConsumerRecord<String, byte[]> message : consumer.poll(POLL)) {
      try {
        takers.get(message.topic()).take(message.key(), message.value());
      } catch (UnreadableMessageException e) {
        throw new IllegalStateException("unreadable on " + message.topic(), e);
      }
    }
    return true;
  }

  @Override
  public void close() {
    consumer.close();
  }
}
