package io.growthline.local.erasure;

import io.growthline.schemas.topics.Cleanup;
import io.growthline.schemas.topics.Topic;
import io.growthline.schemas.topics.TopicCatalogue;
import io.growthline.schemas.topics.TopicPrefix;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;

/** Where a person still is after an erasure, and what it ends with. */
public final class LeftBehind {

  private static final List<String> SENTENCES =
      List.of(
          "Savepoints and checkpoints taken before: delete them.",
          "Compacted topics: what they held before goes when the broker compacts them; that a key"
              + " has nothing any more stays readable for 90 days.",
          "Files given to a replay, backups, copies and exports of the tables: delete them there.",
          "Files that a running LakeJob has not finished: run this again after its next checkpoint."
              + " Hidden files of one that was killed: delete them.",
          "Who names the person as their manager on hr.events, and so in the jobs' state: send them"
              + " another manager, or run this again when their employments have changed.");

  private LeftBehind() {}

  /** What no topic's retention ends, and what to do about it. */
  public static List<String> sentences() {
    return SENTENCES;
  }

  /** The append-only topics, of which nobody was asked how long they keep their records. */
  public static Map<String, Long> onTopics(TopicPrefix prefix) {
    Map<String, Long> unknown = new LinkedHashMap<>();
    appendOnly(prefix).forEach(topic -> unknown.put(topic, null));
    return unknown;
  }

  /**
   * The append-only topics of a broker.
   *
   * @return how long each keeps its records: milliseconds, below 0 for ever
   */
  public static Map<String, Long> onTopics(TopicPrefix prefix, Admin admin)
      throws ExecutionException, InterruptedException {
    Set<String> present = admin.listTopics().names().get();
    Map<String, Long> retention = new LinkedHashMap<>();
    for (String topic : appendOnly(prefix).stream().filter(present::contains).toList()) {
      ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
      String millis =
          admin
              .describeConfigs(List.of(resource))
              .all()
              .get()
              .get(resource)
              .get(TopicConfig.RETENTION_MS_CONFIG)
              .value();
      retention.put(topic, Long.valueOf(millis));
    }
    return retention;
  }

  private static List<String> appendOnly(TopicPrefix prefix) {
    return TopicCatalogue.all().stream()
        .filter(topic -> topic.cleanup() == Cleanup.RETENTION)
        .map((Topic<?> topic) -> prefix.nameOf(topic))
        .toList();
  }
}
