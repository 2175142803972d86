package io.growthline.schemas.topics;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;

/** Creates topics that are not there yet; one that exists is left as it is. */
public final class TopicCreation {

  /** How long append-only topics keep a record, and compacted ones a removal. */
  public static final Duration RETENTION = Duration.ofDays(90);

  private TopicCreation() {}

  /**
   * Creates what is missing, with the broker's default replication.
   *
   * @return names of the topics created, sorted; empty if all were there
   * @throws KafkaException if the broker cannot be reached or refuses a topic
   * @throws InterruptedException if interrupted while waiting for the broker
   */
  public static Collection<String> create(
      Admin admin, TopicPrefix prefix, Collection<? extends Topic<?>> topics)
      throws InterruptedException {
    List<NewTopic> wanted = topics.stream().map(topic -> newTopic(prefix, topic)).toList();
    Collection<String> created = new TreeSet<>();
    for (Map.Entry<String, KafkaFuture<Void>> answer :
        admin.createTopics(wanted).values().entrySet()) {
      if (isCreated(answer.getKey(), answer.getValue())) {
        created.add(answer.getKey());
      }
    }
    return created;
  }

  private static boolean isCreated(String name, KafkaFuture<Void> answer)
      throws InterruptedException {
    try {
      answer.get();
      return true;
    } catch (ExecutionException e) {
      if (e.getCause() instanceof TopicExistsException) {
        return false;
      }
      throw new KafkaException("cannot create topic " + name, e.getCause());
    }
  }

  static NewTopic newTopic(TopicPrefix prefix, Topic<?> topic) {
    return new NewTopic(
            prefix.nameOf(topic), Optional.of(topic.partitions()), Optional.<Short>empty())
        .configs(settings(topic.cleanup()));
  }

  private static Map<String, String> settings(Cleanup cleanup) {
    Map<String, String> settings = new HashMap<>();
    // Retention counts from arrival: a late event of last year must not be deleted at once, and no
    // producer's wrong clock can keep records for ever.
    settings.put(TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG, "LogAppendTime");
    switch (cleanup) {
      case COMPACT -> {
        settings.put(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT);
        // A removal has to reach jobs that stood still, for as long as they find their events.
        settings.put(TopicConfig.DELETE_RETENTION_MS_CONFIG, Long.toString(RETENTION.toMillis()));
      }
      case RETENTION -> {
        settings.put(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_DELETE);
        settings.put(TopicConfig.RETENTION_MS_CONFIG, Long.toString(RETENTION.toMillis()));
      }
    }
    return settings;
  }
}
