package io.growthline.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.growthline.hostile.Hostility;
import io.growthline.hostile.RawInput;
import io.growthline.ingest.InputKind;
import io.growthline.oracle.ManyEmployees;
import io.growthline.rulebook.ReadResult;
import io.growthline.rulebook.RuleBookFile;
import io.growthline.schemas.tables.Table;
import io.growthline.schemas.tables.TableCatalogue;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The same input in any order, spread over files, with repetitions gives the same rows. */
class ReplayOrderIT {

  private static final int EMPLOYEES = 60;
  private static final int UNUSABLE_OF_EACH_KIND = 40;
  private static final int PERCENT_REPEATED = 10;
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir static Path folder;

  private static List<RawInput> facts;
  private static List<RawInput> unjudged;
  private static List<RawInput> unusable;
  private static Tables expected;
  private static ReplayReport expectedReport;

  @BeforeAll
  static void replayOnce() throws Exception {
    ManyEmployees company = ManyEmployees.make(EMPLOYEES, 1);
    facts = new ArrayList<>();
    unusable = new ArrayList<>();
    for (String line : company.learningLines()) {
      // The rule book lacks this activity, so that such a line is a dead letter.
      boolean known = !line.contains("\"unlisted\"") || line.contains("\"VOIDED\"");
      (known ? facts : unusable).add(RawInput.json(InputKind.LEARNING, line));
    }
    company.hrLines().forEach(line -> facts.add(RawInput.json(InputKind.HR, line)));
    company.commandLines().forEach(line -> facts.add(RawInput.json(InputKind.COMMANDS, line)));
    facts.addAll(erasures());
    for (Hostility hostility : Hostility.values()) {
      hostility.make(UNUSABLE_OF_EACH_KIND, new Random(2)).stream()
          .map(RawInput::onOneLine)
          .forEach(unusable::add);
    }
    unjudged = UnjudgedLines.make(100, new Random(3));
    List<RawInput> all = new ArrayList<>(facts);
    all.addAll(unjudged);
    all.addAll(unusable);
    expectedReport = replay("expected", null, all, new Random(4));
    expected = new Tables(folder.resolve("expected/tables"));
  }

  @AfterAll
  static void close() throws Exception {
    expected.close();
  }

  @Test
  void everyTableButTwoHasRowsToCompare() throws Exception {
    // The rule book has no jobs, and a replay shows its recommendations to nobody: a table without
    // rows is compared too.
    Set<Table<?>> empty = Set.of(TableCatalogue.JOBS, TableCatalogue.RECOMMENDATION_EFFECTS);
    for (Table<?> table : TableCatalogue.all()) {
      assertThat(expected.count(table) == 0)
          .as(table.name() + " is empty")
          .isEqualTo(empty.contains(table));
    }
    assertThat(
            expected.query(
                "SELECT count(*) FROM decisions WHERE outcome IN ('CONFLICT', 'VOIDED') HAVING"
                    + " count(DISTINCT outcome) = 2"))
        .hasSize(1);
    assertThat(expected.query("SELECT 1 FROM learning_events WHERE attributes LIKE '%,%' LIMIT 1"))
        .hasSize(1);
    assertThat(
            expected.query(
                "SELECT 1 FROM decisions WHERE source = 'erp' AND outcome = 'CONFLICT' LIMIT 1"))
        .hasSize(1);
    assertThat(expectedReport.deadLetters()).isEqualTo(unusable.size());
  }

  @Test
  void f6NobodyWhoWasErasedHasARow() throws Exception {
    for (String employee : List.of("p00000", "p00001", "p00002", "p00003")) {
      Set<String> tables = new TreeSet<>();
      for (Table<?> table : TableCatalogue.all()) {
        boolean ofPeople = table.schema().getField("employee_id") != null;
        String rows = "SELECT 1 FROM " + table.name() + " WHERE employee_id = '" + employee + "'";
        if (ofPeople && !expected.query(rows).isEmpty()) {
          tables.add(table.name());
        }
      }
      boolean isErased = employee.equals("p00001") || employee.equals("p00003");
      assertThat(tables.isEmpty()).as(employee + " " + tables).isEqualTo(isErased);
    }
    assertThat(expectedReport.erased()).isGreaterThan(50);
  }

  @Test
  void everyRecordIsCountedOnce() {
    assertThat(
            expectedReport.credited()
                + expectedReport.decided()
                + expectedReport.earnsNothing()
                + expectedReport.duplicates()
                + expectedReport.erased()
                + expectedReport.deadLetters())
        .isEqualTo(expectedReport.read());
  }

  static List<Integer> seeds() {
    return IntStream.rangeClosed(1, 20).boxed().toList();
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void anyOrderAndAnyRepetitionsGiveTheSameRows(int seed) throws Exception {
    Random random = new Random(seed);
    List<RawInput> repeatedFacts = some(facts, ReplayOrderIT::respelt, random);
    List<RawInput> repeatedUnjudged = some(unjudged, ReplayOrderIT::respelt, random);
    List<RawInput> repeatedUnusable = some(unusable, UnaryOperator.identity(), random);
    List<RawInput> all = new ArrayList<>();
    List.of(facts, unjudged, unusable, repeatedFacts, repeatedUnjudged, repeatedUnusable)
        .forEach(all::addAll);

    // Where the clock ends by itself is the same too, but finding it takes a second pass.
    Instant until = seed % 5 == 0 ? null : expectedReport.until();
    ReplayReport report = replay("seed-" + seed, until, all, random);

    assertThat(expected.differences(folder.resolve("seed-" + seed + "/tables"))).isEmpty();
    assertThat(report)
        .isEqualTo(
            new ReplayReport(
                expectedReport.until(),
                all.size(),
                expectedReport.credited(),
                expectedReport.decided(),
                expectedReport.earnsNothing(),
                expectedReport.duplicates() + repeatedFacts.size() + repeatedUnjudged.size(),
                expectedReport.erased(),
                expectedReport.deadLetters() + repeatedUnusable.size(),
                0,
                0));
  }

  @Test
  void oneFactMoreIsSeen() throws Exception {
    List<RawInput> all = new ArrayList<>(facts);
    all.addAll(unjudged);
    all.addAll(unusable);
    all.add(
        RawInput.json(
            InputKind.LEARNING,
            "{\"eventId\": \"one-more\", \"source\": \"lms\", \"employeeId\": \"p00000\","
                + " \"occurredAt\": \"2024-01-01T00:00:00Z\", \"verb\": \"VIEWED\","
                + " \"activityId\": \"quiz\"}"));
    replay("one-more", expectedReport.until(), all, new Random(5));
    assertThat(expected.differences(folder.resolve("one-more/tables")))
        .anyMatch(difference -> difference.startsWith("learning_events adds"));
  }

  private static ReplayReport replay(
      String name, Instant until, List<RawInput> lines, Random random) throws Exception {
    Path input = folder.resolve(name).resolve("input");
    ScatteredFolder.write(input, ManyEmployees.ruleBookYaml(), lines, random);
    ReadResult rules = RuleBookFile.read(input.resolve("rulebook.yaml"));
    Path tables = folder.resolve(name).resolve("tables");
    return ReplayJob.run(new ReplayOptions(input, tables, until, 2, false), rules.revision(1, 0));
  }

  /** Two who were erased, one whose erasure was taken back, one to be erased after the end. */
  private static List<RawInput> erasures() {
    return Stream.of(
            erased("x1", "p00001", "2024-02-01T00:00:00Z", ""),
            erased("x2", "p00000", "2024-02-01T00:00:00Z", ""),
            erased("v2", "p00000", "2024-02-02T00:00:00Z", ", \"voidsEventId\": \"x2\""),
            erased("x3", "p00002", "2100-01-01T00:00:00Z", ""),
            erased("x4", "p00003", "1999-01-01T00:00:00Z", ""))
        .map(line -> RawInput.json(InputKind.HR, line))
        .toList();
  }

  private static String erased(String eventId, String employee, String effectiveAt, String more) {
    return """
        {"eventId": "%s", "source": "hr", "employeeId": "%s", "kind": "ERASED", \
        "occurredAt": "2024-02-01T00:00:00Z", "effectiveAt": "%s"%s}"""
        .formatted(eventId, employee, effectiveAt, more);
  }

  /** About a tenth of the lines once more, some of them spelt differently. */
  private static List<RawInput> some(
      List<RawInput> lines, UnaryOperator<RawInput> respelt, Random random) {
    List<RawInput> some = new ArrayList<>();
    for (RawInput line : lines) {
      if (random.nextInt(100) < PERCENT_REPEATED) {
        some.add(random.nextBoolean() ? line : respelt.apply(line));
      }
    }
    return some;
  }

  /** The same event, its fields the other way round. */
  private static RawInput respelt(RawInput line) {
    try {
      JsonNode reversed = reversed(JSON.readTree(line.text()));
      return RawInput.json(line.kind(), " " + JSON.writeValueAsString(reversed) + "\t");
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private static JsonNode reversed(JsonNode value) {
    if (!(value instanceof ObjectNode object)) {
      return value;
    }
    ObjectNode reversed = JSON.createObjectNode();
    List<Map.Entry<String, JsonNode>> fields = new ArrayList<>(object.properties());
    Collections.reverse(fields);
    fields.forEach(field -> reversed.set(field.getKey(), reversed(field.getValue())));
    return reversed;
  }
}
