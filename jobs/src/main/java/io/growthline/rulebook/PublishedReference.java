package io.growthline.rulebook;

import io.growthline.schemas.reference.RevisionManifest;
import io.growthline.schemas.reference.Section;
import io.growthline.schemas.topics.Topic;
import io.growthline.schemas.topics.TopicCatalogue;
import io.growthline.schemas.topics.TopicPrefix;
import io.growthline.schemas.wire.SingleObjectEncoding;
import io.growthline.schemas.wire.UnreadableMessageException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;

/**
 * What the reference topics hold, as far as it is committed.
 *
 * @param definitions encoded definitions by section and key
 * @param newest the manifest with the highest ordinal, or null before the first revision
 */
record PublishedReference(Map<Section, Map<String, byte[]>> definitions, RevisionManifest newest) {

  private static final Duration POLL = Duration.ofMillis(200);
  private static final Duration LONGEST_SILENCE = Duration.ofSeconds(30);

  /** The encoded definitions of one section by key. */
  Map<String, byte[]> of(Section section) {
    return definitions.getOrDefault(section, Map.of());
  }

  /**
   * Reads the reference topics to their end, all at once.
   *
   * @param consumer reads committed records only
   * @throws RuleBookNotPublishedException if a topic is missing, unreadable or silent
   */
  static PublishedReference read(KafkaConsumer<byte[], byte[]> consumer, TopicPrefix prefix)
      throws RuleBookNotPublishedException {
    Map<String, Map<String, byte[]>> latest = new HashMap<>();
    List<TopicPartition> partitions = new ArrayList<>();
    for (Topic<?> topic : TopicCatalogue.reference()) {
      latest.put(prefix.nameOf(topic), new TreeMap<>());
      partitions.addAll(partitions(consumer, prefix.nameOf(topic)));
    }
    consumer.assign(partitions);
    consumer.seekToBeginning(partitions);
    readToEnd(consumer, consumer.endOffsets(partitions), latest);

    Map<Section, Map<String, byte[]>> definitions = new HashMap<>();
    for (Section section : sections()) {
      definitions.put(section, latest.get(prefix.nameOf(TopicCatalogue.reference(section))));
    }
    RevisionManifest newest = null;
    for (byte[] message : latest.get(prefix.nameOf(TopicCatalogue.REVISIONS)).values()) {
      RevisionManifest manifest = manifest(message);
      if (newest == null || manifest.ordinal() > newest.ordinal()) {
        newest = manifest;
      }
    }
    return new PublishedReference(definitions, newest);
  }

  static List<Section> sections() {
    return Arrays.stream(Section.values()).filter(s -> s != Section.UNKNOWN).toList();
  }

  private static RevisionManifest manifest(byte[] message) throws RuleBookNotPublishedException {
    try {
      return SingleObjectEncoding.of(RevisionManifest.class).decode(message);
    } catch (UnreadableMessageException e) {
      throw new RuleBookNotPublishedException(
          "the newest revision cannot be read, so its successor has no number: " + e.getMessage(),
          e);
    }
  }

  private static List<TopicPartition> partitions(
      KafkaConsumer<byte[], byte[]> consumer, String topic) throws RuleBookNotPublishedException {
    List<PartitionInfo> partitions = consumer.partitionsFor(topic);
    if (partitions == null || partitions.isEmpty()) {
      throw new RuleBookNotPublishedException(
          "topic " + topic + " does not exist: create it first");
    }
    return partitions.stream().map(p -> new TopicPartition(topic, p.partition())).toList();
  }

  private static void readToEnd(
      KafkaConsumer<byte[], byte[]> consumer,
      Map<TopicPartition, Long> ends,
      Map<String, Map<String, byte[]>> latest)
      throws RuleBookNotPublishedException {
    Instant deadline = Instant.now().plus(LONGEST_SILENCE);
    while (!ends.entrySet().stream().allMatch(e -> consumer.position(e.getKey()) >= e.getValue())) {
      if (Instant.now().isAfter(deadline)) {
        throw new RuleBookNotPublishedException("the reference topics do not answer");
      }
      for (ConsumerRecord<byte[], byte[]> message : consumer.poll(POLL)) {
        deadline = Instant.now().plus(LONGEST_SILENCE);
        apply(message, latest.get(message.topic()));
      }
    }
  }

  private static void apply(ConsumerRecord<byte[], byte[]> message, Map<String, byte[]> latest) {
    if (message.key() != null) {
      String key = new String(message.key(), StandardCharsets.UTF_8);
      if (message.value() == null) {
        latest.remove(key);
      } else {
        latest.put(key, message.value());
      }
    }
  }
}
