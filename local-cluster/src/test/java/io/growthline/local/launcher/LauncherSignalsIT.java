package io.growthline.local.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.growthline.local.broker.EmbeddedBroker;
import io.growthline.schemas.topics.TopicCatalogue;
import io.growthline.schemas.topics.TopicCreation;
import io.growthline.schemas.topics.TopicPrefix;
import java.nio.file.Path;
import java.time.Duration;
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

/** A verb that follows a topic is ended from outside. */
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
              assertThat(call.children()).isEmpty();
            });
  }
}
