package io.growthline.local.recommendations;

import io.growthline.local.kafka.TopicReader;
import io.growthline.schemas.recommendations.EmployeeRecommendations;
import io.growthline.schemas.recommendations.RecommendationEffect;
import io.growthline.schemas.recommendations.RecommendedActivity;
import io.growthline.schemas.topics.Topic;
import io.growthline.schemas.topics.TopicCatalogue;
import io.growthline.schemas.wire.SingleObjectEncoding;
import io.growthline.schemas.wire.UnreadableMessageException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.awaitility.Awaitility;

/** What the recommender told on its topics; for one thread. */
final class Lists implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(90);
  private static final Duration POLL = Duration.ofMillis(20);

  private final TopicReader reader;
  private final Map<String, EmployeeRecommendations> newest = new HashMap<>();
  private final Set<String> removed = new HashSet<>();
  private final List<RecommendationEffect> effects = new ArrayList<>();

  Lists(String bootstrap) {
    reader =
        new TopicReader(
            bootstrap,
            List.of(
                TopicCatalogue.RECOMMENDATIONS.name(),
                TopicCatalogue.RECOMMENDATION_EFFECTS.name()));
  }

  /** Reads on until it holds. */
  void await(String what, BooleanSupplier condition) {
    Awaitility.await(what)
        .atMost(PATIENCE)
        .pollDelay(Duration.ZERO)
        .pollInterval(Duration.ofMillis(1))
        .until(
            () -> {
              readOn();
              return condition.getAsBoolean();
            });
  }

  private void readOn() throws UnreadableMessageException {
    for (ConsumerRecord<String, byte[]> message : reader.poll(POLL)) {
      if (message.topic().equals(TopicCatalogue.RECOMMENDATION_EFFECTS.name())) {
        effects.add(decode(TopicCatalogue.RECOMMENDATION_EFFECTS, message));
      } else if (message.value() == null) {
        newest.remove(message.key());
        removed.add(message.key());
      } else {
        newest.put(message.key(), decode(TopicCatalogue.RECOMMENDATIONS, message));
      }
    }
  }

  private static <T extends Record> T decode(Topic<T> topic, ConsumerRecord<String, byte[]> message)
      throws UnreadableMessageException {
    return SingleObjectEncoding.of(topic.valueType()).decode(message.value());
  }

  EmployeeRecommendations of(String employee) {
    return newest.get(employee);
  }

  /** Ids of the first of a list, best first; empty without one. */
  List<String> first(String employee, int count) {
    EmployeeRecommendations list = newest.get(employee);
    return list == null
        ? List.of()
        : list.items().stream().limit(count).map(RecommendedActivity::activityId).toList();
  }

  boolean isRemoved(String employee) {
    return removed.contains(employee) && !newest.containsKey(employee);
  }

  List<RecommendationEffect> effects() {
    return effects;
  }

  @Override
  public void close() {
    reader.close();
  }
}
