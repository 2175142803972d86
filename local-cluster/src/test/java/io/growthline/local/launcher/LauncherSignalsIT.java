package io.growthline.local.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.growthline.local.broker.EmbeddedBroker;
import io.growthline.local.company.CompanyFiles;
import io.growthline.local.company.SampleCompany;
import io.growthline.schemas.topics.TopicCatalogue;
import io.growthline.schemas.topics.TopicCreation;
import io.growthline.schemas.topics.TopicPrefix;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Verbs are ended from outside. */
class LauncherSignalsIT {

  @TempDir static Path brokerFolder;
  private static EmbeddedBroker broker;

  @TempDir Path folder;

  @BeforeAll
  static void startBrokerWithOneMessage() throws Exception {
    broker = EmbeddedBroker.start(brokerFolder.resolve("broker"));
    Map<String, Object> settings = Map.of("bootstrap.servers", broker.bootstrap());
    try (Admin admin = Admin.create(settings);
        KafkaProducer<String, String> producer =
            new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
      TopicCreation.create(admin, TopicPrefix.NONE, List.of(TopicCatalogue.LEARNING_EVENTS));
      producer
          .send(new ProducerRecord<>("learning.events", "li-na", "{\"verb\":\"VIEWED\"}"))
          .get();
    }
  }

  @AfterAll
  static void stopBroker() {
    broker.close();
  }

  @Test
  void interruptedItExitsWith130AndLeavesNothing() throws Exception {
    try (LauncherCall call = following()) {
      call.signal("INT");
      assertThat(call.exitCode()).isEqualTo(130);
      assertThat(call.err()).isEmpty();
      leavesNothing(call);
    }
  }

  @Test
  void killedItLeavesNothingEither() throws Exception {
    try (LauncherCall call = following()) {
      assertThat(call.temporaryFiles()).isNotEmpty();
      call.signal("KILL");
      assertThat(call.exitCode()).isEqualTo(137);
      leavesNothing(call);
    }
  }

  @Test
  void aKilledReplayLeavesTheTablesOfTheReplayBefore() throws Exception {
    Instant end = Instant.parse("2026-11-23T03:00:00Z");
    CompanyFiles.write(folder.resolve("in"), SampleCompany.of(1, 300, 30_000, end).records(), end);
    try (LauncherCall first = replaying()) {
      assertThat(first.exitCode()).isZero();
    }
    LakeFiles lake = new LakeFiles(folder.resolve("lake"));
    List<Path> tables = lake.parquet();
    Map<String, Long> rows = lake.readAll();
    try (LauncherCall second = replaying("--overwrite")) {
      // Flink has begun: its files are there.
      await()
          .atMost(Duration.ofMinutes(1))
          .until(
              () ->
                  second.temporaryFiles().stream()
                      .flatMap(files -> LauncherCall.list(files).stream())
                      .anyMatch(file -> file.getFileName().toString().startsWith("minicluster_")));
      second.signal("KILL");
      assertThat(second.exitCode()).isEqualTo(137);
      leavesNothing(second);
    }
    assertThat(lake.parquet()).containsExactlyInAnyOrderElementsOf(tables);
    assertThat(lake.readAll()).isEqualTo(rows).containsKey("ledger_entries");
  }

  private LauncherCall replaying(String... more) throws IOException {
    List<String> arguments =
        new ArrayList<>(List.of("replay", "--input", "in", "--output", "lake"));
    arguments.addAll(List.of(more));
    return LauncherCall.start(LauncherCall.launcher(), folder, arguments.toArray(String[]::new));
  }

  private LauncherCall following() throws Exception {
    LauncherCall call =
        LauncherCall.start(
            LauncherCall.launcher(),
            folder,
            "tail",
            "learning.events",
            "--bootstrap",
            broker.bootstrap());
    await().atMost(Duration.ofSeconds(60)).until(() -> !call.out().isEmpty());
    return call;
  }

  private static void leavesNothing(LauncherCall call) {
    await()
        .atMost(Duration.ofSeconds(10))
        .untilAsserted(
            () -> {
              assertThat(call.temporaryFiles()).isEmpty();
              assertThat(call.processes()).isEmpty();
            });
  }
}
