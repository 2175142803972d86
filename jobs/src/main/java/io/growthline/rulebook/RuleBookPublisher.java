package io.growthline.rulebook;

import io.growthline.schemas.reference.Definition;
import io.growthline.schemas.reference.Revision;
import io.growthline.schemas.reference.RevisionManifest;
import io.growthline.schemas.reference.Section;
import io.growthline.schemas.topics.Topic;
import io.growthline.schemas.topics.TopicCatalogue;
import io.growthline.schemas.topics.TopicPrefix;
import io.growthline.schemas.wire.SingleObjectEncoding;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Future;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Publishes rule books to the reference topics, which must exist. A revision is one Kafka
 * transaction: the definitions that changed, tombstones for those that vanished, and a manifest
 * that closes it. Readers of committed records see all of it or nothing.
 *
 * <p>All publishers of a tenant share one transactional id, so a second one fences the first: two
 * can never interleave, and what a crashed one left open is aborted by the next.
 */
public final class RuleBookPublisher {

  /** The one key of the revisions' topic: compaction keeps the newest manifest. */
  static final String MANIFEST_KEY = "rule-book";

  private static final String TRANSACTION_TIMEOUT_MILLIS = "120000";
  private static final String MOST_BLOCKING_MILLIS = "30000";

  private final Map<String, Object> client;
  private final TopicPrefix prefix;
  private final InstantSource clock;

  /**
   * A publisher for one tenant.
   *
   * @param bootstrapServers {@code host:port,…}
   * @param settings further client properties, such as TLS and SASL settings
   */
  public RuleBookPublisher(
      String bootstrapServers, TopicPrefix prefix, Map<String, String> settings) {
    this.client = new HashMap<>(settings);
    this.client.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
    this.prefix = prefix;
    this.clock = InstantSource.system();
  }

  /**
   * Publishes a rule book as the next revision; does nothing if the topics hold this one already.
   *
   * @param book read without errors
   * @param allowRemoval whether activities may vanish that the revision before had
   * @throws RuleBookNotPublishedException if an activity would vanish, or Kafka refuses or is
   *     silent
   */
  public Publication publish(ReadResult book, boolean allowRemoval)
      throws RuleBookNotPublishedException {
    try (KafkaProducer<byte[], byte[]> producer = producer()) {
      // First of all: fences other publishers and ends what a crashed one left open.
      producer.initTransactions();
      PublishedReference published = read();
      if (!allowRemoval) {
        refuseRemoval(book, published);
      }
      return publish(book, published, producer);
    } catch (KafkaException e) {
      throw new RuleBookNotPublishedException("Kafka did not take it: " + e.getMessage(), e);
    }
  }

  private Publication publish(
      ReadResult book, PublishedReference published, KafkaProducer<byte[], byte[]> producer) {
    long ordinal = published.newest() == null ? 1 : published.newest().ordinal() + 1;
    Revision revision = book.revision(ordinal, clock.millis());
    List<ProducerRecord<byte[], byte[]>> written = new ArrayList<>();
    List<ProducerRecord<byte[], byte[]>> removed = new ArrayList<>();
    for (Section section : PublishedReference.sections()) {
      addChanges(section, revision, published.of(section), written, removed);
    }
    if (written.isEmpty() && removed.isEmpty() && isSame(revision, published.newest())) {
      return new Publication(published.newest(), false, 0, 0);
    }
    List<ProducerRecord<byte[], byte[]>> all = new ArrayList<>(written);
    all.addAll(removed);
    all.add(manifestRecord(revision.manifest()));
    commit(all, producer);
    return new Publication(revision.manifest(), true, written.size(), removed.size());
  }

  private static void commit(
      List<ProducerRecord<byte[], byte[]>> records, KafkaProducer<byte[], byte[]> producer) {
    try {
      producer.beginTransaction();
      for (ProducerRecord<byte[], byte[]> record : records) {
        // The commit fails if any record did.
        Future<RecordMetadata> unused = producer.send(record);
      }
      producer.commitTransaction();
    } catch (KafkaException e) {
      abort(producer, e);
      throw e;
    }
  }

  /** Left open, the transaction would hold up every reader until it times out. */
  private static void abort(KafkaProducer<byte[], byte[]> producer, KafkaException cause) {
    try {
      producer.abortTransaction();
    } catch (KafkaException e) {
      cause.addSuppressed(e);
    }
  }

  private static boolean isSame(Revision revision, RevisionManifest newest) {
    return newest != null && newest.contentHash().equals(revision.manifest().contentHash());
  }

  private void addChanges(
      Section section,
      Revision revision,
      Map<String, byte[]> before,
      List<ProducerRecord<byte[], byte[]>> written,
      List<ProducerRecord<byte[], byte[]>> removed) {
    String topic = prefix.nameOf(TopicCatalogue.reference(section));
    Map<String, byte[]> after = encoded(section, revision);
    after.forEach(
        (key, value) -> {
          if (!Arrays.equals(value, before.get(key))) {
            written.add(new ProducerRecord<>(topic, utf8(key), value));
          }
        });
    for (String key : before.keySet()) {
      if (!after.containsKey(key)) {
        removed.add(new ProducerRecord<>(topic, utf8(key), null));
      }
    }
  }

  private static Map<String, byte[]> encoded(Section section, Revision revision) {
    SingleObjectEncoding<Definition> encoding = SingleObjectEncoding.of(Definition.class);
    Map<String, byte[]> encoded = new TreeMap<>();
    for (Definition definition : revision.definitions()) {
      if (definition.section() == section) {
        encoded.put(definition.key(), encoding.encode(definition));
      }
    }
    return encoded;
  }

  private ProducerRecord<byte[], byte[]> manifestRecord(RevisionManifest manifest) {
    Topic<RevisionManifest> topic = TopicCatalogue.REVISIONS;
    byte[] value = SingleObjectEncoding.of(topic.valueType()).encode(manifest);
    return new ProducerRecord<>(prefix.nameOf(topic), utf8(MANIFEST_KEY), value);
  }

  private static void refuseRemoval(ReadResult book, PublishedReference published)
      throws RuleBookNotPublishedException {
    Set<String> vanished = new TreeSet<>();
    for (String key : published.of(Section.ACTIVITIES).keySet()) {
      vanished.add(key.substring(0, Math.max(0, key.indexOf('@'))));
    }
    for (Definition definition : book.definitions()) {
      if (definition.section() == Section.ACTIVITIES) {
        vanished.remove(definition.id());
      }
    }
    if (!vanished.isEmpty()) {
      throw new RuleBookNotPublishedException(
          "the rule book no longer has "
              + String.join(", ", vanished)
              + ": end an activity with 'offered.until', or allow its removal");
    }
  }

  private PublishedReference read() throws RuleBookNotPublishedException {
    Map<String, Object> settings = new HashMap<>(client);
    settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
    settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    try (KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      return PublishedReference.read(consumer, prefix);
    }
  }

  private KafkaProducer<byte[], byte[]> producer() {
    Map<String, Object> settings = new HashMap<>(client);
    String tenant = prefix.value().isEmpty() ? "" : prefix.value() + ".";
    settings.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, tenant + "growthline-rule-book-publisher");
    settings.put(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, TRANSACTION_TIMEOUT_MILLIS);
    settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, MOST_BLOCKING_MILLIS);
    return new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
