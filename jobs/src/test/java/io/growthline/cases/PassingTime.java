package io.growthline.cases;

import io.growthline.schemas.topics.Topic;
import io.growthline.schemas.topics.TopicCatalogue;
import io.growthline.schemas.topics.TopicPrefix;
import java.time.Instant;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.PartitionInfo;

/**
 * Lets time go on for a job: one event of somebody else in every partition of every input topic, as
 * the events of a large company do. Otherwise time stands still until a partition has been silent
 * for long.
 */
public final class PassingTime {

  /** Whose events they are. */
  public static final String SOMEBODY = "somebody-else";

  private static final Map<Topic<?>, String> SAYING =
      Map.of(
          TopicCatalogue.LEARNING_EVENTS,
          "\"verb\": \"VIEWED\", \"activityId\": \"quiz\"",
          TopicCatalogue.CREDIT_COMMANDS,
          "\"kind\": \"REDEEM\", \"rewardId\": \"leave-day\"",
          TopicCatalogue.HR_EVENTS,
          "\"kind\": \"PROFILE_UPDATED\", \"effectiveAt\": \"2024-01-01T00:00:00Z\"",
          TopicCatalogue.PERFORMANCE_EVENTS,
          "\"metric\": \"sales\", \"value\": 1, \"periodStart\": \"2024-01-01\","
              + " \"periodEnd\": \"2024-02-01\"",
          TopicCatalogue.SURVEY_EVENTS,
          "\"about\": \"scheme\", \"score\": 0.5");

  private PassingTime() {}

  /** Returns when the broker has the events; they all occur at that instant. */
  public static void until(
      Instant instant, KafkaProducer<String, String> producer, TopicPrefix prefix) {
    SAYING.forEach(
        (topic, saying) -> {
          for (PartitionInfo partition : producer.partitionsFor(prefix.nameOf(topic))) {
            String json =
                """
                {"eventId": "%s-%d", "source": "%s", "employeeId": "%s", "occurredAt": "%s", %s}"""
                    .formatted(
                        topic.name(), partition.partition(), SOMEBODY, SOMEBODY, instant, saying);
            var unused =
                producer.send(
                    new ProducerRecord<>(partition.topic(), partition.partition(), SOMEBODY, json));
          }
        });
    producer.flush();
  }
}
