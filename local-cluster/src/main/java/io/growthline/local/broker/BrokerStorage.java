package io.growthline.local.broker;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import kafka.tools.StorageTool;
import org.apache.kafka.common.Uuid;

/** Prepares a broker's data folder the way an operator would: with Kafka's own storage tool. */
final class BrokerStorage {

  private BrokerStorage() {}

  /**
   * @throws IOException if the folder cannot be written
   * @throws IllegalStateException if the tool refuses, with what it printed
   */
  static void format(Path dataDir, Map<String, String> settings) throws IOException {
    Files.createDirectories(dataDir);
    Path file = dataDir.resolve("server.properties");
    Properties properties = new Properties();
    properties.putAll(settings);
    try (Writer writer = Files.newBufferedWriter(file)) {
      properties.store(writer, null);
    }
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    String[] command = {
      "format", "--cluster-id", Uuid.randomUuid().toString(), "--config", file.toString()
    };
    int exitCode =
        StorageTool.execute(command, new PrintStream(printed, true, StandardCharsets.UTF_8));
    if (exitCode != 0) {
      throw new IllegalStateException(
          "the broker's data folder could not be formatted: "
              + printed.toString(StandardCharsets.UTF_8).strip());
    }
  }
}
