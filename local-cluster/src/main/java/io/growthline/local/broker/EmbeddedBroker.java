package io.growthline.local.broker;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import kafka.server.BrokerServer;
import kafka.server.ControllerServer;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import kafka.server.Server$;
import kafka.server.SharedServer;
import org.apache.kafka.common.metrics.Metrics;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.bootstrap.BootstrapMetadata;
import org.apache.kafka.metadata.properties.MetaPropertiesEnsemble;
import org.apache.kafka.raft.QuorumConfig;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import scala.Tuple2;

/**
 * A real Kafka broker inside this JVM: one KRaft node that is controller and broker, with
 * transactions, listening on the loopback address only, on ports that the system picked.
 *
 * <p>It is put together from the parts of {@code KafkaRaftServer} so that the listening sockets can
 * be bound before the configuration names their ports (no port is ever guessed), and so that a
 * fault of the broker fails its user's call instead of ending the whole JVM.
 */
public final class EmbeddedBroker implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(EmbeddedBroker.class);
  private static final Duration CONTROLLED_SHUTDOWN = Duration.ofSeconds(2);

  private final ListeningSockets sockets;
  private final ControllerServer controller;
  private final BrokerServer broker;

  private EmbeddedBroker(
      ListeningSockets sockets, ControllerServer controller, BrokerServer broker) {
    this.sockets = sockets;
    this.controller = controller;
    this.broker = broker;
  }

  /**
   * Starts a broker and waits until it answers; a few seconds at most.
   *
   * @param dataDir an empty or missing folder that it may fill; the caller removes it afterwards
   * @throws IOException if the folder cannot be written or no port can be bound
   * @throws IllegalStateException if the broker does not come up
   */
  public static EmbeddedBroker start(Path dataDir) throws IOException {
    ListeningSockets sockets = ListeningSockets.onLoopback();
    try {
      Map<String, String> settings =
          BrokerSettings.of(dataDir, sockets.brokerPort(), sockets.controllerPort());
      BrokerStorage.format(dataDir, settings);
      return start(settings, sockets);
    } catch (IOException | RuntimeException e) {
      sockets.close();
      throw e;
    }
  }

  private static EmbeddedBroker start(Map<String, String> settings, ListeningSockets sockets) {
    KafkaConfig config = new KafkaConfig(settings, false);
    Tuple2<MetaPropertiesEnsemble, BootstrapMetadata> storage =
        KafkaRaftServer.initializeLogDirs(config, LOG, "");
    Metrics metrics =
        Server$.MODULE$.initializeMetrics(
            config, Time.SYSTEM, storage._1().clusterId().orElseThrow());
    SharedServer shared =
        new SharedServer(
            config,
            storage._1(),
            Time.SYSTEM,
            metrics,
            CompletableFuture.completedFuture(
                QuorumConfig.parseVoterConnections(config.quorumConfig().voters())),
            QuorumConfig.parseBootstrapServers(config.quorumConfig().bootstrapServers()),
            (name, fatal, action) -> new BrokerFault(name, action),
            sockets);
    ControllerServer controller =
        new ControllerServer(shared, KafkaRaftServer.configSchema(), storage._2());
    EmbeddedBroker embedded = new EmbeddedBroker(sockets, controller, new BrokerServer(shared));
    try {
      embedded.controller.startup();
      embedded.broker.startup();
    } catch (RuntimeException e) {
      embedded.close();
      throw new IllegalStateException("the embedded broker did not start: " + e.getMessage(), e);
    }
    return embedded;
  }

  /** Where clients connect: {@code 127.0.0.1:port}. */
  public String bootstrap() {
    return "127.0.0.1:" + sockets.brokerPort();
  }

  /** Stops the broker within seconds and frees its ports; its data stay in the folder. */
  @Override
  public void close() {
    broker.shutdown(CONTROLLED_SHUTDOWN);
    controller.shutdown();
    sockets.close();
  }
}
