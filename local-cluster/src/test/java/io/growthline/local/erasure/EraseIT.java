package io.growthline.local.erasure;

import static io.growthline.local.ReplayedFolder.command;
import static io.growthline.local.ReplayedFolder.learning;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.TextNode;
import io.growthline.facts.ErasureKey;
import io.growthline.local.CommandRun;
import io.growthline.local.tables.DuckDb;
import io.growthline.local.tables.TableFolder;
import io.growthline.schemas.tables.TableCatalogue;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** F6, erasure, in the tables of a lake. */
class EraseIT {

  private static final String RULES =
      """
      scheme: {zone: UTC}
      activities:
        - {id: quiz, kind: course, category: elective, credits: 1, repeat: each}
      goals:
        - {id: first, kind: certification, requires: [{credits: total, atLeast: 1}]}
      rewards:
        - {id: tea, cost: 1}
      metrics:
        - {id: sales, kind: sum, better: higher}
      """;

  /** Neither SQL, JSON nor paths may make anything of it. */
  private static final String ANN = "ann'; DROP TABLE \"person\" -- \\ 李娜";

  private static final String BOB = "bob";

  @TempDir Path folder;
  private Path lake;

  @BeforeEach
  void replay() throws Exception {
    Path input = Files.createDirectories(folder.resolve("in"));
    lake = folder.resolve("the lake's \"own\"");
    Files.writeString(input.resolve("rulebook.yaml"), RULES);
    List<String> learning = new ArrayList<>();
    List<String> commands = new ArrayList<>();
    List<String> hr = new ArrayList<>();
    List<String> performance = new ArrayList<>();
    List<String> surveys = new ArrayList<>();
    for (String who : List.of(ANN, BOB)) {
      String id = TextNode.valueOf(who).toString();
      String employee = id.substring(1, id.length() - 1);
      for (int month = 1; month <= 5; month++) {
        String at = "2026-0" + month + "-01T09:00:00Z";
        learning.add(learning("e" + month, employee, at, "COMPLETED", "quiz"));
      }
      // The activity is unknown: a dead letter.
      learning.add(learning("d", employee, "2026-03-01T09:00:00Z", "COMPLETED", "no-such"));
      commands.add(
          command("c1", employee, "2026-04-02T09:00:00Z", "REDEEM", "\"rewardId\":\"tea\""));
      commands.add(
          command("c2", employee, "2026-04-02T09:00:00Z", "REDEEM", "\"rewardId\":\"none\""));
      hr.add(
          """
          {"eventId":"h","source":"hr","employeeId":"%s","occurredAt":"2026-01-01T00:00:00Z",\
          "kind":"HIRED","effectiveAt":"2026-01-01T00:00:00Z","managerId":"%s"}"""
              .formatted(employee, who.equals(BOB) ? quoted(ANN) : BOB));
      performance.add(
          """
          {"eventId":"p","source":"crm","employeeId":"%s","occurredAt":"2026-02-01T00:00:00Z",\
          "metric":"sales","value":1,"periodStart":"2026-01-01","periodEnd":"2026-02-01"}"""
              .formatted(employee));
      surveys.add(
          """
          {"eventId":"s","source":"crm","employeeId":"%s","occurredAt":"2026-02-01T00:00:00Z",\
          "about":"scheme","score":1,"comment":"fine"}"""
              .formatted(employee));
    }
    Files.write(input.resolve("learning.jsonl"), learning);
    Files.write(input.resolve("commands.jsonl"), commands);
    Files.write(input.resolve("hr.jsonl"), hr);
    Files.write(input.resolve("performance.jsonl"), performance);
    Files.write(input.resolve("surveys.jsonl"), surveys);
    CommandRun run =
        CommandRun.of("replay", "--input", input.toString(), "--output", lake.toString());
    assertThat(run.err()).isEmpty();
    assertThat(run.out()).anyMatch(line -> line.matches("dead letters +2"));
  }

  @Test
  void f6NobodyIsLeftInTheTablesAndNobodyElseHasChanged() throws Exception {
    String others = "employee_id = 'bob'";
    Map<String, List<String>> before = LakeRows.where(lake, "true");
    Map<String, List<String>> columns = LakeRows.columns(lake);
    // A replay shows recommendations to nobody; what became of them is erased in another test.
    String onlyLive = TableCatalogue.RECOMMENDATION_EFFECTS.name();
    assertThat(before.keySet()).contains(onlyLive);
    assertThat(before)
        .allSatisfy(
            (table, rows) ->
                assertThat(rows).as(table).hasSizeGreaterThan(table.equals(onlyLive) ? -1 : 1));
    Map<String, List<String>> ofOthers = LakeRows.where(lake, others);

    CommandRun run = erase(ANN);

    assertThat(run.err()).isEmpty();
    assertThat(run.exitCode()).isZero();
    Map<String, List<String>> after = LakeRows.where(lake, "true");
    assertThat(after.keySet()).isEqualTo(before.keySet());
    after.remove("employments");
    ofOthers.remove("employments");
    assertThat(after).isEqualTo(ofOthers);
    assertThat(managers()).containsExactly("bob null");
    assertThat(LakeRows.columns(lake)).isEqualTo(columns);
    assertThat(LakeRows.codecs(lake)).containsExactly("ZSTD");
    assertThat(LakeRows.allFiles(lake))
        .noneMatch(file -> file.getFileName().toString().startsWith("."));
    assertThat(deadLetters()).singleElement().asString().contains("\"bob\"");
    assertThat(run.out())
        .anyMatch(line -> line.matches("ledger_entries +6"))
        .anyMatch(line -> line.matches("dead_letters +1"))
        .anyMatch(line -> line.matches("employments.manager_id +1"));

    CommandRun explained = CommandRun.of("explain", "--employee", ANN, "--lake", lake.toString());
    assertThat(explained.exitCode()).isEqualTo(1);
    assertThat(explained.err()).singleElement().asString().contains("know no employee");
    assertThat(CommandRun.of("verify", lake.toString()).out())
        .singleElement()
        .asString()
        .startsWith("1 employees, 6 postings");
  }

  @Test
  void f6TheReceiptTellsWhatWasRemovedAndNamesNobody() throws Exception {
    erase(ANN);
    Path receipt = receipt();
    String text = Files.readString(receipt);
    assertThat(text).doesNotContain("ann", "李娜");
    JsonNode json = new ObjectMapper().readTree(text);
    assertThat(receipt).hasFileName(json.get("mark").textValue() + ".json");
    assertThat(json.get("runs")).hasSize(1);
    assertThat(json.at("/runs/0/rowsRemoved/ledger_entries").intValue()).isEqualTo(6);
    assertThat(json.at("/endsByItself/topicsRetentionMs").has("credits.ledger")).isTrue();
    assertThat(json.at("/endsByItself/others").toString()).contains("Savepoints");
    assertThat(json.at("/runs/0/jobsTold").booleanValue()).isFalse();
  }

  @Test
  void f6WithoutABrokerItSaysThatTheJobsStillKnowThePerson() {
    assertThat(erase(ANN).out()).anyMatch(line -> line.startsWith("The jobs were NOT told"));
    CommandRun topics = erase(ANN, "--topic-prefix", "acme");
    assertThat(topics.exitCode()).isEqualTo(2);
    assertThat(topics.err()).singleElement().asString().contains("name the broker");
  }

  @Test
  void f6OneErasureAtATime() throws Exception {
    Map<String, String> contents = LakeRows.contents(lake);
    try (var other = new Receipts(lake, ErasureKey.PUBLIC).lock()) {
      assertThat(other).isNotNull();
      CommandRun run = erase(ANN);
      assertThat(run.exitCode()).isEqualTo(1);
      assertThat(run.err()).singleElement().asString().contains("wait for the other run");
      assertThat(LakeRows.contents(lake)).isEqualTo(contents);
    }
    assertThat(erase(ANN).exitCode()).isZero();
  }

  @Test
  void f6AKeyOfOnesOwnMakesMarksThatNobodyElseCanTest() throws Exception {
    Path key = Files.writeString(folder.resolve("key"), "secret\n");
    CommandRun run = erase(ANN, "--erasure-key", key.toString());
    assertThat(run.out()).noneMatch(line -> line.contains("--erasure-key"));
    assertThat(receipt()).hasFileName(ErasureKey.read(key).mark(ANN) + ".json");
  }

  @Test
  void f6AKeyThatEverybodyKnowsIsTold() {
    assertThat(erase(ANN).out())
        .filteredOn(line -> line.contains("--erasure-key FILE"))
        .singleElement()
        .asString()
        .contains("a key that everybody knows");
  }

  @Test
  void f6AnotherKeyThanThatOfEarlierReceiptsIsRefused() throws Exception {
    erase(ANN);
    Map<String, String> contents = LakeRows.contents(lake);
    Path key = Files.writeString(folder.resolve("key"), "secret\n");
    CommandRun other = erase(BOB, "--erasure-key", key.toString());
    assertThat(other.exitCode()).isEqualTo(2);
    assertThat(other.err()).singleElement().asString().contains("made with another key");
    assertThat(LakeRows.contents(lake)).isEqualTo(contents);
    assertThat(erase(BOB).exitCode()).isZero();
  }

  @Test
  void f6AKeyThatCannotBeReadIsBadUsage() throws Exception {
    String none = folder.resolve("none").toString();
    assertThat(erase(ANN, "--erasure-key", none).exitCode()).isEqualTo(2);
    Path empty = Files.writeString(folder.resolve("empty"), " \n");
    assertThat(erase(ANN, "--erasure-key", empty.toString()).exitCode()).isEqualTo(2);
  }

  @Test
  void f6ASecondRunFindsNothingMore() throws Exception {
    erase(ANN);
    Map<String, String> contents = LakeRows.contents(lake);
    CommandRun again = erase(ANN);
    assertThat(again.exitCode()).isZero();
    assertThat(again.out()).contains("The tables name nobody of that id.");
    assertThat(LakeRows.contents(lake)).isEqualTo(contents);
    JsonNode receipt = new ObjectMapper().readTree(Files.readString(receipt()));
    assertThat(receipt.get("runs")).hasSize(2);
    assertThat(receipt.at("/runs/0/rowsRemoved/ledger_entries").intValue()).isEqualTo(6);
    assertThat(receipt.at("/runs/1/rowsRemoved/ledger_entries").intValue()).isZero();
  }

  @Test
  void f6WhatAnInterruptedRunLeftIsFinishedByTheNext() throws Exception {
    for (Path file : LakeRows.allFiles(lake)) {
      Files.writeString(
          file.resolveSibling("." + file.getFileName() + ".inprogress.erase"), "half a file");
    }
    assertThat(erase(ANN).exitCode()).isZero();
    assertThat(LakeRows.where(lake, "employee_id <> 'bob'").values()).allMatch(List::isEmpty);
  }

  @Test
  void f6OfSomeoneUnknownNoFileIsTouched() throws Exception {
    Map<String, String> contents = LakeRows.contents(lake);
    CommandRun run = erase("nobody");
    assertThat(run.exitCode()).isZero();
    assertThat(run.out()).contains("The tables name nobody of that id.");
    assertThat(LakeRows.contents(lake)).isEqualTo(contents);
    // A part of another's id is nobody either.
    erase("bo");
    assertThat(LakeRows.contents(lake)).isEqualTo(contents);
  }

  @Test
  void filesThatAreBeingWrittenAreLeftAloneAndTold() throws Exception {
    Path open = lake.resolve("learning_events/.part-1.parquet.inprogress.0d9d-4");
    Files.writeString(open, "not yet a file");
    CommandRun run = erase(ANN);
    assertThat(run.exitCode()).isZero();
    assertThat(run.out()).anyMatch(line -> line.startsWith("Files being written just now: 1."));
    assertThat(open).hasContent("not yet a file");
  }

  @Test
  void whatIsNoIdOrNoLakeIsBadUsage() {
    assertThat(erase(" ").exitCode()).isEqualTo(2);
    assertThat(erase("a\nb").exitCode()).isEqualTo(2);
    String nowhere = folder.resolve("nowhere").toString();
    assertThat(CommandRun.of("erase", "--employee", "ann", "--lake", nowhere).exitCode())
        .isEqualTo(2);
  }

  private CommandRun erase(String employee, String... more) {
    List<String> arguments =
        new ArrayList<>(List.of("erase", "--employee", employee, "--lake", lake.toString()));
    arguments.addAll(List.of(more));
    return CommandRun.of(arguments.toArray(String[]::new));
  }

  private Path receipt() throws Exception {
    try (var receipts = Files.newDirectoryStream(lake.resolve(Receipts.FOLDER), "*.json")) {
      return receipts.iterator().next();
    }
  }

  private List<String> managers() throws Exception {
    try (DuckDb database = new DuckDb()) {
      return database.query(
          "SELECT employee_id, manager_id FROM "
              + new TableFolder(lake).sql(TableCatalogue.EMPLOYMENTS),
          row -> row.getString(1) + " " + row.getString(2));
    }
  }

  private List<String> deadLetters() throws Exception {
    try (DuckDb database = new DuckDb()) {
      return database.query(
          "SELECT raw FROM " + new TableFolder(lake).sql(TableCatalogue.DEAD_LETTERS),
          row -> new String(row.getBytes(1), StandardCharsets.UTF_8));
    }
  }

  private static String quoted(String text) {
    String json = TextNode.valueOf(text).toString();
    return json.substring(1, json.length() - 1);
  }
}
