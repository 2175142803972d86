package io.growthline.local.erasure;

import static org.awaitility.Awaitility.await;

import io.growthline.local.kafka.TopicReader;
import io.growthline.schemas.ledger.CreditLot;
import io.growthline.schemas.topics.Topic;
import io.growthline.schemas.topics.TopicCatalogue;
import io.growthline.schemas.topics.TopicPrefix;
import io.growthline.schemas.wire.SingleObjectEncoding;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** What the ledger's job has written to its topics, as far as they have been read. */
final class LedgerOutputs implements AutoCloseable {

  private static final List<Topic<?>> TOPICS =
      List.of(
          TopicCatalogue.LEDGER,
          TopicCatalogue.DECISIONS,
          TopicCatalogue.MILESTONES,
          TopicCatalogue.LOTS,
          TopicCatalogue.BALANCES,
          TopicCatalogue.PROGRESS);

  private final TopicPrefix prefix;
  private final TopicReader reader;
  private final Map<String, List<ConsumerRecord<String, byte[]>>> messages = new HashMap<>();

  private LedgerOutputs(TopicPrefix prefix, TopicReader reader) {
    this.prefix = prefix;
    this.reader = reader;
  }

  static LedgerOutputs of(String bootstrap, TopicPrefix prefix) {
    return new LedgerOutputs(
        prefix, new TopicReader(bootstrap, TOPICS.stream().map(prefix::nameOf).toList()));
  }

  /** Reads on until a condition holds, and then to where the topics end. */
  void awaitThat(Duration patience, Callable<Boolean> condition) {
    await()
        .atMost(patience)
        .until(
            () -> {
              boolean holds = condition.call();
              readToEnd();
              return holds;
            });
  }

  private void readToEnd() {
    var ends = reader.ends();
    while (!reader.hasReached(ends)) {
      for (ConsumerRecord<String, byte[]> message : reader.poll(Duration.ofMillis(50))) {
        messages.computeIfAbsent(message.topic(), topic -> new ArrayList<>()).add(message);
      }
    }
  }

  /** Whether a compacted topic still has anything of an employee. */
  boolean haveLatest(Topic<?> topic, String employee) throws Exception {
    Set<String> present = new HashSet<>();
    for (ConsumerRecord<String, byte[]> message : on(topic)) {
      if (message.value() == null) {
        present.remove(message.key());
      } else if (employee.equals(employeeOf(topic, message))) {
        present.add(message.key());
      }
    }
    return !present.isEmpty();
  }

  private static String employeeOf(Topic<?> topic, ConsumerRecord<String, byte[]> message)
      throws Exception {
    return topic.equals(TopicCatalogue.LOTS)
        ? SingleObjectEncoding.of(CreditLot.class).decode(message.value()).employeeId()
        : message.key();
  }

  /** How many records a topic has of a key. */
  long count(Topic<?> topic, String key) {
    return on(topic).stream().filter(message -> message.key().equals(key)).count();
  }

  /** How many records of a key there are on all topics; lots have keys of their own. */
  long count(String key) {
    return TOPICS.stream().mapToLong(topic -> count(topic, key)).sum();
  }

  private List<ConsumerRecord<String, byte[]>> on(Topic<?> topic) {
    return messages.getOrDefault(prefix.nameOf(topic), List.of());
  }

  @Override
  public void close() {
    reader.close();
  }
}
