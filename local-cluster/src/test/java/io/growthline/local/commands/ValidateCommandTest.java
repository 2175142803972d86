package io.growthline.local.commands;

import static org.assertj.core.api.Assertions.assertThat;

import io.growthline.local.CommandRun;
import io.growthline.local.company.SampleRuleBook;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ValidateCommandTest {

  @TempDir Path folder;

  @Test
  void theSampleRuleBookIsValidWithoutAnyWarning() throws Exception {
    Path file = folder.resolve("规则.yaml");
    SampleRuleBook.write(file, Instant.parse("2026-11-23T03:00:00Z"));
    CommandRun run = CommandRun.of("validate", file.toString());
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).containsExactly(file + ": valid");
    assertThat(run.exitCode()).isZero();
  }

  @Test
  void everyProblemIsALineOfStandardOutput() throws Exception {
    Path file = folder.resolve("wrong.yaml");
    Files.writeString(
        file,
        """
        scheme: {zone: Asia/Nowhere}
        activities:
          - {id: culture, kind: course, category: required, credits: 2.555}
        """);
    CommandRun run = CommandRun.of("validate", file.toString());
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.out()).hasSizeGreaterThanOrEqualTo(2);
    assertThat(run.out().get(0)).startsWith(file + ":1: error: ").endsWith(" [unknown-zone]");
    assertThat(run.out()).anyMatch(line -> line.startsWith(file + ":3: error: "));
    assertThat(run.err()).singleElement().asString().contains("2 errors");
  }

  @Test
  void aMissingFileIsBadUsage() {
    CommandRun run = CommandRun.of("validate", folder.resolve("none.yaml").toString());
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).singleElement().asString().contains("does not exist");
  }
}
