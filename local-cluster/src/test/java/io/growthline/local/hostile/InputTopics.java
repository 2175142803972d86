package io.growthline.local.hostile;

import io.growthline.hostile.RawInput;
import io.growthline.ingest.EventDeserializer;
import io.growthline.ingest.InputKind;
import io.growthline.ingest.InputRecord;
import io.growthline.local.cluster.LocalJob;
import io.growthline.local.kafka.TopicReader;
import io.growthline.schemas.deadletters.DeadLetter;
import io.growthline.schemas.events.Event;
import io.growthline.schemas.topics.Topic;
import io.growthline.schemas.topics.TopicCatalogue;
import io.growthline.schemas.topics.TopicPrefix;
import io.growthline.schemas.wire.SingleObjectEncoding;
import io.growthline.schemas.wire.UnreadableMessageException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Future;
import org.apache.flink.api.common.functions.util.ListCollector;
import org.apache.flink.util.Collector;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** The input topics as whoever may write to them uses them. */
final class InputTopics {

  /** What has a topic. */
  static final List<InputKind> KINDS =
      List.of(
          InputKind.LEARNING,
          InputKind.COMMANDS,
          InputKind.PERFORMANCE,
          InputKind.HR,
          InputKind.SURVEYS);

  private static final int LARGEST_BYTES = 16 * 1024 * 1024;
  private static final int LARGEST_UNCOMPRESSED_BYTES = 1_040_000;

  private final String bootstrap;
  private final TopicPrefix prefix;
  private final Admin admin;
  private final Map<TopicPartition, Long> ends = new HashMap<>();

  InputTopics(String bootstrap, TopicPrefix prefix, Admin admin) {
    this.bootstrap = bootstrap;
    this.prefix = prefix;
    this.admin = admin;
  }

  /**
   * Sends the records in any order, under any keys; about half of what is usable as Avro. What a
   * broker would not take as it is goes compressed: then it does.
   *
   * @return how many records the broker has
   */
  long send(List<RawInput> records, Random random) throws Exception {
    List<RawInput> shuffled = new ArrayList<>(records);
    Collections.shuffle(shuffled, random);
    List<Future<RecordMetadata>> sent = new ArrayList<>();
    try (KafkaProducer<byte[], byte[]> plain = producer("none");
        KafkaProducer<byte[], byte[]> compressing = producer("gzip")) {
      for (RawInput record : shuffled) {
        byte[] value = record.bytes();
        boolean large = value != null && value.length > LARGEST_UNCOMPRESSED_BYTES;
        byte[] encoded = value == null || random.nextBoolean() ? value : inAvro(record);
        sent.add(
            (large ? compressing : plain)
                .send(new ProducerRecord<>(topicOf(record.kind()), key(random), encoded)));
      }
    }
    for (Future<RecordMetadata> one : sent) {
      RecordMetadata at = one.get();
      ends.merge(new TopicPartition(at.topic(), at.partition()), at.offset() + 1, Math::max);
    }
    return sent.size();
  }

  /** Whether a checkpoint of the job covers everything sent. */
  boolean areReadBy(String group, LocalJob job) throws Exception {
    job.checkAlive();
    Map<TopicPartition, OffsetAndMetadata> read =
        admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata().get();
    return ends.entrySet().stream()
        .allMatch(
            end ->
                read.containsKey(end.getKey())
                    && read.get(end.getKey()).offset() >= end.getValue());
  }

  /** Everything on the topic of dead letters. */
  static List<DeadLetter> deadLetters(String bootstrap, TopicPrefix prefix)
      throws UnreadableMessageException {
    SingleObjectEncoding<DeadLetter> format = SingleObjectEncoding.of(DeadLetter.class);
    List<DeadLetter> deadLetters = new ArrayList<>();
    try (TopicReader reader =
        new TopicReader(bootstrap, List.of(prefix.nameOf(TopicCatalogue.DEAD_LETTERS)))) {
      Map<TopicPartition, Long> ends = reader.ends();
      while (!reader.hasReached(ends)) {
        for (ConsumerRecord<String, byte[]> message : reader.poll(Duration.ofMillis(100))) {
          deadLetters.add(format.decode(message.value()));
        }
      }
    }
    return deadLetters;
  }

  private KafkaProducer<byte[], byte[]> producer(String compression) {
    return new KafkaProducer<>(
        Map.of(
            ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap,
            ProducerConfig.COMPRESSION_TYPE_CONFIG, compression,
            ProducerConfig.MAX_REQUEST_SIZE_CONFIG, LARGEST_BYTES),
        new ByteArraySerializer(),
        new ByteArraySerializer());
  }

  /** None, or any bytes: nobody may rely on what a key says. */
  private static byte[] key(Random random) {
    byte[] key = new byte[random.nextInt(20)];
    random.nextBytes(key);
    return key.length == 0 ? null : key;
  }

  private String topicOf(InputKind kind) {
    return prefix.nameOf(topic(kind));
  }

  private static Topic<? extends Record> topic(InputKind kind) {
    return switch (kind) {
      case LEARNING, XAPI -> TopicCatalogue.LEARNING_EVENTS;
      case COMMANDS -> TopicCatalogue.CREDIT_COMMANDS;
      case PERFORMANCE -> TopicCatalogue.PERFORMANCE_EVENTS;
      case HR -> TopicCatalogue.HR_EVENTS;
      case SURVEYS -> TopicCatalogue.SURVEY_EVENTS;
      case OUTCOMES -> throw new IllegalArgumentException("no topic takes outcomes in");
    };
  }

  /** The same event as an Avro message; what is no event stays as it is. */
  private static byte[] inAvro(RawInput record) {
    return switch (record.kind()) {
      case LEARNING -> inAvro(record, TopicCatalogue.LEARNING_EVENTS);
      case COMMANDS -> inAvro(record, TopicCatalogue.CREDIT_COMMANDS);
      case HR -> inAvro(record, TopicCatalogue.HR_EVENTS);
      default -> record.bytes();
    };
  }

  private static <T extends Record & Event> byte[] inAvro(RawInput record, Topic<T> topic) {
    List<InputRecord> read = new ArrayList<>();
    EventDeserializer.of(topic)
        .deserialize(new ConsumerRecord<>(topic.name(), 0, 0, null, record.bytes()), collect(read));
    Event event = read.get(0).event();
    return event == null
        ? record.bytes()
        : SingleObjectEncoding.of(topic.valueType()).encode(topic.valueType().cast(event));
  }

  private static Collector<InputRecord> collect(List<InputRecord> into) {
    return new ListCollector<>(into);
  }
}
