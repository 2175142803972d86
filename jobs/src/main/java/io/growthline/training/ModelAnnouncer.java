package io.growthline.training;

import io.growthline.schemas.reference.ModelAnnouncement;
import io.growthline.schemas.topics.TopicCatalogue;
import io.growthline.schemas.topics.TopicPrefix;
import io.growthline.schemas.wire.SingleObjectEncoding;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Puts models into force: tells the jobs, in one transaction. All announcers of a tenant share one
 * transactional id, so that of two at a time one is told that it failed.
 */
public final class ModelAnnouncer {

  private static final String TRANSACTION_TIMEOUT_MILLIS = "120000";
  private static final String MOST_BLOCKING_MILLIS = "30000";

  private final Map<String, Object> settings;
  private final TopicPrefix prefix;
  private final InstantSource clock;

  /**
   * An announcer for one tenant.
   *
   * @param client Kafka's settings, brokers included; the topic must exist
   */
  public ModelAnnouncer(Map<String, String> client, TopicPrefix prefix, InstantSource clock) {
    this.settings = new HashMap<>(client);
    this.prefix = prefix;
    this.clock = clock;
    String tenant = prefix.value().isEmpty() ? "" : prefix.value() + ".";
    settings.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, tenant + "growthline-model-announcer");
    settings.put(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, TRANSACTION_TIMEOUT_MILLIS);
    settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, MOST_BLOCKING_MILLIS);
  }

  /**
   * Announces models, all or none; an older one than the last rolls back.
   *
   * @throws IOException if a file is not the manifest's
   * @throws KafkaException if Kafka did not take them
   */
  public List<ModelAnnouncement> announce(ModelFolder models, List<ModelManifest> manifests)
      throws IOException {
    List<ModelAnnouncement> announcements = new ArrayList<>();
    for (ModelManifest manifest : manifests) {
      // Whoever cannot load it here would be told of a model that no job can load.
      models.check(manifest);
      announcements.add(models.announcement(manifest, clock.millis()));
    }
    ByteArraySerializer bytes = new ByteArraySerializer();
    try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(settings, bytes, bytes)) {
      producer.initTransactions();
      producer.beginTransaction();
      // The commit fails if a record did; closing ends what was not committed.
      for (ModelAnnouncement announcement : announcements) {
        Future<RecordMetadata> unused = producer.send(record(announcement));
      }
      producer.commitTransaction();
    }
    return announcements;
  }

  private ProducerRecord<byte[], byte[]> record(ModelAnnouncement announcement) {
    return new ProducerRecord<>(
        prefix.nameOf(TopicCatalogue.MODELS),
        (announcement.modelId() + "@start").getBytes(StandardCharsets.UTF_8),
        SingleObjectEncoding.of(ModelAnnouncement.class).encode(announcement));
  }
}
