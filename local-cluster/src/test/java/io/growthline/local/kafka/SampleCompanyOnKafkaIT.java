package io.growthline.local.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.growthline.local.CommandRun;
import io.growthline.local.broker.EmbeddedBroker;
import io.growthline.local.company.CompanyRecord;
import io.growthline.local.company.Input;
import io.growthline.local.company.SampleCompany;
import io.growthline.local.company.SampleRuleBook;
import io.growthline.schemas.topics.TopicCatalogue;
import io.growthline.schemas.topics.TopicCreation;
import io.growthline.schemas.topics.TopicPrefix;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SampleCompanyOnKafkaIT {

  private static final Instant END = Instant.parse("2026-11-23T03:00:00Z");
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir static Path folder;
  private static EmbeddedBroker broker;
  private static List<CompanyRecord> records;

  @BeforeAll
  static void publish() throws Exception {
    broker = EmbeddedBroker.start(folder.resolve("broker"));
    TopicPrefix acme = new TopicPrefix("acme");
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrap()))) {
      TopicCreation.create(admin, acme, TopicCatalogue.all());
    }
    records = SampleCompany.of(1, 1, 1, END).records();
    try (EventPublisher publisher = new EventPublisher(broker.bootstrap(), acme)) {
      publisher.publish(records, 100_000);
      assertThat(publisher.sent()).isEqualTo(records.size());
    }
  }

  @AfterAll
  static void stop() {
    broker.close();
  }

  @Test
  void tailShowsEveryEventAsOneJsonObjectALine() throws Exception {
    CommandRun run = tail("learning.events", "--max", "1000000");
    assertThat(run.exitCode()).isZero();
    assertThat(run.err()).isEmpty();
    long expected = records.stream().filter(r -> r.input() == Input.LEARNING).count();
    assertThat(run.out()).hasSize(Math.toIntExact(expected));
    assertThat(run.out()).anyMatch(line -> line.contains("\"unreadable\""));
  }

  @Test
  void tailShowsOneEmployeeAlone() throws Exception {
    CommandRun run = tail("hr.events", "--employee", "li-na", "--max", "10");
    assertThat(run.out()).hasSize(1);
    JsonNode hired = JSON.readTree(run.out().get(0));
    assertThat(hired.get("kind").textValue()).isEqualTo("HIRED");
    assertThat(hired.get("attributes").get("nameZh").textValue()).isEqualTo("李娜");
    assertThat(Instant.parse(hired.get("occurredAt").textValue())).isBefore(END);
  }

  @Test
  void tailEndsWithAsManyMessagesAsAskedFor() {
    assertThat(tail("learning.events", "--max", "3").out()).hasSize(3);
  }

  @Test
  void tailOfAnUnknownTopicNamesTheTopicsThereAre() {
    CommandRun run = tail("credit.balances", "--max", "3");
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).singleElement().asString().contains("credits.balances");
  }

  @Test
  void tailWithoutThatTenantsTopicsSaysSo() {
    CommandRun run =
        CommandRun.of("tail", "hr.events", "--max", "1", "--bootstrap", broker.bootstrap());
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err()).singleElement().asString().contains("no topic hr.events");
  }

  @Test
  void aRuleBookIsPublishedOnce() throws Exception {
    Path ruleBook = folder.resolve("rulebook.yaml");
    SampleRuleBook.write(ruleBook, END);
    CommandRun first = onKafka("publish", ruleBook.toString());
    assertThat(first.err()).isEmpty();
    assertThat(first.out()).singleElement().asString().startsWith("Published revision 1: ");
    assertThat(tail("reference.activities", "--max", "1000").out())
        .anyMatch(line -> line.contains("Lean Production Advanced"));
    CommandRun again = onKafka("publish", ruleBook.toString());
    assertThat(again.out()).singleElement().asString().contains("Nothing to publish: revision 1");

    Files.writeString(ruleBook, "scheme: {zone: UTC}\nactivities: []\n");
    CommandRun removal = onKafka("publish", ruleBook.toString());
    assertThat(removal.exitCode()).isEqualTo(1);
    assertThat(removal.err()).singleElement().asString().contains("culture", "offered.until");
  }

  @Test
  void publishingMakesTheTopicsThatTheJobsNeed() throws Exception {
    Path ruleBook = folder.resolve("first.yaml");
    Files.writeString(ruleBook, "scheme: {zone: UTC}\nactivities: []\n");
    String file = ruleBook.toString();
    CommandRun run =
        CommandRun.of("publish", file, "--bootstrap", broker.bootstrap(), "--topic-prefix", "beta");
    assertThat(run.exitCode()).isZero();
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrap()))) {
      assertThat(admin.listTopics().names().get())
          .containsAll(TopicCatalogue.all().stream().map(new TopicPrefix("beta")::nameOf).toList());
    }
  }

  @Test
  void aRuleBookWithErrorsIsNotPublished() throws Exception {
    Path ruleBook = folder.resolve("wrong.yaml");
    Files.writeString(ruleBook, "scheme: {zone: Nowhere}\nactivities: []\n");
    CommandRun run = onKafka("publish", ruleBook.toString());
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.out()).singleElement().asString().contains("[unknown-zone]");
    assertThat(run.err()).singleElement().asString().contains("nothing was published");
  }

  private static CommandRun tail(String... arguments) {
    return onKafka("tail", arguments);
  }

  private static CommandRun onKafka(String verb, String... arguments) {
    String[] connection = {verb, "--bootstrap", broker.bootstrap(), "--topic-prefix", "acme"};
    return CommandRun.of(
        Stream.of(connection, arguments).flatMap(Arrays::stream).toArray(String[]::new));
  }
}
