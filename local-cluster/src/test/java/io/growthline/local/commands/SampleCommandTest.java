package io.growthline.local.commands;

import static org.assertj.core.api.Assertions.assertThat;

import io.growthline.local.CommandRun;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SampleCommandTest {

  private static final String END = "2026-06-30T18:00:00+08:00";

  @TempDir Path folder;

  @Test
  void theSameCallGivesTheSameFiles() throws Exception {
    CommandRun run = sample("a", "--end", END);
    assertThat(run.err()).isEmpty();
    assertThat(run.exitCode()).isZero();
    assertThat(run.out()).contains("until          2026-06-30T10:00:00Z");
    sample("b", "--end", END);
    Map<String, String> files = files("a");
    assertThat(files).containsKeys("rulebook.yaml", "learning.jsonl", "hr.jsonl");
    assertThat(files("b")).isEqualTo(files);
    sample("c", "--end", END, "--seed", "2");
    assertThat(files("c")).isNotEqualTo(files);
  }

  @Test
  void whatIsThereIsNotMixedWithIt() throws Exception {
    Files.createDirectories(folder.resolve("a"));
    Files.writeString(folder.resolve("a/mine.txt"), "mine");
    CommandRun run = sample("a");
    assertThat(run.exitCode()).isEqualTo(Failure.BAD_USAGE);
    assertThat(run.err()).singleElement().asString().contains("is not empty");
    assertThat(files("a")).containsOnlyKeys("mine.txt");
  }

  @Test
  void aFileIsNoFolder() throws Exception {
    Files.writeString(folder.resolve("a"), "mine");
    assertThat(sample("a").err()).singleElement().asString().contains("is a file");
  }

  @Test
  void anEndWithoutOffsetIsRefused() {
    CommandRun run = sample("a", "--end", "2026-06-30");
    assertThat(run.exitCode()).isEqualTo(Failure.BAD_USAGE);
    assertThat(run.err()).singleElement().asString().contains("--end 2026-06-30 is no time");
  }

  private CommandRun sample(String name, String... more) {
    List<String> arguments = new ArrayList<>();
    arguments.addAll(List.of("sample", "--output", folder.resolve(name).toString()));
    arguments.addAll(List.of("--employees", "1", "--events", "1"));
    arguments.addAll(Arrays.asList(more));
    return CommandRun.of(arguments.toArray(String[]::new));
  }

  private Map<String, String> files(String name) throws Exception {
    Map<String, String> files = new TreeMap<>();
    try (Stream<Path> entries = Files.list(folder.resolve(name))) {
      for (Path file : entries.toList()) {
        files.put(file.getFileName().toString(), Files.readString(file));
      }
    }
    return files;
  }
}
