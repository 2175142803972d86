package io.growthline.local.audit;

import static io.growthline.local.ReplayedFolder.learning;
import static org.assertj.core.api.Assertions.assertThat;

import io.growthline.facts.ErasureKey;
import io.growthline.local.CommandRun;
import io.growthline.local.ReplayedFolder;
import io.growthline.local.broker.EmbeddedBroker;
import io.growthline.local.broker.RunningCluster;
import io.growthline.local.erasure.Receipts;
import io.growthline.local.tables.DuckDb;
import io.growthline.local.tables.TableFolder;
import io.growthline.schemas.ledger.Posting;
import io.growthline.schemas.topics.Topic;
import io.growthline.schemas.topics.TopicCatalogue;
import io.growthline.schemas.topics.TopicCreation;
import io.growthline.schemas.topics.TopicPrefix;
import io.growthline.schemas.wire.SingleObjectEncoding;
import io.growthline.schemas.wire.WireFormat;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The ledger's topic has to hold the postings of the table, each once. */
class VerifyTopicIT {

  private static final String RULES =
      """
      scheme: {zone: UTC}
      activities:
        - {id: quiz, kind: course, category: elective, credits: 1, repeat: each}
      """;

  @TempDir static Path folder;
  private static EmbeddedBroker broker;
  private static Path lake;
  private static List<Posting> postings;

  @BeforeAll
  static void start() throws Exception {
    lake =
        new ReplayedFolder(folder, "2026-06-30T00:00:00Z")
            .replay(
                "out",
                RULES,
                List.of(
                    learning("1", "ann", "2026-03-01T09:00:00Z", "COMPLETED", "quiz"),
                    learning("2", "ann", "2026-03-02T09:00:00Z", "COMPLETED", "quiz"),
                    learning("3", "bob", "2026-03-01T09:00:00Z", "COMPLETED", "quiz")),
                List.of());
    postings = new ArrayList<>();
    try (DuckDb database = new DuckDb();
        ResultSet rows = database.stream(PostingRow.sql(new TableFolder(lake)))) {
      while (rows.next()) {
        postings.add(PostingRow.of(rows).posting());
      }
    }
    broker = EmbeddedBroker.start(folder.resolve("broker"));
  }

  @AfterAll
  static void stop() {
    broker.close();
  }

  @Test
  void theSamePostingsPass() throws Exception {
    CommandRun run = verify("same", postings);
    assertThat(run.err()).isEmpty();
    assertThat(run.exitCode()).isZero();
    assertThat(run.out())
        .containsExactly(
            "2 employees, 3 postings, 3 open lots, 3 messages on the topic: nothing is wrong");
  }

  @Test
  void aPostingThatTheTopicLacksIsNamed() throws Exception {
    assertThat(finding("lacks", postings.subList(0, 2)))
        .startsWith(
            "ledger_entries: employee bob, sequence 1: topic lacks.credits.ledger has nothing");
  }

  @Test
  void aPostingThatIsThereTwiceIsNamed() throws Exception {
    List<Posting> twice = new ArrayList<>(postings);
    twice.add(postings.get(1));
    assertThat(finding("twice", twice))
        .startsWith("ledger_entries: employee ann, sequence 2: comes 2 times");
  }

  @Test
  void aPostingThatTheTableLacksIsNamed() throws Exception {
    assertThat(finding("more", withOneOfCem()))
        .contains("employee cem, sequence 1: ", "entry_id e9", "the table nothing");
  }

  @Test
  void f6AReceiptHoldsOnlyIfTheLedgerErasedThePersonToo() throws Exception {
    publish("forged", withOneOfCem());
    Path receipt =
        new Receipts(lake, ErasureKey.PUBLIC).note("cem", Instant.EPOCH, Map.of(), false, Map.of());
    try {
      // Compacted away, or never there: nothing speaks against the receipt.
      assertThat(verify("forged").out()).singleElement().asString().contains("(erased: 1 people)");
      Path key = Files.writeString(folder.resolve("key"), "secret");
      CommandRun otherKey = verify("forged", "--erasure-key", key.toString());
      assertThat(otherKey.exitCode()).isEqualTo(2);
      assertThat(otherKey.err()).singleElement().asString().contains("made with another key");

      tellBalance("forged", "cem", new byte[] {1});
      CommandRun forged = verify("forged");
      assertThat(forged.exitCode()).isEqualTo(1);
      assertThat(forged.out())
          .containsExactly(
              "ledger_entries: employee cem: a receipt says that they were erased, but they still"
                  + " have a balance on topic forged.credits.balances: the ledger did not erase"
                  + " them, or has not done so yet");

      tellBalance("forged", "cem", null);
      tellBalance("forged", "bob", new byte[] {1});
      assertThat(verify("forged").exitCode()).isZero();
    } finally {
      Files.delete(receipt);
    }
  }

  private static List<Posting> withOneOfCem() {
    Posting of = postings.get(2);
    List<Posting> more = new ArrayList<>(postings);
    more.add(
        new Posting(
            "e9",
            "cem",
            1,
            of.kind(),
            of.activityId(),
            of.category(),
            1,
            1,
            of.effectiveAt(),
            of.eventDate(),
            of.recordedAt(),
            "lms",
            "9",
            of.ruleVersion(),
            null,
            null,
            null,
            1,
            1,
            "",
            of.hash()));
    return more;
  }

  private static void tellBalance(String prefix, String employee, byte[] value) throws Exception {
    String topic = new TopicPrefix(prefix).nameOf(TopicCatalogue.BALANCES);
    try (KafkaProducer<String, byte[]> producer = producer()) {
      producer.send(new ProducerRecord<>(topic, employee, value)).get();
    }
  }

  @Test
  void aHashThatTheMessageDoesNotHaveIsNoticed() throws Exception {
    Posting of = postings.get(0);
    Posting altered =
        new Posting(
            of.entryId(),
            of.employeeId(),
            of.sequence(),
            of.kind(),
            of.activityId(),
            of.category(),
            of.earnedChange() + 1,
            of.availableChange(),
            of.effectiveAt(),
            of.eventDate(),
            of.recordedAt(),
            of.causeSource(),
            of.causeEventId(),
            of.ruleVersion(),
            of.lotId(),
            of.corrects(),
            of.reason(),
            of.earnedAfter(),
            of.availableAfter(),
            of.previousHash(),
            of.hash());
    assertThat(finding("altered", List.of(altered, postings.get(1), postings.get(2))))
        .contains("employee ann, sequence 1: ");
  }

  @Test
  void whatTheTopicHasForgottenIsNotAskedFor() throws Exception {
    RecordMetadata anns = publish("old", postings).get(0);
    TopicPartition partition = new TopicPartition(anns.topic(), anns.partition());
    try (Admin admin = admin()) {
      admin
          .deleteRecords(Map.of(partition, RecordsToDelete.beforeOffset(anns.offset() + 1)))
          .all()
          .get();
    }
    CommandRun run = verify("old");
    assertThat(run.out()).singleElement().asString().contains("2 messages on the topic: nothing");
  }

  @Test
  void onlyANamedBrokerIsAsked() throws Exception {
    try (AutoCloseable running = RunningCluster.announce(broker.bootstrap())) {
      assertThat(running).isNotNull();
      assertThat(CommandRun.of("verify", lake.toString()).out())
          .containsExactly("2 employees, 3 postings, 3 open lots: nothing is wrong");
      CommandRun topics = CommandRun.of("verify", lake.toString(), "--topic-prefix", "same");
      assertThat(topics.exitCode()).isEqualTo(2);
      assertThat(topics.err()).singleElement().asString().contains("name the broker");
    }
  }

  @Test
  void aTopicThatIsNotThereIsAFailure() {
    CommandRun run = verify("nowhere");
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err()).singleElement().asString().contains("nowhere.credits.ledger");
  }

  private static String finding(String prefix, List<Posting> onTopic) throws Exception {
    CommandRun run = verify(prefix, onTopic);
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.out()).hasSize(1);
    return run.out().get(0);
  }

  private static CommandRun verify(String prefix, List<Posting> onTopic) throws Exception {
    publish(prefix, onTopic);
    return verify(prefix);
  }

  private static CommandRun verify(String prefix, String... more) {
    List<String> arguments =
        new ArrayList<>(List.of("verify", lake.toString(), "--topic-prefix", prefix));
    arguments.addAll(List.of("--bootstrap", broker.bootstrap()));
    arguments.addAll(List.of(more));
    return CommandRun.of(arguments.toArray(String[]::new));
  }

  private static List<RecordMetadata> publish(String prefix, List<Posting> messages)
      throws Exception {
    Topic<Posting> topic = TopicCatalogue.LEDGER;
    String name = new TopicPrefix(prefix).nameOf(topic);
    try (Admin admin = admin();
        KafkaProducer<String, byte[]> producer = producer()) {
      TopicCreation.create(admin, new TopicPrefix(prefix), List.of(topic, TopicCatalogue.BALANCES));
      WireFormat<Posting> format = SingleObjectEncoding.of(topic.valueType());
      List<RecordMetadata> sent = new ArrayList<>();
      for (Posting posting : messages) {
        byte[] value = format.encode(posting);
        sent.add(producer.send(new ProducerRecord<>(name, posting.employeeId(), value)).get());
      }
      return sent;
    }
  }

  private static Admin admin() {
    return Admin.create(Map.of("bootstrap.servers", broker.bootstrap()));
  }

  private static KafkaProducer<String, byte[]> producer() {
    return new KafkaProducer<>(
        Map.of("bootstrap.servers", broker.bootstrap()),
        new StringSerializer(),
        new ByteArraySerializer());
  }
}
