package io.growthline.app;

import io.growthline.ledger.LedgerOptions;
import io.growthline.schemas.topics.TopicPrefix;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.Callable;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The arguments that every live job takes. */
@Command(
    name = "growthline-job",
    mixinStandardHelpOptions = true,
    description = "Runs Growthline's pipelines on a Flink cluster.")
final class JobCommand implements Callable<Integer> {

  /** Puts one job together. */
  interface Graph {
    void build(StreamExecutionEnvironment env, GrowthlineOptions options);
  }

  private final String jobName;
  private final Graph graph;

  @Option(
      names = "--bootstrap",
      required = true,
      description = "Kafka brokers: host:port,host:port")
  private String bootstrap;

  @Option(
      names = "--topic-prefix",
      defaultValue = "",
      description = "What this tenant's topic names start with, e.g. acme")
  private String topicPrefix;

  @Option(
      names = "--kafka-properties",
      description =
          "File with further Kafka client settings (TLS, SASL): keeps secrets out of"
              + " the arguments")
  private Path kafkaProperties;

  @Option(
      names = "--lake",
      description = "Folder (any Flink file system) for the Parquet tables; default: no tables")
  private String lake;

  @Option(
      names = "--checkpoint-seconds",
      defaultValue = "10",
      description = "How often the ledger becomes final for its readers (default: 10)")
  private int checkpointSeconds;

  @Option(
      names = "--sweep-seconds",
      defaultValue = "10",
      description =
          "Time over which a new rule book's re-folding is spread (default: 10); give a million"
              + " employees some minutes")
  private int sweepSeconds;

  JobCommand(String jobName, Graph graph) {
    this.jobName = jobName;
    this.graph = graph;
  }

  @Override
  public Integer call() throws Exception {
    StreamExecutionEnvironment env =
        StreamExecutionEnvironment.getExecutionEnvironment(
            JobSettings.live(Duration.ofSeconds(checkpointSeconds)));
    KafkaSettings kafka =
        new KafkaSettings(bootstrap, new TopicPrefix(topicPrefix), clientSettings());
    GrowthlineOptions options = GrowthlineJob.options(kafka, lake);
    LedgerOptions ledger = options.ledger().withSweepSpread(Duration.ofSeconds(sweepSeconds));
    graph.build(env, new GrowthlineOptions(kafka, lake, ledger));
    env.execute(jobName);
    return 0;
  }

  private Map<String, String> clientSettings() throws IOException {
    Map<String, String> settings = new HashMap<>();
    if (kafkaProperties != null) {
      Properties file = new Properties();
      try (Reader reader = Files.newBufferedReader(kafkaProperties)) {
        file.load(reader);
      }
      file.stringPropertyNames().forEach(name -> settings.put(name, file.getProperty(name)));
    }
    return settings;
  }
}
