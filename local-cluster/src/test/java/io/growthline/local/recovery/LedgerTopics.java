package io.growthline.local.recovery;

import io.growthline.cases.PassingTime;
import io.growthline.local.kafka.TopicReader;
import io.growthline.schemas.ledger.Balance;
import io.growthline.schemas.ledger.Decision;
import io.growthline.schemas.ledger.EmployeeProgress;
import io.growthline.schemas.ledger.Posting;
import io.growthline.schemas.topics.Topic;
import io.growthline.schemas.topics.TopicCatalogue;
import io.growthline.schemas.wire.SingleObjectEncoding;
import io.growthline.schemas.wire.UnreadableMessageException;
import io.growthline.schemas.wire.WireFormat;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * What a consumer makes of the ledger's topics: all that is committed of postings and decisions,
 * and of each employee's notices the one of the highest version, the later of two alike.
 */
final class LedgerTopics implements AutoCloseable {

  private static final Duration POLL = Duration.ofMillis(100);

  /** Takes a message apart. */
  private interface Taker {
    void take(byte[] message) throws UnreadableMessageException;
  }

  private final Map<String, Taker> takers = new HashMap<>();
  private final TopicReader reader;

  private final Map<String, List<Posting>> postings = new TreeMap<>();
  private final Map<String, List<Decision>> decisions = new TreeMap<>();
  private final Map<String, Balance> balances = new TreeMap<>();
  private final Map<String, EmployeeProgress> progress = new TreeMap<>();

  LedgerTopics(String bootstrap) {
    add(TopicCatalogue.LEDGER, posting -> of(posting.employeeId(), postings).add(posting));
    add(TopicCatalogue.DECISIONS, decision -> of(decision.employeeId(), decisions).add(decision));
    add(
        TopicCatalogue.BALANCES,
        balance -> balances.merge(balance.employeeId(), balance, LedgerTopics::newer));
    add(
        TopicCatalogue.PROGRESS,
        employee -> progress.merge(employee.employeeId(), employee, LedgerTopics::newer));
    reader = new TopicReader(bootstrap, takers.keySet());
  }

  private <T extends Record> void add(Topic<T> topic, Consumer<T> taker) {
    WireFormat<T> format = SingleObjectEncoding.of(topic.valueType());
    takers.put(topic.name(), message -> taker.accept(format.decode(message)));
  }

  private static Balance newer(Balance known, Balance next) {
    return next.version() >= known.version() ? next : known;
  }

  private static EmployeeProgress newer(EmployeeProgress known, EmployeeProgress next) {
    return next.version() >= known.version() ? next : known;
  }

  private static <T> List<T> of(String employee, Map<String, List<T>> byEmployee) {
    return byEmployee.computeIfAbsent(employee, id -> new ArrayList<>());
  }

  /** Reads on to where the topics end now. */
  LedgerTopics readOn() throws UnreadableMessageException {
    var ends = reader.ends();
    while (!reader.hasReached(ends)) {
      for (ConsumerRecord<String, byte[]> message : reader.poll(POLL)) {
        if (!message.key().equals(PassingTime.SOMEBODY)) {
          takers.get(message.topic()).take(message.value());
        }
      }
    }
    return this;
  }

  /** In the order of the topic, by employee. */
  Map<String, List<Posting>> postings() {
    return postings;
  }

  /** In the order of the topic, by employee. */
  Map<String, List<Decision>> decisions() {
    return decisions;
  }

  /** By employee. */
  Map<String, Balance> balances() {
    return balances;
  }

  /** By employee. */
  Map<String, EmployeeProgress> progress() {
    return progress;
  }

  /** Where everyone stands of whom both notices came. */
  Map<String, Standing> standings() {
    Map<String, Standing> standings = new TreeMap<>();
    balances.forEach(
        (employee, balance) -> {
          if (progress.containsKey(employee)) {
            standings.put(employee, Standing.of(balance, progress.get(employee)));
          }
        });
    return standings;
  }

  @Override
  public void close() {
    reader.close();
  }
}
