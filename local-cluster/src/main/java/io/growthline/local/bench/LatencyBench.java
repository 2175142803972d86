package io.growthline.local.bench;

import io.growthline.app.GrowthlineJob;
import io.growthline.app.JobSettings;
import io.growthline.app.KafkaSettings;
import io.growthline.local.broker.EmbeddedBroker;
import io.growthline.local.cluster.LocalJob;
import io.growthline.rulebook.RuleBookFile;
import io.growthline.rulebook.RuleBookPublisher;
import io.growthline.schemas.topics.TopicCatalogue;
import io.growthline.schemas.topics.TopicCreation;
import io.growthline.schemas.topics.TopicPrefix;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;

/** Measures the whole way: a broker, the job with its transactional ledger, a load, a consumer. */
public final class LatencyBench {

  private static final String RULE_BOOK = "/bench/rulebook.yaml";
  private static final Duration CHECKPOINT_INTERVAL = Duration.ofSeconds(10);
  private static final int PARALLELISM = 2;

  private LatencyBench() {}

  /**
   * Measures once.
   *
   * @param temporary an empty folder; the caller removes it afterwards
   */
  public static LatencyReport measure(Load load, Path temporary) throws Exception {
    try (EmbeddedBroker broker = EmbeddedBroker.start(temporary.resolve("broker"))) {
      prepare(broker.bootstrap());
      KafkaSettings kafka = new KafkaSettings(broker.bootstrap(), TopicPrefix.NONE, Map.of());
      try (LocalJob job =
          LocalJob.start(
              JobSettings.live(CHECKPOINT_INTERVAL),
              PARALLELISM,
              temporary.resolve("flink"),
              environment -> GrowthlineJob.build(environment, GrowthlineJob.options(kafka)))) {
        LatencyMeasurement.Result result =
            new LatencyMeasurement(load, broker.bootstrap(), TopicPrefix.NONE).run();
        job.checkAlive();
        return new LatencyReport(
            load,
            result.balances(),
            result.milestones(),
            job.completedCheckpoints(),
            job.restarts());
      }
    }
  }

  private static void prepare(String bootstrap) throws Exception {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrap));
        InputStream ruleBook = LatencyBench.class.getResourceAsStream(RULE_BOOK)) {
      TopicCreation.create(admin, TopicPrefix.NONE, TopicCatalogue.all());
      new RuleBookPublisher(bootstrap, TopicPrefix.NONE, Map.of())
          .publish(RuleBookFile.read("bench", ruleBook.readAllBytes()), false);
    }
  }
}
