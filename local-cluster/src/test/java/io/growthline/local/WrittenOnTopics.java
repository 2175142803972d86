package io.growthline.local;

import io.growthline.cases.PassingTime;
import io.growthline.local.kafka.TopicReader;
import io.growthline.schemas.deadletters.DeadLetter;
import io.growthline.schemas.features.FeatureVector;
import io.growthline.schemas.ledger.Balance;
import io.growthline.schemas.ledger.CreditLot;
import io.growthline.schemas.ledger.Decision;
import io.growthline.schemas.ledger.EmployeeProgress;
import io.growthline.schemas.ledger.GoalProgress;
import io.growthline.schemas.ledger.Milestone;
import io.growthline.schemas.ledger.Posting;
import io.growthline.schemas.ledger.RequirementProgress;
import io.growthline.schemas.topics.Topic;
import io.growthline.schemas.topics.TopicCatalogue;
import io.growthline.schemas.topics.TopicPrefix;
import io.growthline.schemas.wire.SingleObjectEncoding;
import io.growthline.schemas.wire.UnreadableMessageException;
import io.growthline.schemas.wire.WireFormat;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** All that is committed on the ledger's topics, as the rows that a lake has to hold. */
final class WrittenOnTopics implements AutoCloseable {

  private static final Duration POLL = Duration.ofMillis(100);

  /** What of a table's columns identifies a row and shows its content. */
  private static final Map<String, String> COLUMNS =
      Map.of(
          "ledger_entries", "entry_id, employee_id, sequence, earned_change, hash",
          "decisions", "source, event_id, employee_id, activity_id, outcome, detail",
          "milestones", "milestone_id, employee_id, goal_id, direction, firing, version",
          "credit_lots", "lot_id, employee_id, credits_left, version",
          "credit_balances", "employee_id, version, earned, notice_id, ledger_hash",
          "goal_progress", "employee_id, version, goal_id, requirement, current, met",
          "eligible_employees", "employee_id, version, goal_id, firing",
          "employee_features", "employee_id, version, earned, views",
          "dead_letters", "source, position, reason, sha256");

  private final Map<String, Consumer<byte[]>> takers = new HashMap<>();
  private final Map<String, List<String>> rows = new HashMap<>();
  private final Map<String, Balance> balances = new TreeMap<>();
  private final Map<String, EmployeeProgress> progress = new TreeMap<>();
  private final Map<String, FeatureVector> vectors = new TreeMap<>();
  private final TopicReader reader;

  WrittenOnTopics(String bootstrap, TopicPrefix prefix) {
    take(prefix, TopicCatalogue.LEDGER, this::take);
    take(prefix, TopicCatalogue.DECISIONS, this::take);
    take(prefix, TopicCatalogue.LOTS, this::take);
    take(prefix, TopicCatalogue.MILESTONES, this::take);
    take(prefix, TopicCatalogue.BALANCES, this::take);
    take(prefix, TopicCatalogue.PROGRESS, this::take);
    take(prefix, TopicCatalogue.FEATURES, this::take);
    take(prefix, TopicCatalogue.DEAD_LETTERS, this::take);
    reader = new TopicReader(bootstrap, takers.keySet());
  }

  private <T extends Record> void take(TopicPrefix prefix, Topic<T> topic, Consumer<T> taker) {
    WireFormat<T> format = SingleObjectEncoding.of(topic.valueType());
    takers.put(
        prefix.nameOf(topic),
        message -> {
          try {
            taker.accept(format.decode(message));
          } catch (UnreadableMessageException e) {
            // Not of the ledger: no row.
          }
        });
  }

  /** Reads on to where the topics end now. */
  void readOn() {
    var ends = reader.ends();
    while (!reader.hasReached(ends)) {
      for (ConsumerRecord<String, byte[]> message : reader.poll(POLL)) {
        if (message.value() != null) {
          takers.get(message.topic()).accept(message.value());
        }
      }
    }
  }

  private void take(Posting p) {
    row(
        "ledger_entries",
        p.entryId(),
        p.employeeId(),
        p.sequence(),
        credits(p.earnedChange()),
        p.hash());
  }

  private void take(Decision d) {
    row(
        "decisions",
        d.source(),
        d.eventId(),
        d.employeeId(),
        d.activityId(),
        d.outcome(),
        d.detail());
  }

  private void take(CreditLot l) {
    row("credit_lots", l.lotId(), l.employeeId(), credits(l.creditsLeft()), l.version());
  }

  private void take(Milestone m) {
    row(
        "milestones",
        m.milestoneId(),
        m.employeeId(),
        m.goalId(),
        m.direction(),
        m.firing(),
        m.version());
  }

  private void take(Balance b) {
    balances.merge(b.employeeId(), b, (old, now) -> now.version() >= old.version() ? now : old);
    row(
        "credit_balances",
        b.employeeId(),
        b.version(),
        credits(b.earned()),
        b.noticeId(),
        b.ledgerHash());
  }

  private void take(EmployeeProgress p) {
    progress.merge(p.employeeId(), p, (old, now) -> now.version() >= old.version() ? now : old);
    for (GoalProgress goal : p.goals()) {
      for (RequirementProgress r : goal.requirements()) {
        row(
            "goal_progress",
            p.employeeId(),
            p.version(),
            goal.goalId(),
            r.requirement(),
            figure(r),
            r.met());
      }
      if (goal.held()) {
        row("eligible_employees", p.employeeId(), p.version(), goal.goalId(), goal.firing());
      }
    }
  }

  private void take(FeatureVector v) {
    vectors.put(v.employeeId(), v);
    row("employee_features", v.employeeId(), v.version(), credits(v.earned()), v.views());
  }

  private void take(DeadLetter d) {
    row("dead_letters", d.source(), d.position(), d.reason(), d.sha256());
  }

  private void row(String table, Object... values) {
    rows.computeIfAbsent(table, name -> new ArrayList<>()).add(text(values));
  }

  private static String text(Object... values) {
    return String.join(" ", Arrays.stream(values).map(Objects::toString).toList());
  }

  private static BigDecimal credits(long hundredths) {
    return BigDecimal.valueOf(hundredths, 2);
  }

  /** The columns that {@link #rows} tells, for SQL. */
  String columns(String table) {
    return COLUMNS.get(table);
  }

  /** What a table has to hold, if it holds everything. */
  List<String> rows(String table) {
    return rows.getOrDefault(table, List.of());
  }

  /** Employee, goal, requirement, current, met: of the highest version. */
  List<String> progress() {
    List<String> told = new ArrayList<>();
    now()
        .forEach(
            p ->
                p.goals()
                    .forEach(
                        goal ->
                            goal.requirements()
                                .forEach(
                                    r ->
                                        told.add(
                                            text(
                                                p.employeeId(),
                                                goal.goalId(),
                                                r.requirement(),
                                                figure(r),
                                                r.met())))));
    return told;
  }

  private Stream<EmployeeProgress> now() {
    return progress.values().stream().filter(p -> !p.employeeId().equals(PassingTime.SOMEBODY));
  }

  private static BigDecimal figure(RequirementProgress requirement) {
    return BigDecimal.valueOf(requirement.current(), 6);
  }

  /** Employee, earned, available, required, elective, practice: of the highest version. */
  List<String> latestBalances() {
    return balances.values().stream()
        .filter(b -> !b.employeeId().equals(PassingTime.SOMEBODY))
        .map(
            b ->
                text(
                    b.employeeId(),
                    credits(b.earned()),
                    credits(b.available()),
                    credits(b.required()),
                    credits(b.elective()),
                    credits(b.practice())))
        .toList();
  }

  /** Employee, some features, where they stand among others: of the newest vector. */
  List<String> latestFeatures() {
    return vectors.values().stream()
        .filter(v -> !v.employeeId().equals(PassingTime.SOMEBODY))
        .map(
            v ->
                text(
                    v.employeeId(),
                    v.views(),
                    v.completions(),
                    credits(v.earned()),
                    v.teamSize(),
                    v.earnedPercentile(),
                    json(v.metricPercentiles())))
        .toList();
  }

  private static String json(Map<String, Double> values) {
    return new TreeMap<>(values)
        .entrySet().stream()
            .map(entry -> "\"%s\":%s".formatted(entry.getKey(), entry.getValue()))
            .collect(Collectors.joining(",", "{", "}"));
  }

  /** Employee and the highest version: how many facts and revisions were taken into account. */
  List<String> latestVersions() {
    return balances.values().stream()
        .filter(b -> !b.employeeId().equals(PassingTime.SOMEBODY))
        .map(b -> text(b.employeeId(), b.version()))
        .toList();
  }

  /** Employee and goal: of the highest version. */
  List<String> goalsHeld() {
    return now()
        .flatMap(
            p ->
                p.goals().stream()
                    .filter(GoalProgress::held)
                    .map(goal -> text(p.employeeId(), goal.goalId())))
        .toList();
  }

  @Override
  public void close() {
    reader.close();
  }
}
