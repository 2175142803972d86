package io.growthline.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.growthline.app.GrowthlineJob;
import io.growthline.app.JobSettings;
import io.growthline.app.KafkaSettings;
import io.growthline.local.broker.EmbeddedBroker;
import io.growthline.local.cluster.LocalJob;
import io.growthline.local.company.CompanyFiles;
import io.growthline.local.company.CompanyRecord;
import io.growthline.local.company.SampleCompany;
import io.growthline.local.kafka.EventPublisher;
import io.growthline.local.kafka.TopicReader;
import io.growthline.schemas.ledger.Balance;
import io.growthline.schemas.ledger.EmployeeProgress;
import io.growthline.schemas.ledger.GoalProgress;
import io.growthline.schemas.topics.TopicCatalogue;
import io.growthline.schemas.topics.TopicCreation;
import io.growthline.schemas.topics.TopicPrefix;
import io.growthline.schemas.wire.SingleObjectEncoding;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same company, streamed through Kafka and replayed from files, ends in the same state. */
class LiveEqualsReplayIT {

  private static final TopicPrefix ACME = new TopicPrefix("acme");

  @TempDir Path folder;

  @Test
  void balancesAndGoalsHeldAreTheSame() throws Exception {
    Instant end = Instant.now();
    List<CompanyRecord> records = SampleCompany.of(7, 200, 2500, end).records();
    Path input = folder.resolve("in");
    CompanyFiles.write(input, records, end);
    Path tables = folder.resolve("tables");
    CommandRun replay =
        CommandRun.of("replay", "--input", input.toString(), "--output", tables.toString());
    assertThat(replay.exitCode()).isZero();
    Map<String, List<Long>> balances = balances(tables);
    Map<String, Set<String>> goals = goals(tables);
    assertThat(balances).hasSizeGreaterThan(100);
    assertThat(goals).isNotEmpty();

    try (EmbeddedBroker broker = EmbeddedBroker.start(folder.resolve("broker"))) {
      createTopics(broker.bootstrap());
      assertThat(publish(broker.bootstrap(), input.resolve("rulebook.yaml")).exitCode()).isZero();
      try (LocalJob job = startJob(broker.bootstrap());
          EventPublisher publisher = new EventPublisher(broker.bootstrap(), ACME);
          LatestState live = new LatestState(broker.bootstrap())) {
        publisher.publish(records, 2_000);
        await()
            .atMost(Duration.ofMinutes(2))
            .untilAsserted(
                () -> {
                  live.read();
                  assertThat(live.balances()).isEqualTo(balances);
                  assertThat(live.goals()).isEqualTo(goals);
                });
        job.checkAlive();
        assertThat(job.restarts()).isZero();
      }
    }
  }

  private LocalJob startJob(String bootstrap) throws Exception {
    KafkaSettings kafka = new KafkaSettings(bootstrap, ACME, Map.of());
    return LocalJob.start(
        JobSettings.live(Duration.ofSeconds(2)),
        2,
        folder.resolve("flink"),
        environment -> GrowthlineJob.build(environment, GrowthlineJob.options(kafka)));
  }

  private static void createTopics(String bootstrap) throws Exception {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrap))) {
      TopicCreation.create(admin, ACME, TopicCatalogue.all());
    }
  }

  private static CommandRun publish(String bootstrap, Path ruleBook) {
    return CommandRun.of(
        "publish", ruleBook.toString(), "--bootstrap", bootstrap, "--topic-prefix", "acme");
  }

  /** What the compacted topics say of each employee: the notice of the highest version. */
  private static final class LatestState implements AutoCloseable {

    private final SingleObjectEncoding<Balance> balanceFormat =
        SingleObjectEncoding.of(Balance.class);
    private final SingleObjectEncoding<EmployeeProgress> progressFormat =
        SingleObjectEncoding.of(EmployeeProgress.class);
    private final Map<String, Balance> balances = new HashMap<>();
    private final Map<String, EmployeeProgress> progress = new HashMap<>();
    private final TopicReader reader;

    LatestState(String bootstrap) {
      this.reader =
          new TopicReader(
              bootstrap,
              List.of(ACME.nameOf(TopicCatalogue.BALANCES), ACME.nameOf(TopicCatalogue.PROGRESS)));
    }

    void read() throws Exception {
      for (ConsumerRecord<String, byte[]> message : reader.poll(Duration.ofMillis(500))) {
        if (message.topic().endsWith(TopicCatalogue.BALANCES.name())) {
          balances.merge(
              message.key(),
              balanceFormat.decode(message.value()),
              (old, now) -> now.version() >= old.version() ? now : old);
        } else {
          progress.merge(
              message.key(),
              progressFormat.decode(message.value()),
              (old, now) -> now.version() >= old.version() ? now : old);
        }
      }
    }

    Map<String, List<Long>> balances() {
      Map<String, List<Long>> amounts = new TreeMap<>();
      balances.forEach(
          (employee, b) ->
              amounts.put(
                  employee,
                  List.of(b.earned(), b.available(), b.required(), b.elective(), b.practice())));
      return amounts;
    }

    Map<String, Set<String>> goals() {
      Map<String, Set<String>> held = new TreeMap<>();
      progress.forEach(
          (employee, state) ->
              state.goals().stream()
                  .filter(GoalProgress::held)
                  .forEach(
                      goal ->
                          held.computeIfAbsent(employee, id -> new TreeSet<>())
                              .add(goal.goalId())));
      return held;
    }

    @Override
    public void close() {
      reader.close();
    }
  }

  private static Map<String, List<Long>> balances(Path tables) throws SQLException {
    Map<String, List<Long>> balances = new TreeMap<>();
    rows(
        tables,
        "credit_balances",
        "employee_id, (100 * earned)::BIGINT, (100 * available)::BIGINT,"
            + " (100 * required)::BIGINT, (100 * elective)::BIGINT, (100 * practice)::BIGINT",
        row ->
            balances.put(
                row.getString(1),
                List.of(
                    row.getLong(2),
                    row.getLong(3),
                    row.getLong(4),
                    row.getLong(5),
                    row.getLong(6))));
    return balances;
  }

  private static Map<String, Set<String>> goals(Path tables) throws SQLException {
    Map<String, Set<String>> goals = new TreeMap<>();
    rows(
        tables,
        "eligible_employees",
        "employee_id, goal_id",
        row ->
            goals.computeIfAbsent(row.getString(1), id -> new TreeSet<>()).add(row.getString(2)));
    return goals;
  }

  private interface Row {
    void take(ResultSet row) throws SQLException;
  }

  private static void rows(Path tables, String table, String columns, Row row) throws SQLException {
    try (Connection duckdb = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = duckdb.createStatement();
        ResultSet result =
            statement.executeQuery(
                "SELECT %s FROM read_parquet('%s/%s/*.parquet')"
                    .formatted(columns, tables, table))) {
      while (result.next()) {
        row.take(result);
      }
    }
  }
}
