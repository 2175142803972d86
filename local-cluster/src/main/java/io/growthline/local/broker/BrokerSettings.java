package io.growthline.local.broker;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** The configuration of a one-node broker for local use. */
final class BrokerSettings {

  static final String BROKER_LISTENER = "PLAINTEXT";
  static final String CONTROLLER_LISTENER = "CONTROLLER";
  private static final String ONE = "1";

  private BrokerSettings() {}

  static Map<String, String> of(Path dataDir, int brokerPort, int controllerPort) {
    Map<String, String> settings = new LinkedHashMap<>();
    settings.put("process.roles", "broker,controller");
    settings.put("node.id", ONE);
    settings.put("log.dirs", dataDir.toAbsolutePath().toString());
    settings.put(
        "listeners",
        "%s://127.0.0.1:%d,%s://127.0.0.1:%d"
            .formatted(BROKER_LISTENER, brokerPort, CONTROLLER_LISTENER, controllerPort));
    settings.put("controller.listener.names", CONTROLLER_LISTENER);
    settings.put("controller.quorum.voters", "1@127.0.0.1:" + controllerPort);
    settings.put("auto.create.topics.enable", "false");
    settings.putAll(oneReplicaOfEverything());
    settings.putAll(quickAndSmall());
    return settings;
  }

  /** Kafka's own topics ask for three brokers unless told otherwise. */
  private static Map<String, String> oneReplicaOfEverything() {
    return Map.of(
        "offsets.topic.replication.factor", ONE,
        "transaction.state.log.replication.factor", ONE,
        "transaction.state.log.min.isr", ONE,
        "share.coordinator.state.topic.replication.factor", ONE,
        "share.coordinator.state.topic.min.isr", ONE);
  }

  /** Two cores and one user: few threads, few internal partitions, no waiting for more members. */
  private static Map<String, String> quickAndSmall() {
    return Map.of(
        "num.network.threads", "2",
        "num.io.threads", "4",
        "offsets.topic.num.partitions", "4",
        "transaction.state.log.num.partitions", "4",
        "log.cleaner.dedupe.buffer.size", "8388608",
        "group.initial.rebalance.delay.ms", "0",
        "controlled.shutdown.enable", "true");
  }
}
