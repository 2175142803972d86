package io.growthline.local.kafka;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * How far a consumer group has come, by the offsets that it committed. It only looks: it does not
 * join the group. For one thread.
 */
public final class GroupProgress implements AutoCloseable {

  private static final Duration POLL = Duration.ofMillis(100);
  private static final Duration CLOSING_AT_MOST = Duration.ofSeconds(1);

  private final KafkaConsumer<byte[], byte[]> consumer;
  private final List<TopicPartition> partitions;

  /** Connects; the topics must exist. */
  public GroupProgress(String bootstrap, String group, Collection<String> topics) {
    Map<String, Object> settings = new HashMap<>();
    settings.put(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap);
    settings.put(ConsumerConfig.GROUP_ID_CONFIG, group);
    settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
    this.consumer =
        new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    this.partitions =
        topics.stream()
            .flatMap(topic -> consumer.partitionsFor(topic).stream())
            .map(found -> new TopicPartition(found.topic(), found.partition()))
            .toList();
    consumer.assign(partitions);
  }

  /** Whether no committed record is left that the group has not read. */
  public boolean hasReadAll() {
    Map<TopicPartition, OffsetAndMetadata> committed = consumer.committed(Set.copyOf(partitions));
    for (TopicPartition partition : partitions) {
      if (committed.get(partition) == null) {
        // A group that has read nothing yet has committed nothing.
        consumer.seekToBeginning(List.of(partition));
      } else {
        consumer.seek(partition, committed.get(partition));
      }
    }
    // Offsets cannot simply be compared: transactions end in marks, which nobody reads.
    Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
    while (partitions.stream().anyMatch(one -> consumer.position(one) < ends.get(one))) {
      if (!consumer.poll(POLL).isEmpty()) {
        return false;
      }
    }
    return true;
  }

  @Override
  public void close() {
    consumer.close(CloseOptions.timeout(CLOSING_AT_MOST));
  }
}
