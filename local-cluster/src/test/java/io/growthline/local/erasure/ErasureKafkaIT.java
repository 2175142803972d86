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
import io.growthline.schemas.topics.TopicCatalogue;
import io.growthline.schemas.topics.TopicPrefix;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.StateRecoveryOptions;
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

  static final String RULES =
      """
      scheme: {zone: UTC, expiry: {months: 24}}
      activities:
        - {id: quiz, kind: course, category: elective, credits: 1, repeat: each}
      """;

  @TempDir Path folder;
  private EmbeddedBroker broker;
  private Path lake;

  @Test
  void f6WhoeverIsErasedStaysSoThroughLateEventsAndARestart() throws Exception {
    lake = folder.resolve("lake");
    try (EmbeddedBroker started = EmbeddedBroker.start(folder.resolve("broker"))) {
      broker = started;
      Path rules = Files.writeString(folder.resolve("rulebook.yaml"), RULES);
      assertThat(run("publish", rules.toString()).exitCode()).isZero();
      try (LedgerOutputs outputs = LedgerOutputs.of(broker.bootstrap(), ACME);
          LakeWriting writing =
              LakeWriting.start(kafka(), lake, CHECKPOINT_INTERVAL, folder.resolve("lake-job"))) {
        play(outputs);
        writing.finish(PATIENCE);
      }
      theLakeIsErasedAndVerified();
      whatTheLakesJobReadsOfAnnAfterwardsLeavesNoRow();
    }
  }

  private void play(LedgerOutputs outputs) throws Exception {
    try (LocalJob job = start("first", null)) {
      send("ann", "e1", "e2", "e3");
      send("bob", "e1", "e2", "e3");
      outputs.awaitThat(
          PATIENCE, () -> outputs.haveLatest(TopicCatalogue.LOTS, "bob") && readByTheJob());
      await().atMost(PATIENCE).until(() -> rowsOfAnn() > 0);

      CommandRun erased;
      try (AutoCloseable running = RunningCluster.announce(broker.bootstrap())) {
        assertThat(running).isNotNull();
        erased = erase("--topic-prefix", "acme");
      }
      assertThat(erased.err()).isEmpty();
      assertThat(erased.out())
          .contains("The jobs were told by way of " + broker.bootstrap() + ".")
          .anyMatch(line -> line.matches("topic acme.hr.events +keeps records for \\d+ hours"));

      outputs.awaitThat(PATIENCE, () -> !outputs.haveLatest(TopicCatalogue.BALANCES, "ann"));
      outputs.awaitThat(PATIENCE, () -> !outputs.haveLatest(TopicCatalogue.PROGRESS, "ann"));
      outputs.awaitThat(PATIENCE, () -> !outputs.haveLatest(TopicCatalogue.LOTS, "ann"));
      nothingBringsAnnBack(outputs, "late-1");
      job.stop();
    }
    try (LocalJob job = start("second", savepointOf("first"))) {
      nothingBringsAnnBack(outputs, "late-2");
      job.stop();
    }
  }

  private void nothingBringsAnnBack(LedgerOutputs outputs, String eventId) throws Exception {
    long before = outputs.count("ann");
    long bobs = outputs.count(TopicCatalogue.BALANCES, "bob");
    send("ann", "e1", eventId);
    send("bob", eventId);
    outputs.awaitThat(
        PATIENCE, () -> outputs.count(TopicCatalogue.BALANCES, "bob") > bobs && readByTheJob());
    outputs.awaitThat(PATIENCE, () -> true);
    assertThat(outputs.count("ann")).isEqualTo(before);
    assertThat(outputs.haveLatest(TopicCatalogue.BALANCES, "bob")).isTrue();
    assertThat(outputs.haveLatest(TopicCatalogue.LOTS, "bob")).isTrue();
  }

  private void theLakeIsErasedAndVerified() throws Exception {
    // What was under way while it ran the first time.
    assertThat(erase().exitCode()).isZero();
    assertThat(rowsOfAnn()).isZero();
    CommandRun verified = run("verify", lake.toString());
    assertThat(verified.err()).isEmpty();
    assertThat(verified.out())
        .containsExactly(
            "1 employees, 5 postings, 5 open lots, 8 messages on the topic (erased: 1 people):"
                + " nothing is wrong");

    Receipts receipts = new Receipts(lake, ErasureKey.PUBLIC);
    assertThat(receipts.holds("ann")).isTrue();
    whoeverOnlyTheTablesLackIsMissed();
    Files.delete(receipts.fileOf("ann"));
    CommandRun unexplained = run("verify", lake.toString());
    assertThat(unexplained.exitCode()).isEqualTo(1);
    assertThat(unexplained.out()).anyMatch(line -> line.contains("employee ann, sequence 1"));
  }

  /** Rows without bob and a receipt: whoever can write the tables can make that. */
  private void whoeverOnlyTheTablesLackIsMissed() throws Exception {
    Path robbed = folder.resolve("robbed");
    try (Stream<Path> files = Files.walk(lake)) {
      for (Path file : files.toList()) {
        Files.copy(file, robbed.resolve(lake.relativize(file).toString()));
      }
    }
    assertThat(CommandRun.of("erase", "--employee", "bob", "--lake", robbed.toString()).err())
        .isEmpty();
    CommandRun verified = run("verify", robbed.toString());
    assertThat(verified.exitCode()).isEqualTo(1);
    assertThat(verified.out())
        .singleElement()
        .asString()
        .contains("employee bob", "still have a balance on topic acme.credits.balances");
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

  private CommandRun erase(String... more) {
    List<String> all = List.of("erase", "--employee", "ann", "--lake", lake.toString());
    return CommandRun.of(Stream.concat(all.stream(), Stream.of(more)).toArray(String[]::new));
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

  /** Whether all that was sent has gone through the job, by its newest checkpoint. */
  private boolean readByTheJob() throws Exception {
    List<String> inputs =
        List.of(ACME.nameOf(TopicCatalogue.LEARNING_EVENTS), ACME.nameOf(TopicCatalogue.HR_EVENTS));
    try (GroupProgress progress =
        new GroupProgress(broker.bootstrap(), "acme.growthline-jobs", inputs)) {
      return progress.hasReadAll();
    }
  }

  private long rowsOfAnn() throws Exception {
    return LakeRows.where(lake, "employee_id = 'ann'").values().stream()
        .mapToLong(List::size)
        .sum();
  }
}
