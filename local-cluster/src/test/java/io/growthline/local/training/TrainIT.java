package io.growthline.local.training;

import static org.assertj.core.api.Assertions.assertThat;

import io.growthline.local.CommandRun;
import io.growthline.local.broker.EmbeddedBroker;
import io.growthline.local.company.CompanyFiles;
import io.growthline.local.company.SampleCompany;
import io.growthline.local.tables.DuckDb;
import io.growthline.local.tables.TableFolder;
import io.growthline.schemas.reference.ModelAnnouncement;
import io.growthline.schemas.tables.TableCatalogue;
import io.growthline.schemas.topics.TopicCatalogue;
import io.growthline.schemas.wire.SingleObjectEncoding;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The verbs, over the sample company. */
class TrainIT {

  private static final Instant END = Instant.parse("2026-11-23T03:00:00Z");

  @TempDir static Path folder;
  private static Path lake;

  @BeforeAll
  static void replayCompany() throws Exception {
    CompanyFiles.write(folder.resolve("in"), SampleCompany.of(1, 300, 3000, END).records(), END);
    lake = folder.resolve("out");
    replay(folder.resolve("in"), lake);
  }

  @Test
  void aModelIsTrainedAnnouncedAndRolledBackTo() throws Exception {
    try (EmbeddedBroker broker = EmbeddedBroker.start(folder.resolve("broker"))) {
      Path models = folder.resolve("models");
      CommandRun first =
          train(models, "--announce", "--bootstrap", broker.bootstrap(), "--topic-prefix", "acme");
      assertThat(first.err()).isEmpty();
      assertThat(first.exitCode()).isZero();
      assertThat(first.out()).anyMatch(line -> line.startsWith("| **this model** |"));
      String version = onlyVersion(models);

      CommandRun again = train(models);
      assertThat(again.exitCode()).isEqualTo(1);
      assertThat(again.err())
          .singleElement()
          .asString()
          .startsWith("growthline train: all models were refused: recommender is nothing new");
      assertThat(onlyVersion(models)).isEqualTo(version);

      CommandRun back =
          CommandRun.of(
              "announce",
              "--models",
              models.toString(),
              "--version",
              version,
              "--bootstrap",
              broker.bootstrap(),
              "--topic-prefix",
              "acme");
      assertThat(back.exitCode()).isZero();
      assertThat(back.out()).contains("announced      recommender " + version);

      List<ConsumerRecord<String, byte[]>> told =
          read(broker.bootstrap()).stream()
              .filter(record -> record.key().equals("recommender@start"))
              .toList();
      assertThat(told).hasSize(2);
      ModelAnnouncement announcement =
          SingleObjectEncoding.of(ModelAnnouncement.class).decode(told.get(1).value());
      assertThat(announcement.version()).isEqualTo(version);
      assertThat(Path.of(java.net.URI.create(announcement.location()))).isRegularFile();
      assertThat(announcement.metrics()).containsKeys("ndcg", "recall");
    }
  }

  @Test
  void e4CompletionAndTheNextFormatAreForetoldBesideRecommendations() throws Exception {
    Path input = folder.resolve("planted");
    PlantedLearners.write(input);
    replay(input, folder.resolve("before"));
    CommandRun run =
        CommandRun.of(
            "train",
            "--lake",
            folder.resolve("before").toString(),
            "--models",
            input.resolve("models").toString(),
            "--max-signals",
            "50",
            "--max-activities",
            "20");
    assertThat(run.err()).isEmpty();
    assertThat(run.exitCode()).isZero();
    assertThat(run.out())
        .anyMatch(line -> line.startsWith("# Model `completion`"))
        .anyMatch(line -> line.startsWith("# Model `format`"));
    replay(input, folder.resolve("after"));
    assertThat(recommended("before", "count(completion_probability)")).isZero();
    String steady = "avg(completion_probability) FILTER (employee_id LIKE 'steady-%')";
    String fickle = "avg(completion_probability) FILTER (employee_id LIKE 'fickle-%')";
    assertThat(recommended("after", steady)).isBetween(0.7, 0.95);
    assertThat(recommended("after", fickle)).isBetween(0.05, 0.3);
    String ofDeclared =
        "avg((likely_formats ->> split_part(employee_id, '-', 2))::DOUBLE)"
            + " FILTER (employee_id LIKE '%-LOYALTY')";
    assertThat(recommended("after", ofDeclared.replace("LOYALTY", "loyal"))).isGreaterThan(0.6);
    // The fickle among the open have completed too little to show that they take anything.
    assertThat(recommended("after", ofDeclared.replace("LOYALTY", "open"))).isLessThan(0.5);
  }

  private static void replay(Path input, Path output) {
    CommandRun run =
        CommandRun.of("replay", "--input", input.toString(), "--output", output.toString());
    assertThat(run.err()).isEmpty();
    assertThat(run.exitCode()).isZero();
  }

  private static double recommended(String lakeName, String figure) throws Exception {
    TableFolder tables = new TableFolder(folder.resolve(lakeName));
    try (DuckDb database = new DuckDb()) {
      return database
          .query(
              "SELECT %s FROM %s".formatted(figure, tables.sql(TableCatalogue.RECOMMENDATIONS)),
              row -> row.getDouble(1))
          .get(0);
    }
  }

  @Test
  void wrongUsageIsTold() throws Exception {
    assertThat(CommandRun.of("train", "--lake", "nowhere", "--models", "m").exitCode())
        .isEqualTo(2);
    Path models = folder.resolve("none");
    assertThat(train(models, "--rulebook", "nowhere").exitCode()).isEqualTo(2);
    assertThat(train(models, "--max-signals", "1").exitCode()).isEqualTo(2);
    assertThat(train(models, "--bootstrap", "localhost:1").exitCode()).isEqualTo(2);
    assertThat(CommandRun.of("announce", "--models", "nowhere").exitCode()).isEqualTo(2);
    Files.createDirectories(models);
    assertThat(CommandRun.of("announce", "--models", models.toString()).exitCode()).isEqualTo(2);
    CommandRun other =
        CommandRun.of("announce", "--models", models.toString(), "--version", "2020-01-01-0");
    assertThat(other.exitCode()).isEqualTo(2);
    assertThat(other.err().get(0)).contains("holds no version 2020-01-01-0");
  }

  private static CommandRun train(Path models, String... more) {
    List<String> arguments = new ArrayList<>();
    arguments.addAll(List.of("train", "--lake", lake.toString(), "--models", models.toString()));
    arguments.addAll(List.of(more));
    return CommandRun.of(arguments.toArray(String[]::new));
  }

  private static String onlyVersion(Path models) throws Exception {
    try (Stream<Path> entries = Files.list(models)) {
      List<String> versions =
          entries
              .map(entry -> entry.getFileName().toString())
              .filter(name -> name.startsWith("recommender-"))
              .map(name -> name.substring("recommender-".length()))
              .toList();
      assertThat(versions).hasSize(1);
      return versions.get(0);
    }
  }

  private static List<ConsumerRecord<String, byte[]>> read(String bootstrap) {
    TopicPartition partition = new TopicPartition("acme." + TopicCatalogue.MODELS.name(), 0);
    List<ConsumerRecord<String, byte[]>> records = new ArrayList<>();
    try (KafkaConsumer<String, byte[]> consumer =
        new KafkaConsumer<>(
            Map.of("bootstrap.servers", bootstrap, "isolation.level", "read_committed"),
            new StringDeserializer(),
            new ByteArrayDeserializer())) {
      consumer.assign(List.of(partition));
      consumer.seekToBeginning(List.of(partition));
      long end = consumer.endOffsets(List.of(partition)).get(partition);
      while (consumer.position(partition) < end) {
        consumer.poll(Duration.ofMillis(200)).forEach(records::add);
      }
    }
    return records;
  }
}
