package io.growthline.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.growthline.local.broker.EmbeddedBroker;
import io.growthline.schemas.ledger.Balance;
import io.growthline.schemas.topics.TopicCatalogue;
import io.growthline.schemas.topics.TopicCreation;
import io.growthline.schemas.topics.TopicPrefix;
import io.growthline.schemas.wire.SingleObjectEncoding;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A consumer in JavaScript reads the balances with the schema alone. */
class NodeConsumerIT {

  private static final Path NODE_PROJECT = Path.of("src/test/node");
  private static final Path SCHEMA = Path.of("../schemas/src/main/avro/Balance.avsc");

  @TempDir Path folder;

  @Test
  void kafkajsAndAvscReadTheBalances() throws Exception {
    assumeTrue(nodeIsInstalled(), "skipped: there is no node on the PATH");
    assumeTrue(
        Files.isDirectory(NODE_PROJECT.resolve("node_modules")),
        "skipped: run 'npm ci' in local-cluster/src/test/node first");
    try (EmbeddedBroker broker = EmbeddedBroker.start(folder.resolve("broker"))) {
      publish(broker.bootstrap(), balance("li-na", 8500, -250), balance("wang-wei", 5, 0));
      Map<String, JsonNode> read = read(broker.bootstrap(), 2);
      assertThat(read).containsOnlyKeys("li-na", "wang-wei");
      assertThat(read.get("li-na").get("employeeId").textValue()).isEqualTo("li-na");
      assertThat(read.get("li-na").get("earned").textValue()).isEqualTo("85.00");
      assertThat(read.get("li-na").get("available").textValue()).isEqualTo("-2.50");
      assertThat(read.get("wang-wei").get("earned").textValue()).isEqualTo("0.05");
      assertThat(read.get("li-na").get("asOf").textValue()).isEqualTo("2026-11-23T03:00:00.000Z");
    }
  }

  private static Balance balance(String employee, long earned, long available) {
    long asOf = java.time.Instant.parse("2026-11-23T03:00:00Z").toEpochMilli();
    return new Balance(
        employee, earned, available, 0, 0, 0, 0, 0, 0, 0, 3, asOf, employee + "@3", 0, "", 0L);
  }

  private static void publish(String bootstrap, Balance... balances) throws Exception {
    SingleObjectEncoding<Balance> format = SingleObjectEncoding.of(Balance.class);
    Map<String, Object> settings = Map.of("bootstrap.servers", bootstrap);
    try (Admin admin = Admin.create(settings);
        KafkaProducer<String, byte[]> producer =
            new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
      TopicCreation.create(admin, TopicPrefix.NONE, List.of(TopicCatalogue.BALANCES));
      for (Balance balance : balances) {
        producer
            .send(
                new ProducerRecord<>(
                    "credits.balances", balance.employeeId(), format.encode(balance)))
            .get();
      }
    }
  }

  private Map<String, JsonNode> read(String bootstrap, int count) throws Exception {
    Path out = folder.resolve("out");
    Process node =
        new ProcessBuilder(
                "node",
                "read-balances.js",
                bootstrap,
                SCHEMA.toAbsolutePath().toString(),
                Integer.toString(count))
            .directory(NODE_PROJECT.toFile())
            .redirectOutput(out.toFile())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try {
      assertThat(node.waitFor(60, TimeUnit.SECONDS)).as("node ends").isTrue();
    } finally {
      node.destroyForcibly();
    }
    Map<String, JsonNode> byKey = new HashMap<>();
    for (String line : Files.readAllLines(out, StandardCharsets.UTF_8)) {
      JsonNode message = new ObjectMapper().readTree(line);
      byKey.put(message.get("key").textValue(), message);
    }
    return byKey;
  }

  private static boolean nodeIsInstalled() throws InterruptedException {
    try {
      return new ProcessBuilder("node", "--version").start().waitFor() == 0;
    } catch (IOException e) {
      return false;
    }
  }
}
