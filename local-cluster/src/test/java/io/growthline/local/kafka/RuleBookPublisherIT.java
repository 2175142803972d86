package io.growthline.local.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.growthline.local.broker.EmbeddedBroker;
import io.growthline.rulebook.ContentTally;
import io.growthline.rulebook.Publication;
import io.growthline.rulebook.ReadResult;
import io.growthline.rulebook.RuleBookFile;
import io.growthline.rulebook.RuleBookNotPublishedException;
import io.growthline.rulebook.RuleBookPublisher;
import io.growthline.schemas.reference.Definition;
import io.growthline.schemas.reference.RevisionManifest;
import io.growthline.schemas.topics.Topic;
import io.growthline.schemas.topics.TopicCatalogue;
import io.growthline.schemas.topics.TopicCreation;
import io.growthline.schemas.topics.TopicPrefix;
import io.growthline.schemas.wire.SingleObjectEncoding;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;

/** Rule books on a real broker, each test as a tenant of its own. */
class RuleBookPublisherIT {

  private static final String TWO =
      """
      scheme: {zone: UTC}
      activities:
        - {id: a, kind: course, category: elective, credits: [{from: 2024-01-01, value: 1}]}
        - {id: b, kind: course, category: elective, credits: 1}
      """;
  private static final String ONE =
      """
      scheme: {zone: UTC}
      activities:
        - {id: a, kind: course, category: elective, credits: 5}
      """;

  @TempDir static Path folder;
  private static EmbeddedBroker broker;
  private TopicPrefix tenant;
  private RuleBookPublisher publisher;

  @BeforeAll
  static void startBroker() throws Exception {
    broker = EmbeddedBroker.start(folder.resolve("broker"));
  }

  @AfterAll
  static void stopBroker() {
    broker.close();
  }

  @BeforeEach
  void createTopics(TestInfo test) throws Exception {
    tenant = new TopicPrefix(test.getTestMethod().orElseThrow().getName());
    publisher = new RuleBookPublisher(broker.bootstrap(), tenant, Map.of());
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrap()))) {
      TopicCreation.create(admin, tenant, TopicCatalogue.reference());
    }
  }

  @Test
  void aRevisionIsPublishedWhole() throws Exception {
    Publication publication = publisher.publish(book(TWO), false);
    assertThat(publication.isNew()).isTrue();
    assertThat(publication.manifest().ordinal()).isEqualTo(1);
    assertThat(publication.written()).isEqualTo(4);
    assertThat(publication.removed()).isZero();
    assertThat(manifest()).isEqualTo(publication.manifest());
    assertThat(definitions())
        .containsOnlyKeys("default@start", "a@start", "a@2024-01-01", "b@start");
    assertThat(ContentTally.of(definitions().values()).matches(manifest())).isTrue();
  }

  @Test
  void theSameRuleBookAgainIsNoRevision() throws Exception {
    publisher.publish(book(TWO), false);
    Publication again = publisher.publish(book("# a comment\n" + TWO), false);
    assertThat(again.isNew()).isFalse();
    assertThat(again.manifest()).isEqualTo(manifest());
    assertThat(manifest().ordinal()).isEqualTo(1);
  }

  @Test
  void onlyWhatChangedIsWrittenAndWhatVanishedIsRemoved() throws Exception {
    publisher.publish(book(TWO), false);
    Publication next = publisher.publish(book(ONE), true);
    assertThat(next.manifest().ordinal()).isEqualTo(2);
    assertThat(next.written()).isEqualTo(1);
    assertThat(next.removed()).isEqualTo(2);
    assertThat(definitions()).containsOnlyKeys("default@start", "a@start");
    assertThat(ContentTally.of(definitions().values()).matches(manifest())).isTrue();
  }

  @Test
  void droppingAnActivityIsRefused() throws Exception {
    publisher.publish(book(TWO), false);
    assertThatThrownBy(() -> publisher.publish(book(ONE), false))
        .isInstanceOf(RuleBookNotPublishedException.class)
        .hasMessageContaining(" b: ");
    assertThat(manifest().ordinal()).isEqualTo(1);
    assertThat(definitions()).hasSize(4);
  }

  @Test
  void whatACrashedPublisherLeftOpenIsTakenBack() throws Exception {
    publisher.publish(book(ONE), false);
    String topic = tenant.nameOf(TopicCatalogue.REVISIONS);
    Map<String, Object> settings =
        Map.of(
            "bootstrap.servers",
            broker.bootstrap(),
            "transactional.id",
            tenant.value() + ".growthline-rule-book-publisher");
    try (KafkaProducer<String, String> crashed =
        new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
      crashed.initTransactions();
      crashed.beginTransaction();
      Future<?> sent = crashed.send(new ProducerRecord<>(topic, "rule-book", "half"));
      crashed.flush();
      assertThat(sent.isDone()).isTrue();
      assertThat(publisher.publish(book(TWO), false).manifest().ordinal()).isEqualTo(2);
    }
    assertThat(manifest().ordinal()).isEqualTo(2);
  }

  @Test
  void missingTopicsAreNamed() {
    TopicPrefix nobody = new TopicPrefix("nobody");
    assertThatThrownBy(
            () ->
                new RuleBookPublisher(broker.bootstrap(), nobody, Map.of())
                    .publish(book(ONE), false))
        .isInstanceOf(RuleBookNotPublishedException.class)
        .hasMessageContaining("nobody.reference.schemes");
  }

  private static ReadResult book(String yaml) {
    return RuleBookFile.read("book.yaml", yaml.getBytes(UTF_8));
  }

  private RevisionManifest manifest() throws Exception {
    byte[] message = latest(TopicCatalogue.REVISIONS).get("rule-book");
    return SingleObjectEncoding.of(RevisionManifest.class).decode(message);
  }

  private Map<String, Definition> definitions() throws Exception {
    Map<String, Definition> definitions = new HashMap<>();
    for (Topic<?> topic : TopicCatalogue.reference()) {
      if (!topic.equals(TopicCatalogue.REVISIONS)) {
        for (Map.Entry<String, byte[]> message : latest(topic).entrySet()) {
          definitions.put(
              message.getKey(),
              SingleObjectEncoding.of(Definition.class).decode(message.getValue()));
        }
      }
    }
    return definitions;
  }

  /** What a reader of committed records sees of a topic: the newest value of each key. */
  private Map<String, byte[]> latest(Topic<?> topic) {
    TopicPartition partition = new TopicPartition(tenant.nameOf(topic), 0);
    Map<String, Object> settings =
        Map.of("bootstrap.servers", broker.bootstrap(), "isolation.level", "read_committed");
    Map<String, byte[]> latest = new HashMap<>();
    try (KafkaConsumer<String, byte[]> consumer =
        new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
      consumer.assign(List.of(partition));
      consumer.seekToBeginning(List.of(partition));
      long end = consumer.endOffsets(List.of(partition)).get(partition);
      while (consumer.position(partition) < end) {
        for (ConsumerRecord<String, byte[]> message : consumer.poll(Duration.ofMillis(100))) {
          if (message.value() == null) {
            latest.remove(message.key());
          } else {
            latest.put(message.key(), message.value());
          }
        }
      }
    }
    return latest;
  }
}
