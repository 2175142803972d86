package io.growthline.local.commands;

import io.growthline.app.KafkaProperties;
import io.growthline.local.broker.RunningCluster;
import io.growthline.schemas.topics.Topic;
import io.growthline.schemas.topics.TopicPrefix;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.KafkaException;
import picocli.CommandLine.Option;

/** Where a verb finds Kafka. */
final class KafkaOptions {

  private static final int ANSWER_MILLIS_AT_MOST = 10_000;

  @Option(
      names = "--bootstrap",
      paramLabel = "BROKER",
      description = "The Kafka broker, HOST:PORT. Default: the running local cluster's.")
  private String bootstrap;

  @Option(
      names = "--topic-prefix",
      paramLabel = "TENANT",
      description = "What the names of the topics start with. Default: nothing.")
  private String prefix = "";

  @Option(
      names = "--kafka-properties",
      paramLabel = "FILE",
      description =
          "Further settings of Kafka's clients (TLS, SASL), in a file so that no secret is an"
              + " argument. The brokers are not among them.")
  private Path properties;

  /**
   * The broker to connect to.
   *
   * @throws Failure if none is named and no local cluster is running
   */
  String bootstrap() throws IOException {
    if (bootstrap != null) {
      return bootstrap;
    }
    return RunningCluster.newest()
        .orElseThrow(
            () ->
                Failure.badUsage(
                    "no local cluster is running: start one with 'growthline demo', or name a"
                        + " broker with --bootstrap HOST:PORT"))
        .bootstrap();
  }

  /**
   * Whether a broker was named, for verbs that can do without.
   *
   * @throws Failure if none was, but its topics were
   */
  boolean isNamed() {
    return hasBroker(bootstrap != null);
  }

  /**
   * Whether there is a broker, for verbs that can do without: a named one, or that of a running
   * local cluster.
   *
   * @throws Failure if there is none, but its topics were named
   */
  boolean isPresent() throws IOException {
    return hasBroker(bootstrap != null || RunningCluster.newest().isPresent());
  }

  private boolean hasBroker(boolean found) {
    if (!found && !prefix().equals(TopicPrefix.NONE)) {
      throw Failure.badUsage("--topic-prefix: name the broker with --bootstrap");
    }
    return found;
  }

  /**
   * How to connect: the address, and what the file of settings adds.
   *
   * @throws Failure if there is no such file, if it names brokers, or if there is no broker
   */
  Map<String, String> client() throws IOException {
    Map<String, String> client = new HashMap<>();
    if (properties != null) {
      try {
        client.putAll(KafkaProperties.read(properties));
      } catch (IllegalArgumentException e) {
        throw Failure.badUsage(e.getMessage());
      }
    }
    client.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, bootstrap());
    return client;
  }

  TopicPrefix prefix() {
    try {
      return new TopicPrefix(prefix);
    } catch (IllegalArgumentException e) {
      throw Failure.badUsage("--topic-prefix: " + e.getMessage());
    }
  }

  /**
   * This tenant's name of a topic.
   *
   * @throws Failure if the broker has no such topic
   */
  String existing(Topic<?> topic) throws IOException, InterruptedException, ExecutionException {
    String name = prefix().nameOf(topic);
    try (Admin admin = connect()) {
      if (!admin.listTopics().names().get().contains(name)) {
        throw Failure.failed("the broker has no topic " + name + ": has anything been started?");
      }
    }
    return name;
  }

  /** A connection that is known to work, so that a wrong address is told at once and plainly. */
  Admin connect() throws IOException, InterruptedException {
    String broker = bootstrap();
    Map<String, Object> settings = new HashMap<>(client());
    settings.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, ANSWER_MILLIS_AT_MOST);
    settings.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, ANSWER_MILLIS_AT_MOST);
    Admin admin;
    try {
      admin = Admin.create(settings);
    } catch (KafkaException e) {
      throw Failure.badUsage(
          properties == null
              ? "--bootstrap " + broker + " is no broker's address: write HOST:PORT"
              : "no connection can be made to " + broker + " with the settings of " + properties);
    }
    try {
      admin.describeCluster().nodes().get();
      return admin;
    } catch (ExecutionException e) {
      admin.close();
      throw Failure.failed(
          "no Kafka broker answers at " + broker + ": is it running, and the address right?", e);
    } catch (InterruptedException e) {
      admin.close();
      throw e;
    }
  }
}
