package io.growthline.local.audit;

import io.growthline.local.kafka.TopicReader;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/** Who still has a balance on its compacted topic, by the newest record of each. */
final class StandingBalances {

  private static final Duration POLL = Duration.ofMillis(200);

  private StandingBalances() {}

  /**
   * Reads the whole topic, unless there is nobody to ask for.
   *
   * @param client how to reach the broker
   * @param topic name of the topic of balances, which exists
   * @param employees who is asked for
   * @return those of them whose newest record is no tombstone
   */
  static Set<String> of(Map<String, String> client, String topic, Set<String> employees) {
    if (employees.isEmpty()) {
      return Set.of();
    }
    Set<String> standing = new HashSet<>();
    try (TopicReader reader = new TopicReader(client, List.of(topic))) {
      Map<TopicPartition, Long> ends = reader.ends();
      while (!reader.hasReached(ends)) {
        for (ConsumerRecord<String, byte[]> message : reader.poll(POLL)) {
          if (message.value() == null) {
            standing.remove(message.key());
          } else if (employees.contains(message.key())) {
            standing.add(message.key());
          }
        }
      }
    }
    return standing;
  }
}
