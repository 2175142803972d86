package io.growthline.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.growthline.app.GrowthlineJob;
import io.growthline.app.JobSettings;
import io.growthline.app.KafkaSettings;
import io.growthline.cases.PassingTime;
import io.growthline.local.cluster.LakeWriting;
import io.growthline.local.cluster.LocalJob;
import io.growthline.local.company.CompanyRecord;
import io.growthline.local.kafka.EventPublisher;
import io.growthline.schemas.topics.Topic;
import io.growthline.schemas.topics.TopicCatalogue;
import io.growthline.schemas.topics.TopicCreation;
import io.growthline.schemas.topics.TopicPrefix;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;

/** A company streamed through Kafka and both jobs, up to the tables. */
final class StreamedCompany implements AutoCloseable {

  private static final TopicPrefix ACME = new TopicPrefix("acme");
  private static final Duration LAKE_CHECKPOINTS = Duration.ofSeconds(5);
  private static final int STRANGE_MESSAGES = 5;

  /** Time passes by what events say less 5 s. */
  private static final Duration DISORDER = Duration.ofSeconds(6);

  /** How things are when all that was sent is told; fails until then. */
  interface Rest {
    void check(WrittenOnTopics topics) throws Exception;
  }

  private final String bootstrap;
  private final LocalJob ledger;
  private final LakeWriting lake;
  private final EventPublisher publisher;
  private final WrittenOnTopics topics;

  /**
   * Publishes the rule book and starts both jobs.
   *
   * @param folder of the jobs; the tables are in its folder {@code lake}
   */
  StreamedCompany(String bootstrap, Path ruleBook, Path folder) throws Exception {
    this.bootstrap = bootstrap;
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrap))) {
      TopicCreation.create(admin, ACME, TopicCatalogue.all());
    }
    assertThat(call("publish", ruleBook.toString()).exitCode()).isZero();
    KafkaSettings kafka = new KafkaSettings(bootstrap, ACME, Map.of());
    ledger = startLedger(kafka, folder);
    lake =
        LakeWriting.start(
            kafka, folder.resolve("lake"), LAKE_CHECKPOINTS, folder.resolve("flink-lake"));
    publisher = new EventPublisher(bootstrap, ACME);
    topics = new WrittenOnTopics(bootstrap, ACME);
    sendStrangeMessages();
  }

  /** A call of the command line for this company's topics. */
  CommandRun call(String verb, String... arguments) {
    String[] connection = {verb, "--bootstrap", bootstrap, "--topic-prefix", ACME.value()};
    return CommandRun.of(
        Stream.of(connection, arguments).flatMap(Stream::of).toArray(String[]::new));
  }

  /** Sends records and waits for rest. */
  void send(List<CompanyRecord> records, Rest rest) throws InterruptedException {
    publisher.publish(records, 2_000);
    await(rest);
  }

  /** Sends events as lines of JSON. */
  void sendJson(Topic<?> topic, List<String> lines) {
    try (KafkaProducer<String, String> producer = producer(new StringSerializer())) {
      for (String line : lines) {
        String employee = line.replaceFirst(".*\"employeeId\":\"([^\"]+)\".*", "$1");
        var unused = producer.send(new ProducerRecord<>(ACME.nameOf(topic), employee, line));
      }
    }
  }

  private <V> KafkaProducer<String, V> producer(Serializer<V> values) {
    return new KafkaProducer<>(
        Map.of("bootstrap.servers", bootstrap), new StringSerializer(), values);
  }

  /**
   * Lets time pass up to where a replay's clock ends: windows of time end too. There it stands, for
   * as long as it takes: after a minute's silence it would go by the clock.
   */
  void letTimePass(Instant newest, Rest rest) {
    try (KafkaProducer<String, String> producer = producer(new StringSerializer())) {
      await(
          topics -> {
            PassingTime.until(newest.plus(DISORDER), producer, ACME);
            rest.check(topics);
          });
    }
  }

  /** Waits for rest. */
  void await(Rest rest) {
    Awaitility.await()
        .atMost(Duration.ofMinutes(4))
        .pollInterval(Duration.ofSeconds(1))
        .untilAsserted(
            () -> {
              topics.readOn();
              rest.check(topics);
            });
  }

  /**
   * Stops in order.
   *
   * @return what is then on the topics
   */
  WrittenOnTopics stop() throws Exception {
    assertThat(ledger.restarts()).isZero();
    ledger.stop();
    topics.readOn();
    lake.finish(Duration.ofMinutes(1));
    assertThat(lake.job().restarts()).isZero();
    return topics;
  }

  @Override
  public void close() {
    topics.close();
    publisher.close();
    lake.close();
    ledger.close();
  }

  private static LocalJob startLedger(KafkaSettings kafka, Path folder) throws Exception {
    return LocalJob.start(
        JobSettings.live(Duration.ofSeconds(2)),
        2,
        folder.resolve("flink-ledger"),
        environment -> GrowthlineJob.build(environment, GrowthlineJob.options(kafka)));
  }

  /** No job of ours writes such; the lake has to do without them. */
  private void sendStrangeMessages() {
    try (KafkaProducer<String, byte[]> producer = producer(new ByteArraySerializer())) {
      String topic = ACME.nameOf(TopicCatalogue.MILESTONES);
      for (int i = 0; i < STRANGE_MESSAGES; i++) {
        var unused = producer.send(new ProducerRecord<>(topic, "nobody", new byte[3 * i]));
      }
      var unused =
          producer.send(new ProducerRecord<>(ACME.nameOf(TopicCatalogue.BALANCES), "gone", null));
    }
  }
}
