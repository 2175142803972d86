package io.growthline.local.commands;

import io.growthline.schemas.reference.ModelAnnouncement;
import io.growthline.schemas.topics.TopicCatalogue;
import io.growthline.schemas.topics.TopicCreation;
import io.growthline.schemas.topics.TopicPrefix;
import io.growthline.training.ModelAnnouncer;
import io.growthline.training.ModelFolder;
import io.growthline.training.ModelManifest;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;

/** Tells the jobs which models are in force, by a broker that is known to answer. */
final class Announcing {

  private final Map<String, String> client;
  private final TopicPrefix prefix;

  private Announcing(Map<String, String> client, TopicPrefix prefix) {
    this.client = client;
    this.prefix = prefix;
  }

  /** Creates the topics that are missing. */
  static Announcing to(KafkaOptions kafka) throws IOException, InterruptedException {
    try (Admin admin = kafka.connect()) {
      TopicCreation.create(admin, kafka.prefix(), TopicCatalogue.all());
    }
    return new Announcing(kafka.client(), kafka.prefix());
  }

  void announce(ModelFolder models, List<ModelManifest> found, PrintWriter out) throws IOException {
    try {
      ModelAnnouncer announcer = new ModelAnnouncer(client, prefix, InstantSource.system());
      for (ModelAnnouncement told : announcer.announce(models, found)) {
        out.println("announced      " + told.modelId() + " " + told.version());
        out.println("at             " + told.location());
      }
    } catch (KafkaException e) {
      throw Failure.failed("Kafka did not take the announcement: " + e.getMessage(), e);
    }
  }
}
