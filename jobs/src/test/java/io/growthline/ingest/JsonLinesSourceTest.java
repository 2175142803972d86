package io.growthline.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.growthline.app.JobSettings;
import io.growthline.schemas.deadletters.DeadLetter;
import io.growthline.schemas.events.Event;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.zip.GZIPOutputStream;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.runtime.testutils.MiniClusterResourceConfiguration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.test.junit5.MiniClusterExtension;
import org.apache.flink.util.CloseableIterator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** A folder of files, read by a job. */
class JsonLinesSourceTest {

  private static final long RECORDED_AT = 99;

  private static final InputRules RULES =
      new InputRules(
          Set.of("lean-production"),
          new MetricRules(1, Map.of("complaints", new MetricRules.MetricRule("cases", true))));

  @RegisterExtension
  static final MiniClusterExtension CLUSTER =
      new MiniClusterExtension(
          new MiniClusterResourceConfiguration.Builder()
              .setNumberTaskManagers(1)
              .setNumberSlotsPerTaskManager(2)
              .build());

  @TempDir Path folder;

  @Test
  void everyLineThatIsNotEmptyIsAnEventOrADeadLetter() throws Exception {
    String learning = EventText.json(ExampleEvents.learning()).toString();
    write("learning.jsonl", "\uFEFF" + learning + "\r\n\r\nnonsense\n" + learning);
    write("north/commands-2026.jsonl", EventText.json(ExampleEvents.command()) + "\n");
    write("performance_1.jsonl", EventText.json(ExampleEvents.performance()) + "\n");
    writeGzip("hr.jsonl.gz", EventText.json(ExampleEvents.hr()) + "\n");
    write("north/surveys.jsonl", EventText.json(ExampleEvents.survey()) + "\n[]\n");
    write("xapi.jsonl", "{}\n");
    List<InputRecord> records = read();

    assertThat(records.stream().map(InputRecord::event).filter(Objects::nonNull))
        .containsExactlyInAnyOrder(
            ExampleEvents.learning(),
            ExampleEvents.learning(),
            ExampleEvents.command(),
            ExampleEvents.performance(),
            ExampleEvents.hr(),
            ExampleEvents.survey());
    assertThat(deadLetters(records))
        .extracting(letter -> letter.source() + ":" + letter.position() + " " + letter.reason())
        .containsExactlyInAnyOrder(
            "learning.jsonl:3 MALFORMED_JSON",
            "north/surveys.jsonl:2 WRONG_TYPE",
            "xapi.jsonl:1 MISSING_FIELD");
    assertThat(deadLetters(records))
        .allSatisfy(letter -> assertThat(letter.recordedAt()).isEqualTo(RECORDED_AT));
  }

  @Test
  void otherFilesDeeperFoldersAndLinksAreLeftAlone() throws Exception {
    String learning = EventText.json(ExampleEvents.learning()) + "\n";
    write("learning 1 (北).jsonl", learning + "x");
    write("learning.json", learning);
    write("notes.jsonl", learning);
    write("mylearning.jsonl", learning);
    write("a/b/learning.jsonl", learning);
    write(".hidden/learning.jsonl", learning);
    Files.createSymbolicLink(folder.resolve("learning-link.jsonl"), folder.resolve("notes.jsonl"));
    List<InputRecord> records = read();
    assertThat(records).hasSize(2);
    assertThat(deadLetters(records))
        .extracting(DeadLetter::source)
        .containsExactly("learning 1 (北).jsonl");
    assertThat(InputFiles.list(folder)).containsExactly(folder.resolve("learning 1 (北).jsonl"));
  }

  @Test
  void aFolderWithoutInputFilesHasNoRecords() throws Exception {
    assertThat(read()).isEmpty();
  }

  @Test
  void aGzipFileThatBreaksOffEndsInADeadLetter() throws Exception {
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < 2000; i++) {
      lines.append(EventText.json(ExampleEvents.learning("e-" + i * 7919, i))).append('\n');
    }
    Path file = writeGzip("learning.jsonl.gz", lines.toString());
    byte[] whole = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(whole, whole.length * 2 / 3));
    List<InputRecord> records = read();

    assertThat(records.size()).isBetween(1000, 1999);
    assertThat(deadLetters(records))
        .singleElement()
        .satisfies(letter -> assertThat(letter.reason()).isEqualTo("TRUNCATED"))
        .satisfies(
            letter -> assertThat(letter.position()).isEqualTo(Integer.toString(records.size())));
  }

  @Test
  void aLineOfTenMegabytesIsADeadLetterAndTheNextAnEvent() throws Exception {
    String line = "{\"eventId\":\"" + "x".repeat(10_000_000) + "\"}";
    write("learning.jsonl", line + "\n" + EventText.json(ExampleEvents.learning()));
    List<InputRecord> records = read();
    assertThat(records).hasSize(2);
    assertThat(deadLetters(records))
        .singleElement()
        .satisfies(letter -> assertThat(letter.reason()).isEqualTo("TOO_LONG"))
        .satisfies(letter -> assertThat(letter.length()).isEqualTo(line.length()))
        .satisfies(letter -> assertThat(letter.raw()).hasSize(64 * 1024));
  }

  @Test
  void anActivityThatTheRuleBookLacksIsADeadLetterButNotForAVoid() throws Exception {
    var event = EventText.json(ExampleEvents.learning()).put("activityId", "juggling");
    write("learning.jsonl", event + "\n" + event.put("verb", "VOIDED") + "\n");
    List<InputRecord> records = read();
    assertThat(deadLetters(records))
        .singleElement()
        .satisfies(letter -> assertThat(letter.reason()).isEqualTo("UNKNOWN_ACTIVITY"))
        .satisfies(letter -> assertThat(letter.position()).isEqualTo("1"));
    assertThat(records).hasSize(2);
  }

  @Test
  void statementsMayAlsoComeAsOneArray() throws Exception {
    String first = statement("e-1");
    String second = statement("e-2");
    write("xapi-oneline.jsonl", "[" + first + "," + second + "]");
    write("xapi.json", "[\n" + pretty(first) + ",\n{\"broken\" 1},\n" + pretty(second) + "\n]\n");
    writeGzip("xapi-cut.json.gz", "[" + first + "," + second.substring(0, 40));
    write("xapi-lines.jsonl", first + "\n" + second + "\n");
    List<InputRecord> records = read();
    assertThat(records.stream().map(InputRecord::event).filter(Objects::nonNull))
        .extracting(Event::eventId)
        .containsExactlyInAnyOrder("e-1", "e-2", "e-1", "e-2", "e-1", "e-1", "e-2");
    assertThat(deadLetters(records))
        .extracting(letter -> letter.source() + ":" + letter.position() + " " + letter.reason())
        .containsExactlyInAnyOrder(
            "xapi.json:element 2 MALFORMED_JSON", "xapi-cut.json.gz:element 2 TRUNCATED");
  }

  private static String statement(String id) {
    return """
        {"id": "%s", "actor": {"account": {"name": "li-na"}},
         "verb": {"id": "http://adlnet.gov/expapi/verbs/completed"},
         "object": {"id": "https://lms.example/courses/lean-production"},
         "timestamp": "2026-01-02T03:04:05Z"}"""
        .formatted(id)
        .replace("\n", "");
  }

  private static String pretty(String statement) {
    return statement.replace("{", "{\n  ").replace(",", ",\n  ");
  }

  @Test
  void aFigureThatTheRuleBookRefusesIsADeadLetter() throws Exception {
    var event = EventText.json(ExampleEvents.performance()).put("metric", "complaints");
    write(
        "performance.jsonl",
        event.put("unit", "hours").put("value", 3)
            + "\n"
            + event.put("unit", "cases").put("value", 2.5)
            + "\n"
            + event.put("value", 3)
            + "\n");
    assertThat(deadLetters(read()))
        .extracting(letter -> letter.position() + " " + letter.reason())
        .containsExactly("1 WRONG_UNIT", "2 OUT_OF_RANGE");
  }

  private static List<DeadLetter> deadLetters(List<InputRecord> records) {
    return records.stream().map(InputRecord::deadLetter).filter(Objects::nonNull).toList();
  }

  private List<InputRecord> read() throws Exception {
    List<InputRecord> records = new ArrayList<>();
    try (var env = StreamExecutionEnvironment.getExecutionEnvironment(JobSettings.replay());
        CloseableIterator<InputRecord> found =
            env.fromSource(
                    JsonLinesSource.of(folder, RECORDED_AT, RULES),
                    WatermarkStrategy.<InputRecord>noWatermarks(),
                    "Files")
                .uid("files")
                .executeAndCollect()) {
      found.forEachRemaining(records::add);
    }
    for (InputRecord record : records) {
      Event event = record.event();
      assertThat(event == null).isEqualTo(record.deadLetter() != null);
    }
    return records;
  }

  private void write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private Path writeGzip(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return file;
  }
}
