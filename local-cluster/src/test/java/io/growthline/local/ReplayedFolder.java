package io.growthline.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Events of a test, replayed by one rule book or another. */
public final class ReplayedFolder {

  private final Path folder;
  private final String until;

  /**
   * @param folder where inputs and outputs go
   * @param until where each replay's clock ends
   */
  public ReplayedFolder(Path folder, String until) {
    this.folder = folder;
    this.until = until;
  }

  /** Replays the lines, with further options; returns the folder of the tables. */
  public Path replay(
      String name, String ruleBook, List<String> learning, List<String> commands, String... options)
      throws IOException {
    Path input = Files.createDirectories(folder.resolve(name + "-in"));
    Path output = folder.resolve(name);
    Files.writeString(input.resolve("rulebook.yaml"), ruleBook);
    Files.write(input.resolve("learning.jsonl"), learning);
    Files.write(input.resolve("commands.jsonl"), commands);
    String[] always = {
      "replay", "--input", input.toString(), "--output", output.toString(), "--until", until
    };
    CommandRun run =
        CommandRun.of(Stream.of(always, options).flatMap(Stream::of).toArray(String[]::new));
    assertThat(run.err()).isEmpty();
    assertThat(run.out()).anyMatch(line -> line.matches("dead letters +0"));
    return output;
  }

  /** A line of {@code learning.jsonl}; the submission is the event's own. */
  public static String learning(
      String id, String employee, String time, String verb, String activity) {
    return """
        {"eventId":"%s","source":"lms","employeeId":"%s","occurredAt":"%s","verb":"%s",\
        "activityId":"%s","submissionId":"%5$s of %2$s"}"""
        .formatted(id, employee, time, verb, activity);
  }

  /**
   * A line of {@code commands.jsonl}.
   *
   * @param more further fields, as JSON
   */
  public static String command(String id, String employee, String time, String kind, String more) {
    return """
        {"eventId":"%s","source":"portal","employeeId":"%s","occurredAt":"%s","kind":"%s",%s}"""
        .formatted(id, employee, time, kind, more);
  }
}
