package io.growthline.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.growthline.schemas.topics.TopicPrefix;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JobArgumentsTest {

  private static final String[] NO_BROKER = {"--bootstrap", "127.0.0.1:1"};

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(ints = {0, -10})
  void anIntervalOfNothingIsRefusedByName(int seconds) {
    assertThat(refusalOf("--checkpoint-seconds", Integer.toString(seconds)))
        .isEqualTo(
            "growthline-job: --checkpoint-seconds " + seconds + ": choose at least 1 second");
  }

  @Test
  void aMissingFileOfSettingsIsNamed() {
    Path missing = folder.resolve("missing.properties");
    assertThat(refusalOf("--kafka-properties", missing.toString()))
        .isEqualTo("growthline-job: --kafka-properties " + missing + ": there is no such file");
  }

  @Test
  void aFileOfSettingsDoesNotNameTheBrokers() throws Exception {
    Path file = folder.resolve("kafka.properties");
    Files.writeString(file, "bootstrap.servers=elsewhere:9092\nsasl.jaas.config=password=hush\n");
    assertThat(refusalOf("--kafka-properties", file.toString()))
        .contains(file.toString(), "--bootstrap")
        .doesNotContain("hush");
  }

  @Test
  void whatIsNotAFileOfSettingsIsRefused() throws Exception {
    Path file = Files.writeString(folder.resolve("kafka.properties"), "a=\\u12");
    assertThat(refusalOf("--kafka-properties", file.toString())).contains(file.toString());
    assertThat(refusalOf("--kafka-properties", folder.toString())).contains(folder.toString());
  }

  @Test
  void settingsAreReadFromTheFile() throws Exception {
    Path file = Files.writeString(folder.resolve("kafka.properties"), "security.protocol=SSL\n");
    assertThat(KafkaProperties.read(file)).isEqualTo(Map.of("security.protocol", "SSL"));
  }

  /** The one line on standard error when the job is run with further arguments. */
  private static String refusalOf(String... arguments) {
    PrintStream terminal = System.err;
    ByteArrayOutputStream written = new ByteArrayOutputStream();
    System.setErr(new PrintStream(written, true, UTF_8));
    try {
      String[] all = Stream.of(NO_BROKER, arguments).flatMap(Stream::of).toArray(String[]::new);
      assertThatThrownBy(() -> GrowthlineJob.main(all))
          .isInstanceOf(IllegalArgumentException.class);
    } finally {
      System.setErr(terminal);
    }
    return assertThat(written.toString(UTF_8).lines().toList()).singleElement().actual();
  }

  @Test
  void settingsShowNoSecret() {
    KafkaSettings settings =
        new KafkaSettings(
            "broker:9092", new TopicPrefix("acme"), Map.of("sasl.jaas.config", "password=hush"));
    assertThat(settings.toString())
        .contains("broker:9092", "acme", "sasl.jaas.config")
        .doesNotContain("hush");
  }
}
