package io.growthline.app;

import io.growthline.facts.ErasureKey;
import io.growthline.schemas.topics.TopicPrefix;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The arguments that every live job takes. */
final class JobArguments {

  private static final Logger LOG = LoggerFactory.getLogger(JobArguments.class);

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

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
              + " the arguments. The brokers are not among them")
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
    CommandLine line = new CommandLine(command);
    line.setParameterExceptionHandler(
        (wrong, all) -> {
          line.getErr().println(line.getCommandName() + ": " + wrong.getMessage());
          return CommandLine.ExitCode.USAGE;
        });
    int exitCode = line.execute(args);
    if (exitCode != 0) {
      // Not System.exit: on a cluster this JVM is not ours to end.
      throw new IllegalArgumentException("the job was not run; standard error says why");
    }
  }

  /**
   * A duration given in seconds. Zero would not be refused later: it switches checkpoints off, and
   * nothing would ever become final.
   *
   * @throws ParameterException if it is not positive
   */
  Duration seconds(String option, int seconds) {
    if (seconds < 1) {
      throw new ParameterException(
          spec.commandLine(), option + " " + seconds + ": choose at least 1 second");
    }
    return Duration.ofSeconds(seconds);
  }

  /**
   * The key of the marks of erased people; warns of the one that everybody knows.
   *
   * @throws ParameterException if its file cannot be read or is empty
   */
  ErasureKey erasureKey() {
    try {
      ErasureKey key = ErasureKey.read(erasureKey);
      if (key.isPublic()) {
        LOG.warn(
            "Marks of erased people are made with a key that everybody knows: whoever sees one in a"
                + " savepoint can test a guessed id against it. --erasure-key sets a key of your"
                + " own.");
      }
      return key;
    } catch (IOException | IllegalArgumentException e) {
      throw new ParameterException(
          spec.commandLine(), "--erasure-key " + erasureKey + ": no key can be read there", e);
    }
  }

  /**
   * How to reach the brokers.
   *
   * @throws ParameterException if the arguments do not say so
   */
  KafkaSettings kafka() {
    try {
      Map<String, String> client =
          kafkaProperties == null ? Map.of() : KafkaProperties.read(kafkaProperties);
      return new KafkaSettings(bootstrap, new TopicPrefix(topicPrefix), client);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), e.getMessage(), e);
    }
  }
}
