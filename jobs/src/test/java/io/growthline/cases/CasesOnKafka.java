package io.growthline.cases;

import io.growthline.cases.BriefCase.Happening;
import io.growthline.facts.Latest;
import io.growthline.schemas.ledger.Balance;
import io.growthline.schemas.ledger.CreditLot;
import io.growthline.schemas.ledger.Decision;
import io.growthline.schemas.ledger.EmployeeProgress;
import io.growthline.schemas.ledger.Milestone;
import io.growthline.schemas.ledger.Posting;
import io.growthline.schemas.topics.Topic;
import io.growthline.schemas.topics.TopicCatalogue;
import io.growthline.schemas.topics.TopicPrefix;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * Plays all cases against a running job: sends their JSON lines to the input topics and compares
 * what arrives on the output topics. The rule book of the cases must be published.
 */
public final class CasesOnKafka implements AutoCloseable {

  private static final String CLOSING = "closing-";

  private final Map<BriefCase, Observed> cases = new LinkedHashMap<>();
  private final TopicPrefix prefix;
  private final KafkaProducer<String, String> producer;
  private final OutputTopics outputs;
  private final Set<String> closed = new TreeSet<>();

  public CasesOnKafka(String bootstrap, TopicPrefix prefix) {
    this.prefix = prefix;
    for (String id : BriefCase.IDS) {
      BriefCase played = BriefCase.load(id);
      cases.put(played, new Observed(played.until()));
    }
    producer =
        new KafkaProducer<>(
            Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap),
            new StringSerializer(),
            new StringSerializer());
    outputs = new OutputTopics(bootstrap, prefix);
    outputs.take(TopicCatalogue.LEDGER, this::take);
    outputs.take(TopicCatalogue.DECISIONS, this::take);
    outputs.takeLatest(TopicCatalogue.LOTS, this::takeLot);
    outputs.takeLatest(TopicCatalogue.BALANCES, this::takeBalance);
    outputs.takeLatest(TopicCatalogue.PROGRESS, this::takeProgress);
    outputs.take(TopicCatalogue.MILESTONES, this::take);
  }

  /**
   * Sends people facts, then what happens to them, then closing events, each when the ledger has
   * answered the ones before. After an employee's closing posting and decision nothing can come
   * that was not expected.
   *
   * @param patience for each answer
   * @throws IllegalStateException if the ledger does not answer the people or the closing events
   */
  public void play(Duration patience) {
    long newest = cases.keySet().stream().mapToLong(BriefCase::until).max().orElseThrow();
    Instant afterwards = Instant.ofEpochMilli(newest).plus(Duration.ofDays(1));
    List<Happening> people = happenings(Happening::isOfPeople);
    LedgerGate.close(people.stream().map(Happening::fact).toList());
    send(people, patience);
    for (Turn turn : Turn.of(happenings(happening -> !happening.isOfPeople()))) {
      LedgerGate.close(turn.awaited());
      send(turn.happenings(), patience);
    }
    PassingTime.until(afterwards, producer, prefix);
    // If it never comes out right the reports tell what is wrong.
    boolean unused = await(this::allWell, patience);
    sendClosing(afterwards.plusSeconds(1));
    int closings = 2 * employees().size();
    if (!await(() -> closed.size() == closings, patience)) {
      throw new IllegalStateException("of %d closing events only %s".formatted(closings, closed));
    }
  }

  /** What is wrong with a case; empty if nothing is. */
  public String report(String id) {
    for (Map.Entry<BriefCase, Observed> entry : cases.entrySet()) {
      if (entry.getKey().id().equals(id)) {
        return entry.getKey().report(entry.getValue());
      }
    }
    throw new IllegalArgumentException("there is no case " + id);
  }

  private boolean allWell() {
    return cases.entrySet().stream()
        .allMatch(entry -> entry.getKey().report(entry.getValue()).isEmpty());
  }

  private boolean await(BooleanSupplier condition, Duration patience) {
    Instant deadline = Instant.now().plus(patience);
    boolean holds = condition.getAsBoolean();
    while (!holds && Instant.now().isBefore(deadline)) {
      holds = outputs.poll() && condition.getAsBoolean();
    }
    return holds;
  }

  private Set<String> employees() {
    Set<String> employees = new TreeSet<>();
    cases.keySet().forEach(played -> employees.addAll(played.expectation().employees()));
    return employees;
  }

  private List<Happening> happenings(Predicate<Happening> which) {
    return cases.keySet().stream()
        .flatMap(played -> played.happenings().stream())
        .filter(which)
        .toList();
  }

  /** Sends, and waits until the gate is open. */
  private void send(List<Happening> happenings, Duration patience) {
    happenings.forEach(one -> send(one.topic(), one.fact().employeeId(), one.json()));
    producer.flush();
    if (!await(LedgerGate::isOpen, patience)) {
      throw new IllegalStateException("not every employee got a balance in time");
    }
  }

  /** For each employee an event that earns and one that is decided. */
  private void sendClosing(Instant at) {
    for (String employee : employees()) {
      sendClosing(employee, at, "quiz");
      sendClosing(employee, at.plusSeconds(1), "workshop-case");
    }
    producer.flush();
  }

  private void sendClosing(String employee, Instant at, String activity) {
    String json =
        """
        {"eventId": "%s%s-%s", "source": "lms", "employeeId": "%s", "occurredAt": "%s",
        "verb": "COMPLETED", "activityId": "%s"}"""
            .formatted(CLOSING, activity, employee, employee, at, activity);
    send(TopicCatalogue.LEARNING_EVENTS, employee, json);
  }

  private void send(Topic<?> topic, String key, String json) {
    var unused = producer.send(new ProducerRecord<>(prefix.nameOf(topic), key, json));
  }

  private void take(Posting posting) {
    if (!isClosing(posting.causeEventId())) {
      cases.values().forEach(observed -> observed.add(posting));
    }
  }

  private void take(Decision decision) {
    if (!isClosing(decision.eventId())) {
      cases.values().forEach(observed -> observed.add(decision));
    }
  }

  private boolean isClosing(String eventId) {
    boolean closing = eventId.startsWith(CLOSING);
    if (closing) {
      closed.add(eventId);
    }
    return closing;
  }

  private void takeLot(Latest<CreditLot> lot) {
    cases.values().forEach(observed -> observed.addLot(lot));
  }

  private void takeBalance(Latest<Balance> balance) {
    if (balance.value() != null) {
      LedgerGate.look(balance.value());
    }
    cases.values().forEach(observed -> observed.addBalance(balance));
  }

  private void takeProgress(Latest<EmployeeProgress> progress) {
    cases.values().forEach(observed -> observed.addProgress(progress));
  }

  private void take(Milestone milestone) {
    cases.values().forEach(observed -> observed.add(milestone));
  }

  @Override
  public void close() {
    producer.close();
    outputs.close();
  }
}
