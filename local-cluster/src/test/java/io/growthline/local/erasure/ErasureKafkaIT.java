package io.growthline.local.erasure;

import static io.growthline.local.ReplayedFolder.learning;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.growthline.app.GrowthlineJob;
import io.growthline.app.JobSettings;
import io.growthline.app.KafkaSettings;
import io.growthline.app.LakeJob;
import io.growthline.app.LakeOptions;
import io.growthline.facts.ErasureKey;
import io.growthline.local.CommandRun;
import io.growthline.local.broker.EmbeddedBroker;
import io.growthline.local.broker.RunningCluster;
import io.growthline.local.cluster.LakeWriting;
import io.growthline.local.cluster.LocalJob;
import io.growthline.local.kafka.GroupProgress;
import io.growthline.local.kafka.TopicReader;
import io.growthline.schemas.ledger.CreditLot;
import io.growthline.schemas.topics.Topic;
import io.growthline.schemas.topics.TopicCatalogue;
import io.growthline.schemas.topics.TopicPrefix;
import io.growthline.schemas.wire.SingleObjectEncoding;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.StateRecoveryOptions;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** F6, erasure, from the command line through both jobs, on a real broker. */
class ErasureKafkaIT {

  private static final Duration CHECKPOINT_INTERVAL = Duration.ofSeconds(1);
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final TopicPrefix ACME = new TopicPrefix("acme");

  private static final String RULES =
      """
      scheme: {zone: UTC, expiry: {months: 24}}
      activities:
        - {id: quiz, kind: course, category: elective, credits: 1, repeat: each}
      """;

  @TempDir Path folder;
  private EmbeddedBroker broker;
  private Path lake;
  private final Map<String, List<ConsumerRecord<String, byte[]>>> messages = new HashMap<>();

  @Test
  void f6WhoeverIsErasedStaysSoThroughLateEventsAndARestart() throws Exception {
    lake = folder.resolve("lake");
    try (EmbeddedBroker started = EmbeddedBroker.start(folder.resolve("broker"))) {
      broker = started;
      Path rules = Files.writeString(folder.resolve("rulebook.yaml"), RULES);
      assertThat(run("publish", rules.toString()).exitCode()).isZero();
      try (TopicReader topics = reader();
          LakeWriting writing =
              LakeWriting.start(kafka(), lake, CHECKPOINT_INTERVAL, folder.resolve("lake-job"))) {
        play(topics);
        writing.finish(PATIENCE);
      }
      theLakeIsErasedAndVerified();
      whatTheLakesJobReadsOfAnnAfterwardsLeavesNoRow();
    }
  }

  private void play(TopicReader topics) throws Exception {
    try (LocalJob job = start("first", null)) {
      send("ann", "e1", "e2", "e3");
      send("bob", "e1", "e2", "e3");
      awaitThat(topics, () -> newest(TopicCatalogue.LOTS, "bob") && readByTheJob());
      await().atMost(PATIENCE).until(() -> rowsOfAnn() > 0);

      CommandRun erased = eraseByTheRunningCluster();
      assertThat(erased.err()).isEmpty();
      assertThat(erased.out())
          .contains("The jobs were told by way of " + broker.bootstrap() + ".")
          .anyMatch(line -> line.matches("topic acme.hr.events +keeps records for \\d+ hours"));

      awaitThat(topics, () -> !newest(TopicCatalogue.BALANCES, "ann"));
      awaitThat(topics, () -> !newest(TopicCatalogue.PROGRESS, "ann"));
      awaitThat(topics, () -> !newest(TopicCatalogue.LOTS, "ann"));
      nothingBringsAnnBack(topics, "late-1");
      job.stop();
    }
    try (LocalJob job = start("second", savepointOf("first"))) {
      nothingBringsAnnBack(topics, "late-2");
      job.stop();
    }
  }

  private CommandRun eraseByTheRunningCluster() throws Exception {
    try (AutoCloseable announcement = RunningCluster.announce(broker.bootstrap())) {
      assertThat(announcement).isNotNull();
      return CommandRun.of(
          "erase", "--employee", "ann", "--lake", lake.toString(), "--topic-prefix", "acme");
    }
  }

  private void nothingBringsAnnBack(TopicReader topics, String eventId) throws Exception {
    long before = messagesOfAnn();
    long bobs = count(TopicCatalogue.BALANCES, "bob");
    send("ann", "e1", eventId);
    send("bob", eventId);
    awaitThat(topics, () -> count(TopicCatalogue.BALANCES, "bob") > bobs && readByTheJob());
    awaitThat(topics, () -> true);
    assertThat(messagesOfAnn()).isEqualTo(before);
    assertThat(newest(TopicCatalogue.BALANCES, "bob")).isTrue();
    assertThat(newest(TopicCatalogue.LOTS, "bob")).isTrue();
  }

  private void theLakeIsErasedAndVerified() throws Exception {
    // What was under way while it ran the first time.
    assertThat(CommandRun.of("erase", "--employee", "ann", "--lake", lake.toString()).exitCode())
        .isZero();
    assertThat(rowsOfAnn()).isZero();
    CommandRun verified = run("verify", lake.toString());
    assertThat(verified.err()).isEmpty();
    assertThat(verified.out())
        .containsExactly(
            "1 employees, 5 postings, 5 open lots, 8 messages on the topic (erased: 1 people):"
                + " nothing is wrong");

    Receipts receipts = new Receipts(lake, ErasureKey.PUBLIC);
    assertThat(receipts.holds("ann")).isTrue();
    Files.delete(receipts.fileOf("ann"));
    CommandRun unexplained = run("verify", lake.toString());
    assertThat(unexplained.exitCode()).isEqualTo(1);
    assertThat(unexplained.out()).anyMatch(line -> line.contains("employee ann, sequence 1"));
  }

  /** It has read the ledger's word before it was stopped; all of this comes later. */
  private void whatTheLakesJobReadsOfAnnAfterwardsLeavesNoRow() throws Exception {
    try (RecordsOnEveryTopic records = new RecordsOnEveryTopic(broker.bootstrap(), ACME)) {
      records.send("ann");
      records.send("carl");
    }
    try (LakeWriting writing = lakeFrom(savepointOf("lake-job"))) {
      writing.finish(PATIENCE);
    }
    assertThat(LakeRows.where(lake, "employee_id = 'carl'"))
        .allSatisfy((table, rows) -> assertThat(rows).as(table).isNotEmpty());
    assertThat(LakeRows.where(lake, "employee_id = 'ann'"))
        .allSatisfy((table, rows) -> assertThat(rows).as(table).isEmpty());
  }

  private LakeWriting lakeFrom(Path savepoint) throws Exception {
    List<String> topics = LakeJob.topics().stream().map(ACME::nameOf).toList();
    GroupProgress progress = new GroupProgress(broker.bootstrap(), LakeJob.group(kafka()), topics);
    LakeOptions options = new LakeOptions(kafka(), lake.toString(), ErasureKey.PUBLIC);
    LocalJob job =
        start(
            JobSettings.lake(CHECKPOINT_INTERVAL),
            "lake-job-again",
            savepoint,
            env -> LakeJob.build(env, options));
    return new LakeWriting(job, progress);
  }

  private LocalJob start(String name, Path savepoint) throws Exception {
    return start(
        JobSettings.live(CHECKPOINT_INTERVAL),
        name,
        savepoint,
        env -> GrowthlineJob.build(env, GrowthlineJob.options(kafka())));
  }

  private LocalJob start(Configuration settings, String name, Path savepoint, LocalJob.Graph graph)
      throws Exception {
    if (savepoint != null) {
      settings.set(StateRecoveryOptions.SAVEPOINT_PATH, savepoint.toUri().toString());
    }
    return LocalJob.start(settings, 2, folder.resolve(name), graph);
  }

  private Path savepointOf(String name) throws Exception {
    try (var savepoints = Files.list(folder.resolve(name).resolve("savepoints"))) {
      return savepoints.findFirst().orElseThrow();
    }
  }

  private KafkaSettings kafka() {
    return new KafkaSettings(broker.bootstrap(), ACME, Map.of());
  }

  private CommandRun run(String verb, String... arguments) {
    List<String> all =
        new ArrayList<>(List.of(verb, "--bootstrap", broker.bootstrap(), "--topic-prefix", "acme"));
    all.addAll(List.of(arguments));
    return CommandRun.of(all.toArray(String[]::new));
  }

  private void send(String employee, String... eventIds) throws Exception {
    try (KafkaProducer<String, String> producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", broker.bootstrap()),
            new StringSerializer(),
            new StringSerializer())) {
      for (String id : eventIds) {
        String event = learning(id, employee, "2026-03-01T09:00:00Z", "COMPLETED", "quiz");
        producer
            .send(
                new ProducerRecord<>(ACME.nameOf(TopicCatalogue.LEARNING_EVENTS), employee, event))
            .get();
      }
    }
  }

  private TopicReader reader() {
    return new TopicReader(
        broker.bootstrap(),
        List.of(
            ACME.nameOf(TopicCatalogue.LEDGER),
            ACME.nameOf(TopicCatalogue.DECISIONS),
            ACME.nameOf(TopicCatalogue.MILESTONES),
            ACME.nameOf(TopicCatalogue.LOTS),
            ACME.nameOf(TopicCatalogue.BALANCES),
            ACME.nameOf(TopicCatalogue.PROGRESS)));
  }

  private interface Condition {
    boolean holds() throws Exception;
  }

  /** Reads on until a condition holds, and then to where the topics end. */
  private void awaitThat(TopicReader topics, Condition condition) {
    await()
        .atMost(PATIENCE)
        .until(
            () -> {
              boolean holds = condition.holds();
              var ends = topics.ends();
              while (!topics.hasReached(ends)) {
                for (ConsumerRecord<String, byte[]> message : topics.poll(Duration.ofMillis(50))) {
                  messages.computeIfAbsent(message.topic(), t -> new ArrayList<>()).add(message);
                }
              }
              return holds;
            });
  }

  /** Whether all that was sent has gone through the job, by its newest checkpoint. */
  private boolean readByTheJob() throws Exception {
    List<String> inputs =
        List.of(ACME.nameOf(TopicCatalogue.LEARNING_EVENTS), ACME.nameOf(TopicCatalogue.HR_EVENTS));
    try (GroupProgress progress =
        new GroupProgress(broker.bootstrap(), "acme.growthline-jobs", inputs)) {
      return progress.hasReadAll();
    }
  }

  /** Whether a compacted topic still has anything of an employee. */
  private boolean newest(Topic<?> topic, String employee) throws Exception {
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

  private long count(Topic<?> topic, String key) {
    return on(topic).stream().filter(message -> message.key().equals(key)).count();
  }

  /** Lots have keys of their own; of them there may be no new one but bob's. */
  private long messagesOfAnn() {
    return messages.values().stream()
        .flatMap(List::stream)
        .filter(message -> message.key().equals("ann"))
        .count();
  }

  private List<ConsumerRecord<String, byte[]>> on(Topic<?> topic) {
    return messages.getOrDefault(ACME.nameOf(topic), List.of());
  }

  private long rowsOfAnn() throws Exception {
    return LakeRows.where(lake, "employee_id = 'ann'").values().stream()
        .mapToLong(List::size)
        .sum();
  }
}
