package io.growthline.local.commands;

import static org.assertj.core.api.Assertions.assertThat;

import io.growthline.local.CommandRun;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file of settings that cannot be used is told before any broker is asked. */
class KafkaOptionsTest {

  @TempDir Path folder;

  @Test
  void aMissingFileIsNamed() {
    Path missing = folder.resolve("missing.properties");
    assertThat(refusalOf(missing)).endsWith(missing + ": there is no such file");
  }

  @Test
  void brokersAreNotNamedInTheFile() throws Exception {
    Path file = Files.writeString(folder.resolve("a.properties"), "bootstrap.servers=b:9092");
    assertThat(refusalOf(file)).contains(file.toString(), "name the brokers with --bootstrap");
  }

  private static String refusalOf(Path properties) {
    CommandRun run =
        CommandRun.of(
            "tail",
            "credits.balances",
            "--bootstrap",
            "127.0.0.1:1",
            "--kafka-properties",
            properties.toString());
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).hasSize(1);
    return run.err().get(0);
  }
}
