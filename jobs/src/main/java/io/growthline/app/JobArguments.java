package io.growthline.app;

import io.growthline.facts.ErasureKey;
import io.growthline.schemas.topics.TopicPrefix;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/** The arguments that every live job takes. */
final class JobArguments {

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
      names = "--erasure-key",
      description =
          "File with the key of the marks that stay of erased people; the same for both jobs and"
              + " for good (default: a key that everybody knows)")
  private Path erasureKey;

  /**
   * Runs a job's command.
   *
   * @throws IllegalArgumentException if it did not end well; the reason is on standard error
   */
  static void run(Object command, String[] args) {
    int exitCode = new CommandLine(command).execute(args);
    if (exitCode != 0) {
      // Not System.exit: on a cluster this JVM is not ours to end.
      throw new IllegalArgumentException("the job was not run; standard error says why");
    }
  }

  /**
   * A duration given in seconds. Zero would not be refused later: it switches checkpoints off, and
   * nothing would ever become final.
   *
   * @throws IllegalArgumentException if it is not positive
   */
  static Duration seconds(String option, int seconds) {
    if (seconds < 1) {
      throw new IllegalArgumentException(option + " " + seconds + ": choose at least 1 second");
    }
    return Duration.ofSeconds(seconds);
  }

  ErasureKey erasureKey() throws IOException {
    return ErasureKey.read(erasureKey);
  }

  KafkaSettings kafka() throws IOException {
    Map<String, String> settings = new HashMap<>();
    if (kafkaProperties != null) {
      Properties file = new Properties();
      try (Reader reader = Files.newBufferedReader(kafkaProperties)) {
        file.load(reader);
      }
      file.stringPropertyNames().forEach(name -> settings.put(name, file.getProperty(name)));
    }
    return new KafkaSettings(bootstrap, new TopicPrefix(topicPrefix), settings);
  }
}
