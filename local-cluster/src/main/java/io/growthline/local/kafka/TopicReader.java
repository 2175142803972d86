package io.growthline.local.kafka;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/**
 * Reads topics from their beginning, all partitions, committed records only. It belongs to no
 * consumer group and leaves no trace on the broker. For one thread.
 */
public final class TopicReader implements AutoCloseable {

  private static final Duration CLOSING_AT_MOST = Duration.ofSeconds(1);

  private final KafkaConsumer<String, byte[]> consumer;
  private final List<TopicPartition> partitions;

  /**
   * Connects; the topics must exist.
   *
   * @throws IllegalArgumentException if one does not
   */
  public TopicReader(String bootstrap, Collection<String> topics) {
    this(Map.of(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap), topics);
  }

  /**
   * Connects; the topics must exist.
   *
   * @param client the brokers, and whatever else it takes to reach them
   * @throws IllegalArgumentException if a topic does not exist
   */
  public TopicReader(Map<String, String> client, Collection<String> topics) {
    Map<String, Object> settings = new HashMap<>(client);
    settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
    this.consumer =
        new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
    try {
      this.partitions = topics.stream().flatMap(topic -> partitionsOf(topic).stream()).toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
    } catch (RuntimeException e) {
      close();
      throw e;
    }
  }

  private List<TopicPartition> partitionsOf(String topic) {
    List<PartitionInfo> found = consumer.partitionsFor(topic);
    if (found == null || found.isEmpty()) {
      throw new IllegalArgumentException("topic " + topic + " does not exist");
    }
    return found.stream()
        .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
        .toList();
  }

  /** Waits up to that long for the next records. */
  public Iterable<ConsumerRecord<String, byte[]>> poll(Duration wait) {
    return consumer.poll(wait);
  }

  /** Passes over everything that is there now. */
  public void skipToEnd() {
    consumer.seekToEnd(partitions);
    partitions.forEach(consumer::position);
  }

  /** Where the topics end now: what is committed up to here is all that was there at this time. */
  public Map<TopicPartition, Long> ends() {
    return consumer.endOffsets(partitions);
  }

  /** Whether nothing has been removed from the topics' beginnings. */
  public boolean hasItsBeginning() {
    return consumer.beginningOffsets(partitions).values().stream().allMatch(first -> first == 0);
  }

  /** Whether reading has come that far. */
  public boolean hasReached(Map<TopicPartition, Long> ends) {
    return partitions.stream()
        .allMatch(partition -> consumer.position(partition) >= ends.get(partition));
  }

  @Override
  public void close() {
    consumer.close(CloseOptions.timeout(CLOSING_AT_MOST));
  }
}
