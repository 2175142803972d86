package io.growthline.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.growthline.app.GrowthlineJob;
import io.growthline.app.JobSettings;
import io.growthline.app.KafkaSettings;
import io.growthline.cases.PassingTime;
import io.growthline.local.cluster.LakeWriting;
import io.growthline.local.cluster.LocalJob;
import io.growthline.local.company.CompanyRecord;
import io.growthline.local.kafka.EventPublisher;
import io.growthline.schemas.topics.TopicCatalogue;
import io.growthline.schemas.topics.TopicCreation;
import io.growthline.schemas.topics.TopicPrefix;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** A company streamed through Kafka and both jobs, up to the tables. */
record StreamedCompany(String bootstrap, List<CompanyRecord> records, Path folder) {

  private static final TopicPrefix ACME = new TopicPrefix("acme");
  private static final Duration LAKE_CHECKPOINTS = Duration.ofSeconds(5);
  private static final int STRANGE_MESSAGES = 5;

  /** Time passes by what events say less 5 s. */
  private static final Duration DISORDER = Duration.ofSeconds(6);

  /** How things are when all is told; fails until then. */
  interface Rest {
    void check(WrittenOnTopics topics) throws Exception;
  }

  /**
   * Sends all records, waits for rest and stops in order.
   *
   * @return what is then on the topics; the lake is in the folder of this name
   */
  WrittenOnTopics run(Path ruleBook, Rest rest) throws Exception {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrap))) {
      TopicCreation.create(admin, ACME, TopicCatalogue.all());
    }
    CommandRun publish =
        CommandRun.of(
            "publish", ruleBook.toString(), "--bootstrap", bootstrap, "--topic-prefix", "acme");
    assertThat(publish.exitCode()).isZero();
    KafkaSettings kafka = new KafkaSettings(bootstrap, ACME, Map.of());
    try (LocalJob ledger = startLedger(kafka);
        LakeWriting lake =
            LakeWriting.start(
                kafka, folder.resolve("lake"), LAKE_CHECKPOINTS, folder.resolve("flink-lake"));
        EventPublisher publisher = new EventPublisher(bootstrap, ACME);
        WrittenOnTopics topics = new WrittenOnTopics(bootstrap, ACME)) {
      sendStrangeMessages();
      publisher.publish(records, 2_000);
      passTime();
      await()
          .atMost(Duration.ofMinutes(2))
          .untilAsserted(
              () -> {
                topics.readOn();
                rest.check(topics);
              });
      assertThat(ledger.restarts()).isZero();
      ledger.stop();
      topics.readOn();
      lake.finish(Duration.ofMinutes(1));
      assertThat(lake.job().restarts()).isZero();
      return topics;
    }
  }

  private LocalJob startLedger(KafkaSettings kafka) throws Exception {
    return LocalJob.start(
        JobSettings.live(Duration.ofSeconds(2)),
        2,
        folder.resolve("flink-ledger"),
        environment -> GrowthlineJob.build(environment, GrowthlineJob.options(kafka)));
  }

  /** No job of ours writes such; the lake has to do without them. */
  private void sendStrangeMessages() {
    try (KafkaProducer<String, byte[]> producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", bootstrap),
            new StringSerializer(),
            new ByteArraySerializer())) {
      String topic = ACME.nameOf(TopicCatalogue.MILESTONES);
      for (int i = 0; i < STRANGE_MESSAGES; i++) {
        var unused = producer.send(new ProducerRecord<>(topic, "nobody", new byte[3 * i]));
      }
      var unused =
          producer.send(new ProducerRecord<>(ACME.nameOf(TopicCatalogue.BALANCES), "gone", null));
    }
  }

  /** Up to where the replay's clock ended: windows of time end too. */
  private void passTime() {
    long newest =
        records.stream()
            .filter(record -> record.event() != null)
            .mapToLong(record -> record.event().occurredAt())
            .max()
            .orElseThrow();
    try (KafkaProducer<String, String> producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", bootstrap),
            new StringSerializer(),
            new StringSerializer())) {
      PassingTime.until(Instant.ofEpochMilli(newest).plus(DISORDER), producer, ACME);
    }
  }
}
