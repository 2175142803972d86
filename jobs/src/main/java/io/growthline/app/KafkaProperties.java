package io.growthline.app;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/** The file that {@code --kafka-properties} names: further settings of Kafka's clients. */
public final class KafkaProperties {

  private static final String BOOTSTRAP = "bootstrap.servers";

  private KafkaProperties() {}

  /**
   * Reads the file.
   *
   * @throws IllegalArgumentException if it cannot be read, or names brokers, which {@code
   *     --bootstrap} does; the message is for whoever gave the option
   */
  public static Map<String, String> read(Path path) {
    Properties file = new Properties();
    try (Reader reader = Files.newBufferedReader(path)) {
      file.load(reader);
    } catch (NoSuchFileException e) {
      throw refused(path, "there is no such file", e);
    } catch (IOException | IllegalArgumentException e) {
      throw refused(path, "not a properties file that can be read", e);
    }
    if (file.containsKey(BOOTSTRAP)) {
      throw refused(path, "name the brokers with --bootstrap, not by " + BOOTSTRAP, null);
    }
    Map<String, String> settings = new TreeMap<>();
    file.stringPropertyNames().forEach(name -> settings.put(name, file.getProperty(name)));
    return settings;
  }

  private static IllegalArgumentException refused(Path path, String why, Exception cause) {
    return new IllegalArgumentException("--kafka-properties " + path + ": " + why, cause);
  }
}
