package io.growthline.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.growthline.oracle.History;
import io.growthline.oracle.ManyEmployees;
import io.growthline.oracle.Oracle;
import io.growthline.oracle.OracleResult;
import io.growthline.rulebook.ReadResult;
import io.growthline.rulebook.RuleBookFile;
import io.growthline.rulebook.RuleBooks;
import io.growthline.schemas.avro.ContentHash;
import io.growthline.schemas.events.LearningEvent;
import io.growthline.schemas.events.LearningVerb;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Caps, every-N, early voids, identities used again: a replay's tables are the oracle's. */
class GeneratedReplayIT {

  private static final ManyEmployees COMPANY = ManyEmployees.make(2_000, 20260301);

  @TempDir static Path folder;

  private static ReplayReport report;
  private static Map<String, OracleResult> results;
  private static Connection db;

  @BeforeAll
  static void replay() throws Exception {
    Path input = folder.resolve("input");
    COMPANY.writeTo(input);
    ReadResult rules = RuleBookFile.read(input.resolve("rulebook.yaml"));
    Instant until = Instant.ofEpochMilli(ManyEmployees.UNTIL);
    report =
        ReplayJob.run(
            new ReplayOptions(input, folder.resolve("tables"), until, 2, false),
            rules.revision(1, 0));
    Oracle oracle = new Oracle(event -> ContentHash.of((Record) event));
    results = new TreeMap<>();
    COMPANY
        .byId()
        .forEach(
            (id, history) ->
                results.put(
                    id,
                    oracle.judge(
                        RuleBooks.from(rules.revision(1, 0)),
                        history.hr(),
                        history.learning(),
                        history.commands(),
                        Map.of(),
                        ManyEmployees.UNTIL)));
    db = DriverManager.getConnection("jdbc:duckdb:");
  }

  @AfterAll
  static void close() throws SQLException {
    db.close();
  }

  @Test
  void postings() throws SQLException {
    assertThat(
            rows(
                files("ledger_entries"),
                "employee_id, kind, activity_id, category, cast(earned_change * 100 as bigint),"
                    + " cast(available_change * 100 as bigint),"
                    + " epoch_ms(effective_at), event_date, cause_source, cause_event_id,"
                    + " rule_version",
                "employee_id, sequence"))
        .isEqualTo(expected(result -> result.postings().stream().map(OracleText::of)));
  }

  @Test
  void balances() throws SQLException {
    assertThat(
            rows(
                files("credit_balances"),
                Stream.of(
                        "earned",
                        "available",
                        "redeemed",
                        "expired",
                        "lapsed",
                        "debt",
                        "required",
                        "elective",
                        "practice",
                        "period_earned")
                    .map(column -> "cast(" + column + " * 100 as bigint)")
                    .collect(Collectors.joining(", ", "employee_id, ", "")),
                "employee_id"))
        .isEqualTo(expected(result -> Stream.of(OracleText.of(result.sums()))));
  }

  @Test
  void openLots() throws SQLException {
    assertThat(
            rows(
                files("credit_lots")
                    + " lot JOIN "
                    + files("ledger_entries")
                    + " opening ON lot.lot_id = opening.entry_id",
                "lot.employee_id, cause_source, cause_event_id, lot.category,"
                    + " cast(credits_left * 100 as bigint), epoch_ms(earned_at),"
                    + " epoch_ms(expires_at)",
                "all"))
        .isNotEmpty()
        .containsExactlyInAnyOrderElementsOf(
            expected(result -> result.lots().stream().map(OracleText::of)));
  }

  @Test
  void decisions() throws SQLException {
    assertThat(rows(files("decisions"), "employee_id, source, event_id, outcome", "all"))
        .containsExactlyInAnyOrderElementsOf(
            expected(result -> result.decisions().stream().map(OracleText::of)));
  }

  @Test
  void milestones() throws SQLException {
    assertThat(
            rows(
                files("milestones"),
                "employee_id, goal_id, direction, firing, epoch_ms(\"at\")",
                "all"))
        .containsExactlyInAnyOrderElementsOf(
            expected(result -> result.edges().stream().map(OracleText::of)));
  }

  @Test
  void goalsHeld() throws SQLException {
    assertThat(rows(files("eligible_employees"), "employee_id, goal_id, epoch_ms(since)", "all"))
        .containsExactlyInAnyOrderElementsOf(
            expected(result -> result.held().stream().map(OracleText::of)));
  }

  @Test
  void progress() throws SQLException {
    assertThat(
            rows(
                files("goal_progress"),
                "employee_id, goal_id, requirement, unit, %s, %s, %s, met,"
                        .formatted(millionths("current"), millionths("target"), millionths("gap"))
                    + " missing, completed",
                "all"))
        .containsExactlyInAnyOrderElementsOf(
            expected(result -> result.progress().stream().map(OracleText::of)));
  }

  @Test
  void everyRecordIsCountedOnce() {
    int duplicates = results.values().stream().mapToInt(OracleResult::duplicates).sum();
    long unlisted =
        COMPANY.byId().values().stream()
            .flatMap(history -> history.learning().stream())
            .filter(GeneratedReplayIT::isUnlisted)
            .count();
    assertThat(report.duplicates()).isEqualTo(duplicates);
    assertThat(report.deadLetters()).isEqualTo(unlisted);
    assertThat(report.read())
        .isEqualTo(
            report.credited()
                + report.decided()
                + report.earnsNothing()
                + report.duplicates()
                + report.deadLetters());
  }

  /** The oracle's rows of everyone of whom there is a fact, in order of employees. */
  private static List<String> expected(Function<OracleResult, Stream<String>> part) {
    List<String> rows = new ArrayList<>();
    results.forEach(
        (id, result) -> {
          if (hasFact(COMPANY.byId().get(id))) {
            part.apply(result).forEach(row -> rows.add(id + " " + row));
          }
        });
    return rows;
  }

  private static boolean hasFact(History history) {
    return !history.hr().isEmpty()
        || !history.commands().isEmpty()
        || !history.learning().stream().allMatch(GeneratedReplayIT::isUnlisted);
  }

  private static boolean isUnlisted(LearningEvent event) {
    return event.activityId().equals("unlisted") && event.verb() != LearningVerb.VOIDED;
  }

  private static List<String> rows(String from, String columns, String order) throws SQLException {
    String query = "SELECT %s FROM %s ORDER BY %s".formatted(columns, from, order);
    List<String> rows = new ArrayList<>();
    try (Statement statement = db.createStatement();
        ResultSet found = statement.executeQuery(query)) {
      int width = found.getMetaData().getColumnCount();
      while (found.next()) {
        Object[] values = new Object[width];
        for (int i = 0; i < width; i++) {
          values[i] = found.getString(i + 1);
        }
        rows.add(OracleText.of(values));
      }
    }
    return rows;
  }

  private static String millionths(String column) {
    return "cast(cast(%s as decimal(38, 6)) * 1000000 as bigint)".formatted(column);
  }

  private static String files(String table) {
    return "read_parquet('%s/tables/%s/**/*.parquet')".formatted(folder, table);
  }
}
