package io.growthline.cases;

import io.growthline.ledger.rules.LedgerFact;
import io.growthline.schemas.ledger.Balance;
import io.growthline.schemas.ledger.Decision;
import io.growthline.schemas.ledger.EmployeeProgress;
import io.growthline.schemas.ledger.Milestone;
import io.growthline.schemas.ledger.Posting;
import io.growthline.schemas.topics.Topic;
import io.growthline.schemas.topics.TopicCatalogue;
import io.growthline.schemas.topics.TopicPrefix;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
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
    outputs.take(TopicCatalogue.BALANCES, this::take);
    outputs.take(TopicCatalogue.PROGRESS, this::take);
    outputs.take(TopicCatalogue.MILESTONES, this::take);
  }

  /**
   * Sends people facts, learning and closing events, each when the ledger has answered the ones
   * before. After an employee's last posting and decision nothing can come that was not expected.
   *
   * @param patience for each of the three
   * @return what is wrong; empty if all is well
   */
  public String play(Duration patience) {
    List<LedgerFact> facts = cases.keySet().stream().flatMap(one -> one.facts().stream()).toList();
    PeopleGate.close(facts);
    sendPeople();
    if (!await(PeopleGate::isOpen, patience)) {
      return "not every employee has a balance after the people facts";
    }
    sendLearning();
    if (!await(() -> report().isEmpty(), patience)) {
      return report();
    }
    sendClosing(facts);
    int closings = 2 * employees().size();
    return await(() -> closed.size() == closings, patience)
        ? report()
        : "after the closing events there came only " + closed;
  }

  private boolean await(BooleanSupplier condition, Duration patience) {
    Instant deadline = Instant.now().plus(patience);
    boolean holds = condition.getAsBoolean();
    while (!holds && Instant.now().isBefore(deadline)) {
      holds = outputs.poll() && condition.getAsBoolean();
    }
    return holds;
  }

  private String report() {
    StringBuilder report = new StringBuilder();
    cases.forEach((played, observed) -> report.append(played.report(observed)));
    return report.toString();
  }

  private Set<String> employees() {
    Set<String> employees = new TreeSet<>();
    cases.keySet().forEach(played -> employees.addAll(played.expectation().employees()));
    return employees;
  }

  private void sendPeople() {
    for (BriefCase played : cases.keySet()) {
      List<LedgerFact> facts = played.facts();
      for (int i = 0; i < played.people().size(); i++) {
        send(TopicCatalogue.HR_EVENTS, facts.get(i).employeeId(), played.people().get(i));
      }
    }
    producer.flush();
  }

  /** A line, and the fact that it is. */
  private record Learning(LedgerFact fact, String json) {}

  /** In order of time over all cases, as it happens. */
  private void sendLearning() {
    List<Learning> all = new ArrayList<>();
    for (BriefCase played : cases.keySet()) {
      List<LedgerFact> facts = played.facts();
      int people = played.people().size();
      for (int i = 0; i < played.learning().size(); i++) {
        all.add(new Learning(facts.get(people + i), played.learning().get(i)));
      }
    }
    all.sort(Comparator.comparing(Learning::fact, LedgerFact.EFFECTIVE_ORDER));
    all.forEach(one -> send(TopicCatalogue.LEARNING_EVENTS, one.fact().employeeId(), one.json()));
    producer.flush();
  }

  /** For each employee an event that earns and one that is decided, a day after all others. */
  private void sendClosing(List<LedgerFact> facts) {
    long newest = facts.stream().mapToLong(LedgerFact::effectiveAt).max().orElseThrow();
    Instant at = Instant.ofEpochMilli(newest).plus(Duration.ofDays(1));
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

  private void take(Balance balance) {
    PeopleGate.look(balance);
    cases.values().forEach(observed -> observed.add(balance));
  }

  private void take(EmployeeProgress progress) {
    cases.values().forEach(observed -> observed.add(progress));
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
