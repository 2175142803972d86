package io.growthline.local.bench;

import io.growthline.app.GrowthlineJob;
import io.growthline.app.GrowthlineOptions;
import io.growthline.app.JobSettings;
import io.growthline.app.KafkaSettings;
import io.growthline.local.broker.EmbeddedBroker;
import io.growthline.local.cluster.LocalJob;
import io.growthline.rulebook.ReadResult;
import io.growthline.rulebook.RuleBookNotPublishedException;
import io.growthline.rulebook.RuleBookPublisher;
import io.growthline.schemas.topics.TopicCatalogue;
import io.growthline.schemas.topics.TopicCreation;
import io.growthline.schemas.topics.TopicPrefix;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;

/** The whole job with its transactional ledger on a real broker, all in this JVM. */
record LiveLedger(EmbeddedBroker broker, LocalJob job) implements AutoCloseable {

  private static final Duration CHECKPOINT_INTERVAL = Duration.ofSeconds(10);
  private static final int PARALLELISM = 2;

  /**
   * Starts both, with a rule book published.
   *
   * @param temporary an empty folder; the caller removes it afterwards
   * @param ledgerOnly whether features and recommendations are left out
   */
  static LiveLedger start(ReadResult ruleBook, Path temporary, boolean ledgerOnly)
      throws Exception {
    EmbeddedBroker broker = EmbeddedBroker.start(temporary.resolve("broker"));
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrap()))) {
      TopicCreation.create(admin, TopicPrefix.NONE, TopicCatalogue.all());
      publish(ruleBook, broker);
      GrowthlineOptions whole =
          GrowthlineJob.options(new KafkaSettings(broker.bootstrap(), TopicPrefix.NONE, Map.of()));
      GrowthlineOptions options = ledgerOnly ? whole.withLedgerOnly() : whole;
      LocalJob job =
          LocalJob.start(
              JobSettings.live(CHECKPOINT_INTERVAL),
              PARALLELISM,
              temporary.resolve("flink"),
              environment -> GrowthlineJob.build(environment, options));
      return new LiveLedger(broker, job);
    } catch (Exception e) {
      broker.close();
      throw e;
    }
  }

  String bootstrap() {
    return broker.bootstrap();
  }

  /** Publishes another rule book. */
  void publish(ReadResult ruleBook) throws RuleBookNotPublishedException {
    publish(ruleBook, broker);
  }

  private static void publish(ReadResult ruleBook, EmbeddedBroker broker)
      throws RuleBookNotPublishedException {
    new RuleBookPublisher(broker.bootstrap(), TopicPrefix.NONE, Map.of()).publish(ruleBook, false);
  }

  @Override
  public void close() {
    try (broker) {
      job.close();
    }
  }
}
