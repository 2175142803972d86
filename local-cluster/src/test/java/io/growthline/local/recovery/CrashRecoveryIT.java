package io.growthline.local.recovery;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.growthline.ledger.LedgerOptions;
import io.growthline.local.broker.EmbeddedBroker;
import io.growthline.oracle.History;
import io.growthline.oracle.ManyEmployees;
import io.growthline.rulebook.ReadResult;
import io.growthline.rulebook.RuleBook;
import io.growthline.rulebook.RuleBookFile;
import io.growthline.rulebook.RuleBookPublisher;
import io.growthline.rulebook.RuleBooks;
import io.growthline.schemas.events.LearningEvent;
import io.growthline.schemas.events.LearningVerb;
import io.growthline.schemas.topics.TopicCatalogue;
import io.growthline.schemas.topics.TopicCreation;
import io.growthline.schemas.topics.TopicPrefix;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The job is killed under load and restored from its latest checkpoint: nothing is lost, nothing
 * counted twice. {@code -Dcrash.repeat=100} does it a hundred times, each time with other employees
 * and at another moment.
 */
class CrashRecoveryIT {

  private static final int EMPLOYEES = 300;
  private static final int RECORDS_PER_SECOND = 150;
  private static final int CHECKPOINTS_BEFORE_THE_CRASH = 3;
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  /** Time passes by what events say less 5 s. */
  private static final Duration DISORDER = Duration.ofSeconds(6);

  /** So that no event is given up before the rule book comes that knows its activity. */
  private static final Duration LONGER_THAN_ANY_HISTORY = Duration.ofDays(3650);

  private static final String NEW_GOAL = "first-credits";

  @TempDir Path folder;
  private EmbeddedBroker broker;

  static IntStream runs() {
    return IntStream.rangeClosed(1, Integer.getInteger("crash.repeat", 1));
  }

  @BeforeEach
  void startBroker() throws Exception {
    broker = EmbeddedBroker.start(folder.resolve("broker"));
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrap()))) {
      TopicCreation.create(admin, TopicPrefix.NONE, TopicCatalogue.all());
    }
  }

  @AfterEach
  void stopBroker() {
    broker.close();
  }

  @ParameterizedTest(name = "run {0}")
  @MethodSource("runs")
  void killedUnderLoadItEndsWhereTheOracleDoes(int run) throws Exception {
    ReadResult rules = read(ManyEmployees.ruleBookYaml());
    publish(rules);
    crash(run, rules, LedgerOptions.live().unknownActivityWait(), topics -> {});
  }

  @ParameterizedTest(name = "run {0}")
  @MethodSource("runs")
  void killedWhileItFoldsEveryEmployeeAgainItEndsWhereTheOracleDoes(int run) throws Exception {
    publish(read(ManyEmployees.ruleBookYaml()));
    ReadResult revised = read(revisedRuleBookYaml());
    crash(
        run,
        revised,
        LONGER_THAN_ANY_HISTORY,
        topics -> {
          publish(revised);
          await().atMost(PATIENCE).until(() -> showsTheNewGoal(topics.readOn()));
        });
  }

  /** What happens right before the crash. */
  private interface Prelude {
    void play(LedgerTopics topics) throws Exception;
  }

  private void crash(int run, ReadResult rules, Duration unknownActivityWait, Prelude prelude)
      throws Exception {
    Random random = new Random(run);
    Map<String, History> histories = ManyEmployees.make(EMPLOYEES, run).byId();
    try (EmployeeStream stream =
            new EmployeeStream(broker.bootstrap(), histories.values(), random);
        LedgerTopics topics = new LedgerTopics(broker.bootstrap())) {
      CompletableFuture<Void> load;
      try (JobProcess job =
          JobProcess.start(broker.bootstrap(), unknownActivityWait, folder, Optional.empty())) {
        load = stream.send(RECORDS_PER_SECOND);
        await().atMost(PATIENCE).until(() -> checkpoints() >= CHECKPOINTS_BEFORE_THE_CRASH);
        prelude.play(topics);
        int crashAt = stream.sent() + random.nextInt(RECORDS_PER_SECOND);
        await().atMost(PATIENCE).until(() -> stream.sent() >= crashAt);
        assertThat(load).as("the load").isNotDone();
        job.kill();
      }
      stream.hurry();
      Path latest = JobProcess.latestCheckpoint(folder).orElseThrow();
      try (JobProcess job =
          JobProcess.start(broker.bootstrap(), unknownActivityWait, folder, Optional.of(latest))) {
        assertThat(job.restored()).get().asString().endsWith(latest.toString());
        load.get(PATIENCE.toSeconds(), SECONDS);
        endsWhereTheOracleDoes(histories, rules, stream, topics, job);
      }
    }
  }

  private int checkpoints() throws Exception {
    return JobProcess.checkpointsTaken(folder);
  }

  /**
   * Sends everyone a last event, on which there is a decision: before that one is committed,
   * everything before it is.
   */
  private static void endsWhereTheOracleDoes(
      Map<String, History> histories,
      ReadResult rules,
      EmployeeStream stream,
      LedgerTopics topics,
      JobProcess job)
      throws Exception {
    Instant until = Instant.now();
    Map<String, History> whole = new TreeMap<>();
    Collection<LearningEvent> closing = new ArrayList<>();
    histories.forEach(
        (employee, history) -> {
          LearningEvent last = undeserving(employee, until);
          List<LearningEvent> learning = new ArrayList<>(history.learning());
          learning.add(last);
          closing.add(last);
          whole.put(employee, new History(history.hr(), learning, history.commands()));
        });
    stream.sendNow(closing);
    stream.passTime(until.plus(DISORDER));
    RuleBook book = RuleBooks.from(rules.revision(1, 0));
    await()
        .atMost(PATIENCE)
        .failFast("the job has ended", () -> !job.isAlive())
        .untilAsserted(
            () -> {
              topics.readOn();
              ExpectedLedger expected =
                  ExpectedLedger.of(whole, book, topics.decisions(), until.toEpochMilli());
              assertThat(Standing.differences(expected.standings(), topics.standings())).isEmpty();
              assertThat(expected.missing(topics.decisions())).isEmpty();
              assertThat(LedgerAudit.complaints(topics.postings(), topics.balances())).isEmpty();
            });
  }

  private static LearningEvent undeserving(String employee, Instant at) {
    return new LearningEvent(
        "last",
        "lms",
        employee,
        at.toEpochMilli(),
        LearningVerb.COMPLETED,
        "workshop-case",
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null);
  }

  private static boolean showsTheNewGoal(LedgerTopics topics) {
    return topics.progress().values().stream()
        .flatMap(employee -> employee.goals().stream())
        .anyMatch(goal -> goal.goalId().equals(NEW_GOAL));
  }

  /**
   * Credits, a cap and a goal are others; there is one goal more, and an activity that was unknown.
   */
  private static String revisedRuleBookYaml() {
    String revised =
        replace(
            ManyEmployees.ruleBookYaml(),
            "category: elective, credits: 3,",
            "category: elective, credits: 4.5,");
    revised = replace(revised, "cap: {credits: 12, per: month}", "cap: {credits: 6, per: month}");
    revised = replace(revised, "[{credits: total, atLeast: 10}]", "[{credits: total, atLeast: 7}]");
    revised =
        replace(
            revised,
            "\nactivities:\n",
            "\nactivities:\n  - {id: unlisted, kind: course, category: elective, credits: 1}\n");
    return replace(
        revised,
        "\ngoals:\n",
        "\ngoals:\n  - {id: %s, kind: reward, requires: [{credits: total, atLeast: 0.01}]}\n"
            .formatted(NEW_GOAL));
  }

  private static String replace(String text, String old, String now) {
    assertThat(text).contains(old);
    return text.replace(old, now);
  }

  private static ReadResult read(String yaml) {
    return RuleBookFile.read("rulebook.yaml", yaml.getBytes(StandardCharsets.UTF_8));
  }

  private void publish(ReadResult rules) throws Exception {
    new RuleBookPublisher(broker.bootstrap(), TopicPrefix.NONE, Map.of()).publish(rules, false);
  }
}
