package io.growthline.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.growthline.cases.PassingTime;
import io.growthline.local.broker.EmbeddedBroker;
import io.growthline.local.company.CompanyFiles;
import io.growthline.local.company.CompanyRecord;
import io.growthline.local.company.Input;
import io.growthline.local.company.SampleCompany;
import io.growthline.schemas.events.LearningEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The same company, streamed through Kafka and replayed from files, ends in the same state, on the
 * topics and in the lake, if the replay is given the answers that were given live; and the lake
 * holds exactly what the topics do.
 */
class LiveEqualsReplayIT {

  @TempDir static Path folder;
  private static List<CompanyRecord> records;
  private static WrittenOnTopics topics;
  private static LakeSql sql;
  private static CommandRun audit;

  @BeforeAll
  static void streamAndReplay() throws Exception {
    Instant end = Instant.now();
    List<CompanyRecord> company = SampleCompany.of(7, 200, 2500, end).records();
    List<CompanyRecord> news = new LateNews(company).records();
    records = Stream.concat(company.stream(), news.stream()).toList();
    Path input = folder.resolve("in");
    CompanyFiles.write(input, records, end);
    sql = new LakeSql().add("forgetful", replay(input));
    try (EmbeddedBroker broker = EmbeddedBroker.start(folder.resolve("broker"));
        StreamedCompany live =
            new StreamedCompany(broker.bootstrap(), input.resolve("rulebook.yaml"), folder)) {
      live.send(
          company.stream().filter(record -> record.input() != Input.COMMANDS).toList(),
          LiveEqualsReplayIT::hasEarned);
      live.send(
          company.stream().filter(record -> record.input() == Input.COMMANDS).toList(),
          LiveEqualsReplayIT::isAnswered);
      CommandRun outcomes = live.call("tail", "credits.decisions", "--to-end");
      Files.write(input.resolve("outcomes.jsonl"), outcomes.out());
      sql.add("replay", replay(input));
      live.send(news, topics -> {});
      live.letTimePass(newest(), LiveEqualsReplayIT::saysTheSame);
      topics = live.stop();
      audit = live.call("verify", folder.resolve("lake").toString());
    }
    sql.add("live", folder.resolve("lake"));
  }

  private static Path replay(Path input) throws IOException {
    Path output = Files.createTempDirectory(folder, "replayed");
    CommandRun replay =
        CommandRun.of("replay", "--input", input.toString(), "--output", output.toString());
    assertThat(replay.err()).isEmpty();
    assertThat(replay.exitCode()).isZero();
    return output;
  }

  private static Instant newest() {
    return Instant.ofEpochMilli(
        records.stream()
            .filter(record -> record.event() != null)
            .mapToLong(record -> record.event().occurredAt())
            .max()
            .orElseThrow());
  }

  private static void hasEarned(WrittenOnTopics topics) {
    assertThat(topics.latestBalances())
        .anyMatch(balance -> balance.startsWith("liu-yang 100.00 100.00 "))
        .anyMatch(balance -> balance.startsWith("he-jing 99.75 99.75 "))
        .anyMatch(balance -> balance.startsWith("guo-ying 120.00 120.00 "));
  }

  private static void isAnswered(WrittenOnTopics topics) {
    assertThat(topics.rows("decisions"))
        .anyMatch(decision -> decision.matches("portal \\S+ liu-yang null APPROVED .*"))
        .anyMatch(decision -> decision.matches("portal \\S+ he-jing null INSUFFICIENT_CREDITS .*"))
        .anyMatch(decision -> decision.matches("portal \\S+ guo-ying null APPROVED leave-day"));
  }

  @AfterAll
  static void close() throws Exception {
    sql.close();
  }

  private static void saysTheSame(WrittenOnTopics topics) throws Exception {
    assertThat(topics.latestFeatures())
        .containsExactlyInAnyOrderElementsOf(new NewestFeatures(sql).replayed());
    assertThat(topics.latestBalances())
        .hasSizeGreaterThan(100)
        .containsExactlyInAnyOrderElementsOf(
            sql.rows(
                """
                SELECT employee_id, earned, available, required, elective, practice
                FROM replay.credit_balances
                """));
    assertThat(topics.goalsHeld())
        .isNotEmpty()
        .containsExactlyInAnyOrderElementsOf(
            sql.rows("SELECT employee_id, goal_id FROM replay.eligible_employees"));
    assertThat(topics.progress())
        .isNotEmpty()
        .containsExactlyInAnyOrderElementsOf(
            sql.rows(
                "SELECT employee_id, goal_id, requirement, current, met FROM replay.goal_progress"));
  }

  /** What became known late changes balances and leaves debt, but takes no answer back. */
  @Test
  void theNewestFeaturesAreTheReplays() throws Exception {
    assertThat(new NewestFeatures(sql).replayed()).hasSizeGreaterThan(100);
    assertThat(new NewestFeatures(sql).differences()).isEmpty();
    assertThat(new NewestFeatures(sql).otherwiseDated()).isEmpty();
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "live, he-jing 100.00 100.00 0.00 0.00, liu-yang 96.00 -4.00 100.00 4.00",
    "replay, he-jing 100.00 100.00 0.00 0.00, liu-yang 96.00 -4.00 100.00 4.00",
    "forgetful, he-jing 100.00 0.00 100.00 0.00, liu-yang 96.00 96.00 0.00 0.00"
  })
  void anAnswerStandsUnlessItWasForgotten(String lake, String refused, String granted)
      throws Exception {
    assertThat(
            sql.rows(
                """
                SELECT employee_id, max_by(earned, version), max_by(available, version),
                  max_by(redeemed, version), max_by(debt, version) FROM %s.credit_balances
                WHERE employee_id IN ('he-jing', 'liu-yang') GROUP BY 1 ORDER BY 1
                """
                    .formatted(lake)))
        .containsExactly(refused, granted);
  }

  @Test
  void theNewestLotsInTheLakeAreTheReplays() throws Exception {
    assertThat(sql.rows("FROM replay.credit_lots")).isNotEmpty();
    assertThat(new LiveAgainstReplay(sql).differencesInLots()).isEmpty();
  }

  @Test
  void theTopicsSayTheSameAsTheReplay() throws Exception {
    saysTheSame(topics);
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "ledger_entries",
        "decisions",
        "milestones",
        "credit_lots",
        "credit_balances",
        "goal_progress",
        "eligible_employees",
        "employee_features",
        "dead_letters"
      })
  void theLakeHoldsExactlyWhatIsOnTheTopic(String table) throws Exception {
    List<String> written = topics.rows(table);
    assertThat(written).isNotEmpty();
    assertThat(sql.rows("SELECT %s FROM live.%s".formatted(topics.columns(table), table)))
        .containsExactlyInAnyOrderElementsOf(written);
  }

  @Test
  void theLakeAndTheTopicPassTheAudit() {
    assertThat(audit.err()).isEmpty();
    assertThat(audit.out()).singleElement().asString().endsWith("nothing is wrong");
  }

  @Test
  void noPostingIsThereTwice() throws Exception {
    assertThat(sql.rows("SELECT count(*) - count(DISTINCT entry_id) FROM live.ledger_entries"))
        .containsExactly("0");
  }

  @Test
  void theLakeHoldsTheLearningEventsAsTheyCame() throws Exception {
    List<String> sent =
        records.stream()
            .map(CompanyRecord::event)
            .filter(LearningEvent.class::isInstance)
            .map(event -> event.source() + " " + event.eventId() + " " + event.employeeId())
            .toList();
    assertThat(
            sql.rows(
                "SELECT source, event_id, employee_id FROM live.learning_events"
                    + " WHERE employee_id <> 'somebody-else'"))
        .containsExactlyInAnyOrderElementsOf(sent);
  }

  /** Whose events came by every partition of every input topic. */
  @ParameterizedTest
  @ValueSource(strings = {"learning_events", "performance_facts", "survey_answers"})
  void theLakeHoldsSomebodysEventsFromEveryPartition(String table) throws Exception {
    assertThat(
            sql.rows(
                "SELECT DISTINCT right(event_id, 1) FROM live.%s WHERE employee_id = '%s'"
                    .formatted(table, PassingTime.SOMEBODY)))
        .containsExactlyInAnyOrder("0", "1", "2", "3", "4", "5");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "credit_balances | employee_id, earned, available, required, elective, practice,"
            + " period_earned, redeemed, expired, lapsed, debt",
        "goal_progress | employee_id, goal_id, kind, requirement, unit, current, target, gap, met,"
            + " missing, completed, suggested_activities",
        "eligible_employees | employee_id, goal_id, since, firing"
      })
  void whatIsTrueNowInTheLakeIsWhatTheReplaySays(String table, String columns) throws Exception {
    assertThat(new LiveAgainstReplay(sql).differences(table, columns)).isEmpty();
  }

  @Test
  void theNewestEmploymentsAreTheReplays() throws Exception {
    String newest =
        """
        SELECT * EXCLUDE (version) FROM live.employments e WHERE version =
          (SELECT max(version) FROM live.employments n WHERE n.employee_id = e.employee_id)
          AND employee_id <> 'somebody-else'
        """;
    assertThat(sql.differences(newest, "SELECT * EXCLUDE (version) FROM replay.employments"))
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"activities", "goals", "jobs"})
  void theNewestDimensionsAreTheReplays(String dimension) throws Exception {
    String newest =
        """
        SELECT * EXCLUDE (revision, as_of) FROM live.%1$s WHERE row(revision, as_of) =
          (SELECT max(row(revision, as_of)) FROM live.%1$s)
        """
            .formatted(dimension);
    String replayed = "SELECT * EXCLUDE (revision, as_of) FROM replay." + dimension;
    assertThat(sql.rows(replayed)).isNotEmpty();
    assertThat(sql.differences(newest, replayed)).isEmpty();
  }
}
