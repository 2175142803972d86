package io.growthline.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.growthline.local.broker.EmbeddedBroker;
import io.growthline.schemas.topics.TopicCatalogue;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Real learners whose events come in any order, many twice, half of them under an earlier rule
 * book: in the lake they end as in a replay.
 */
class OuladLiveEqualsReplayIT {

  private static final int PERCENT_SENT_TWICE = 20;

  @TempDir static Path folder;
  private static LakeSql sql;
  private static Replayed replayed;

  /** What the topics have to say in the end; asked once, for they are looked at often. */
  private record Replayed(
      List<String> features, List<String> versions, List<String> progress, List<String> balances) {

    static Replayed of(LakeSql sql) throws SQLException {
      return new Replayed(
          new NewestFeatures(sql).replayed(),
          sql.rows("SELECT employee_id, version + 1 FROM replay.credit_balances"),
          sql.rows(
              "SELECT employee_id, goal_id, requirement, current, met FROM replay.goal_progress"),
          sql.rows(
              """
              SELECT employee_id, earned, available, required, elective, practice
              FROM replay.credit_balances
              """));
    }
  }

  @BeforeAll
  static void streamAndReplay() throws Exception {
    OuladLines lines = OuladLines.read();
    Path input = folder.resolve("in");
    lines.writeTo(input);
    Path earlier = Files.writeString(folder.resolve("earlier.yaml"), OuladLines.earlierRuleBook());
    sql = new LakeSql().add("replay", replay(input));
    replayed = Replayed.of(sql);
    Random random = new Random(20260301);
    List<String> people = asSent(lines.people(), random);
    List<String> learning = asSent(lines.learning(), random);
    try (EmbeddedBroker broker = EmbeddedBroker.start(folder.resolve("broker"));
        StreamedCompany live = new StreamedCompany(broker.bootstrap(), earlier, folder)) {
      int half = learning.size() / 2;
      live.sendJson(TopicCatalogue.LEARNING_EVENTS, learning.subList(0, half));
      live.sendJson(TopicCatalogue.HR_EVENTS, people);
      live.await(OuladLiveEqualsReplayIT::manyHaveEarned);
      assertThat(live.call("publish", input.resolve("rulebook.yaml").toString()).exitCode())
          .isZero();
      live.sendJson(TopicCatalogue.LEARNING_EVENTS, learning.subList(half, learning.size()));
      live.letTimePass(newest(), OuladLiveEqualsReplayIT::allIsTold);
      live.stop();
    }
    sql.add("live", folder.resolve("lake"));
  }

  private static Path replay(Path input) {
    Path output = folder.resolve("replayed");
    CommandRun replay =
        CommandRun.of("replay", "--input", input.toString(), "--output", output.toString());
    assertThat(replay.exitCode()).isZero();
    return output;
  }

  /** In any order, some of them twice. */
  private static List<String> asSent(List<String> lines, Random random) {
    List<String> sent = new ArrayList<>(lines);
    lines.stream().filter(line -> random.nextInt(100) < PERCENT_SENT_TWICE).forEach(sent::add);
    Collections.shuffle(sent, random);
    return sent;
  }

  private static Instant newest() throws SQLException {
    String newest =
        sql.rows("SELECT strftime(max(as_of), '%Y-%m-%dT%H:%M:%SZ') FROM replay.credit_balances")
            .get(0);
    return Instant.parse(newest);
  }

  private static void manyHaveEarned(WrittenOnTopics topics) {
    assertThat(topics.latestBalances()).hasSizeGreaterThan(500);
  }

  /** Everybody knows every fact and the second revision, and time has passed for all. */
  private static void allIsTold(WrittenOnTopics topics) {
    assertThat(topics.latestVersions())
        .hasSizeGreaterThan(1_000)
        .containsExactlyInAnyOrderElementsOf(replayed.versions());
    assertThat(topics.progress()).containsExactlyInAnyOrderElementsOf(replayed.progress());
    assertThat(topics.latestBalances()).containsExactlyInAnyOrderElementsOf(replayed.balances());
    assertThat(topics.latestFeatures()).containsExactlyInAnyOrderElementsOf(replayed.features());
  }

  @AfterAll
  static void close() throws Exception {
    sql.close();
  }

  @Test
  void theNewestFeaturesAreTheReplays() throws Exception {
    assertThat(replayed.features()).hasSizeGreaterThan(100);
    assertThat(new NewestFeatures(sql).differences()).isEmpty();
    assertThat(new NewestFeatures(sql).otherwiseDated()).hasSizeLessThan(10);
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
  void whatIsTrueNowIsWhatTheReplaySays(String table, String columns) throws Exception {
    assertThat(sql.rows("FROM replay." + table)).hasSizeGreaterThan(100);
    assertThat(new LiveAgainstReplay(sql).differences(table, columns)).isEmpty();
  }

  @Test
  void openLotsAreTheReplays() throws Exception {
    assertThat(sql.rows("FROM replay.credit_lots")).hasSizeGreaterThan(100);
    assertThat(new LiveAgainstReplay(sql).differencesInLots()).isEmpty();
  }

  @Test
  void creditsOfEveryKindCameAndWent() throws Exception {
    assertThat(sql.rows("SELECT DISTINCT kind FROM live.ledger_entries"))
        .contains("EARN", "REVERSE", "CORRECT", "EXPIRE", "CARRY_OVER");
    assertThat(sql.rows("SELECT DISTINCT outcome FROM live.decisions"))
        .contains("VOIDED", "CONFLICT");
  }
}
