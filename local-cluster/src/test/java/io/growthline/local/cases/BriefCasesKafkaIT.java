package io.growthline.local.cases;

import static org.assertj.core.api.Assertions.assertThat;

import io.growthline.app.GrowthlineJob;
import io.growthline.app.GrowthlineOptions;
import io.growthline.app.JobSettings;
import io.growthline.app.KafkaSettings;
import io.growthline.cases.BriefCase;
import io.growthline.cases.CasesOnKafka;
import io.growthline.ledger.LedgerOptions;
import io.growthline.local.broker.EmbeddedBroker;
import io.growthline.local.cluster.LocalJob;
import io.growthline.rulebook.RuleBookFile;
import io.growthline.rulebook.RuleBookPublisher;
import io.growthline.schemas.topics.TopicCatalogue;
import io.growthline.schemas.topics.TopicCreation;
import io.growthline.schemas.topics.TopicPrefix;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Every case that the business describes, from JSON on a real broker to the output topics. */
class BriefCasesKafkaIT {

  private static final int PARALLELISM = 2;
  private static final Duration CHECKPOINT_INTERVAL = Duration.ofSeconds(1);

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @TempDir static Path folder;
  private static EmbeddedBroker broker;
  private static LocalJob job;
  private static CasesOnKafka cases;

  @BeforeAll
  static void play() throws Exception {
    TopicPrefix prefix = new TopicPrefix("acme");
    broker = EmbeddedBroker.start(folder.resolve("broker"));
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrap()))) {
      TopicCreation.create(admin, prefix, TopicCatalogue.all());
    }
    new RuleBookPublisher(broker.bootstrap(), prefix, Map.of())
        .publish(RuleBookFile.read("rulebook.yaml", BriefCase.ruleBook()), false);
    KafkaSettings kafka = new KafkaSettings(broker.bootstrap(), prefix, Map.of());
    job =
        LocalJob.start(
            JobSettings.live(CHECKPOINT_INTERVAL),
            PARALLELISM,
            folder.resolve("flink"),
            env ->
                GrowthlineJob.build(env, new GrowthlineOptions(kafka, LedgerOptions.live(), true)));
    cases = new CasesOnKafka(broker.bootstrap(), prefix);
    cases.play(PATIENCE);
  }

  @AfterAll
  static void stop() {
    if (cases != null) {
      cases.close();
    }
    if (job != null) {
      job.close();
    }
    broker.close();
  }

  @ParameterizedTest(name = "{0}, from Kafka")
  @FieldSource("io.growthline.cases.BriefCase#IDS")
  void comesOutFromKafka(String id) {
    assertThat(cases.report(id)).isEmpty();
  }

  @Test
  void theJobRanThrough() throws Exception {
    job.checkAlive();
    assertThat(job.restarts()).isZero();
  }
}
