package io.growthline.local.recommendations;

import static org.assertj.core.api.Assertions.assertThat;

import io.growthline.app.GrowthlineJob;
import io.growthline.app.JobSettings;
import io.growthline.app.KafkaSettings;
import io.growthline.local.CommandRun;
import io.growthline.local.broker.EmbeddedBroker;
import io.growthline.local.cluster.LakeWriting;
import io.growthline.local.cluster.LocalJob;
import io.growthline.local.tables.DuckDb;
import io.growthline.local.tables.TableFolder;
import io.growthline.recommend.rules.ForecastKind;
import io.growthline.schemas.recommendations.EffectKind;
import io.growthline.schemas.recommendations.EmployeeRecommendations;
import io.growthline.schemas.recommendations.GrowthPlan;
import io.growthline.schemas.recommendations.ReasonCode;
import io.growthline.schemas.recommendations.RecommendedActivity;
import io.growthline.schemas.tables.TableCatalogue;
import io.growthline.schemas.topics.TopicCatalogue;
import io.growthline.schemas.topics.TopicPrefix;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** The cases of recommendations, from JSON on a real broker to the list on its topic. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class RecommendationsKafkaIT {

  private static final Duration CHECKPOINT_INTERVAL = Duration.ofSeconds(2);
  private static final Duration LAKE_PATIENCE = Duration.ofSeconds(60);

  private static final String RULES =
      """
      scheme: {zone: Asia/Shanghai}
      activities:
        - {id: intro-sales, title: {en: Introduction to Sales, zh: 销售入门}, kind: course,
           category: elective, credits: 3, format: video, skills: [{skill: sales, level: 1}]}
        - {id: customer-communication, title: {en: Customer Communication}, kind: course,
           category: elective, credits: 3, format: video}
        - {id: team-sales, title: {en: Team Sales Strategy}, kind: course, category: elective,
           credits: 5, format: case, skills: [{skill: sales, level: 3}]}
        - {id: key-account, title: {en: Key Account Management}, kind: course,
           category: elective, credits: 5, format: case, skills: [{skill: sales, level: 4}]}
        - {id: blockchain, title: {en: Blockchain in Finance, zh: 区块链金融}, kind: course,
           category: elective, credits: 3, format: article, tags: [blockchain]}
        - {id: lean-basics, kind: course, category: elective, credits: 2, tags: [lean]}
        - {id: lean-advanced, title: {en: Lean Production Advanced}, kind: course,
           category: elective, credits: 6, tags: [lean], prerequisites: [lean-basics]}
        - {id: english, kind: course, category: elective, credits: 5}
        - {id: cloud, kind: course, category: elective, credits: 4}
        - {id: robots, kind: course, category: elective, credits: 4}
        - {id: programme, kind: course, category: elective, credits: 83}
      goals:
        - {id: senior, title: {en: Senior Skill Certification}, kind: certification,
           requires: [{credits: total, atLeast: 100}]}
      jobs:
        - {id: sales, title: {en: Sales}, next: sales-manager, skills: [{skill: sales, level: 1}]}
        - {id: sales-manager, title: {en: Sales Manager}, skills: [{skill: sales, level: 3}]}
      """;

  @TempDir private static Path folder;
  private static EmbeddedBroker broker;
  private static LocalJob job;
  private static LakeWriting lake;
  private static Lists lists;
  private static KafkaProducer<String, byte[]> producer;
  private static AnnouncedModels models;
  private static int events;

  @BeforeAll
  static void start() throws Exception {
    broker = EmbeddedBroker.start(folder.resolve("broker"));
    Path rules = Files.writeString(folder.resolve("rulebook.yaml"), RULES);
    assertThat(
            CommandRun.of("publish", rules.toString(), "--bootstrap", broker.bootstrap())
                .exitCode())
        .isZero();
    KafkaSettings kafka = new KafkaSettings(broker.bootstrap(), TopicPrefix.NONE, Map.of());
    job =
        LocalJob.start(
            JobSettings.live(CHECKPOINT_INTERVAL),
            2,
            folder.resolve("job"),
            env -> GrowthlineJob.build(env, GrowthlineJob.options(kafka)));
    lake =
        LakeWriting.start(
            kafka, folder.resolve("lake"), CHECKPOINT_INTERVAL, folder.resolve("lake-job"));
    lists = new Lists(broker.bootstrap());
    producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", broker.bootstrap(), "linger.ms", "0"),
            new StringSerializer(),
            new ByteArraySerializer());
    models = new AnnouncedModels(folder, producer);
  }

  @AfterAll
  static void stop() {
    producer.close();
    lists.close();
    lake.close();
    job.close();
    broker.close();
  }

  @Test
  @Order(1)
  void c1ANewcomerInSalesWhoPrefersVideoIsMetWithTheProfileAlone() throws Exception {
    hire("ding-xia", "sales", 365, "video");
    lists.await("a list", () -> lists.of("ding-xia") != null);
    assertThat(lists.first("ding-xia", 3)).contains("intro-sales", "customer-communication");
    assertThat(lists.first("ding-xia", 3)).doesNotContain("team-sales", "key-account");
  }

  @Test
  @Order(2)
  void c2ASalesManagerOfFiveYearsWhoPrefersCasesIsMetWithOthers() throws Exception {
    hire("cao-ming", "sales-manager", 1826, "case");
    lists.await("a list", () -> lists.of("cao-ming") != null);
    assertThat(lists.first("cao-ming", 3)).contains("team-sales", "key-account");
    assertThat(lists.first("cao-ming", 3)).doesNotContain("intro-sales", "customer-communication");
  }

  @Test
  @Order(3)
  void c3AClickChangesTheListAtOnce() throws Exception {
    hire("tang-xin", "engineer", 400, "live");
    lists.await("a list", () -> lists.of("tang-xin") != null);
    assertThat(lists.first("tang-xin", 1)).doesNotContain("blockchain");
    long clicked = System.nanoTime();
    learn("tang-xin", "VIEWED", "blockchain");
    lists.await("another list", () -> lists.first("tang-xin", 1).contains("blockchain"));
    System.out.printf(
        "a click changed the list after %d ms%n", (System.nanoTime() - clicked) / 1_000_000);
    assertThat(lists.of("tang-xin").items().get(0).reasons().get(0).code())
        .isIn(ReasonCode.CLICKED, ReasonCode.INTEREST);
    assertThat(lists.of("tang-xin").items().get(0).titles()).containsEntry("zh", "区块链金融");
  }

  @Test
  @Order(4)
  void c4WhatIsDoneOrBegunNeverComesBackAndPrerequisitesComeFirst() throws Exception {
    lists.await("clicked", () -> lists.first("tang-xin", 1).contains("blockchain"));
    assertThat(lists.first("tang-xin", 10)).contains("lean-basics").doesNotContain("lean-advanced");
    learn("tang-xin", "COMPLETED", "blockchain");
    learn("tang-xin", "ENROLLED", "english");
    learn("tang-xin", "COMPLETED", "lean-basics");
    lists.await("a new list", () -> lists.first("tang-xin", 10).contains("lean-advanced"));
    lists.await("all of it", () -> !lists.first("tang-xin", 10).contains("english"));
    assertThat(lists.first("tang-xin", 10)).doesNotContain("blockchain", "lean-basics", "english");
  }

  @Test
  @Order(5)
  void a4TheGapAndTheCoursesThatCloseIt() throws Exception {
    hire("li-na", "operator", 700, "video");
    learn("li-na", "COMPLETED", "lean-basics");
    learn("li-na", "COMPLETED", "programme");
    lists.await("85 credits", () -> lists.of("li-na") != null && gap() == 15_000_000);
    GrowthPlan plan = lists.of("li-na").growth().get(0);
    assertThat(plan.goalId()).isEqualTo("senior");
    assertThat(plan.gaps().get(0).current()).isEqualTo(85_000_000);
    assertThat(plan.activities()).hasSize(3).startsWith("lean-advanced");
    assertThat(plan.closes()).isTrue();
    assertThat(lists.first("li-na", 3)).contains("lean-advanced");
  }

  private static long gap() {
    List<GrowthPlan> growth = lists.of("li-na").growth();
    return growth.isEmpty() ? 0 : growth.get(0).gaps().get(0).gap();
  }

  @Test
  @Order(6)
  void aModelIsSwappedForEveryoneWithoutARestartAndRolledBack() throws Exception {
    models.liking("v1", "cloud");
    lists.await("the first model", () -> everyoneHas("v1", "cloud"));
    models.liking("v2", "robots");
    lists.await("the second model", () -> everyoneHas("v2", "robots"));
    models.liking("v1", "cloud");
    lists.await("the first model again", () -> everyoneHas("v1", "cloud"));
    assertThat(job.restarts()).isZero();
  }

  private static boolean everyoneHas(String version, String liked) {
    return List.of("ding-xia", "cao-ming", "li-na").stream()
        .allMatch(
            employee -> {
              EmployeeRecommendations list = lists.of(employee);
              return version.equals(list.modelVersion())
                  && list.items().get(0).activityId().equals(liked);
            });
  }

  @Test
  @Order(7)
  void e4ModelsThatForetellCompletionAndFormatsAreSwappedToo() throws Exception {
    assertThat(completion("ding-xia")).isEmpty();
    List<String> completion = ForecastKind.COMPLETION.classes();
    models.foretelling(ForecastKind.COMPLETION, "c1", completion, 5);
    models.foretelling(ForecastKind.FORMAT, "f1", List.of("video", "case"), 5);
    lists.await("both models", () -> everyoneIsForetold(0.9, "case"));
    models.foretelling(ForecastKind.COMPLETION, "c2", completion, -5);
    lists.await(
        "the other completion",
        () ->
            completion("li-na").size() > 0 && completion("li-na").stream().allMatch(p -> p < 0.1));
    models.foretelling(ForecastKind.FORMAT, "f2", List.of("case", "video"), 5);
    models.foretelling(ForecastKind.COMPLETION, "c1", completion, 5);
    lists.await("the first completion again", () -> everyoneIsForetold(0.9, "video"));
    assertThat(job.restarts()).isZero();
  }

  private static boolean everyoneIsForetold(double completionAbove, String format) {
    return List.of("ding-xia", "cao-ming", "li-na").stream()
        .allMatch(
            employee ->
                !completion(employee).isEmpty()
                    && completion(employee).stream().allMatch(p -> p > completionAbove)
                    && lists.of(employee).likelyFormats().getOrDefault(format, 0.0) > 0.9);
  }

  /** Of each activity of the newest list of which it is told. */
  private static List<Double> completion(String employee) {
    return lists.of(employee).items().stream()
        .map(RecommendedActivity::completionProbability)
        .filter(Objects::nonNull)
        .toList();
  }

  @Test
  @Order(8)
  void c5WhatBecameOfRecommendationsIsCountedByModel() throws Exception {
    lists.await("the model", () -> everyoneHas("v1", "cloud"));
    learn("ding-xia", "VIEWED", "cloud");
    learn("ding-xia", "COMPLETED", "cloud");
    lists.await(
        "effects",
        () ->
            lists.effects().stream()
                .anyMatch(
                    effect ->
                        effect.kind() == EffectKind.COMPLETED
                            && effect.employeeId().equals("ding-xia")));
    assertThat(lists.effects())
        .filteredOn(effect -> effect.employeeId().equals("ding-xia"))
        .filteredOn(effect -> effect.activityId().equals("cloud"))
        .filteredOn(effect -> "v1".equals(effect.modelVersion()))
        .extracting(effect -> effect.kind())
        .contains(EffectKind.SHOWN)
        .endsWith(EffectKind.VIEWED, EffectKind.COMPLETED);
  }

  @Test
  @Order(9)
  void f6WhoIsErasedHasNoListAnyMore() throws Exception {
    send(
        TopicCatalogue.HR_EVENTS.name(),
        "cao-ming",
        """
        {"eventId":"erase","source":"hr","employeeId":"cao-ming","occurredAt":"%s","kind":"ERASED",\
        "effectiveAt":"%s"}"""
            .formatted(Instant.now(), Instant.now()));
    lists.await("a tombstone", () -> lists.isRemoved("cao-ming"));
  }

  @Test
  @Order(10)
  void theLakeHasEveryListAndEveryEffect() throws Exception {
    job.stop();
    lake.finish(LAKE_PATIENCE);
    TableFolder tables = new TableFolder(folder.resolve("lake"));
    try (DuckDb database = new DuckDb()) {
      assertThat(
              database.query(
                  """
                  SELECT DISTINCT activity_id FROM %s
                  WHERE employee_id = 'li-na' AND rank = 1 AND model_version = 'v2'"""
                      .formatted(tables.sql(TableCatalogue.RECOMMENDATIONS)),
                  row -> row.getString(1)))
          .containsExactly("robots");
      assertThat(
              database.query(
                  """
                  SELECT count(DISTINCT effect_id) FROM %s
                  WHERE kind = 'COMPLETED' AND model_version = 'v1' AND employee_id = 'ding-xia'"""
                      .formatted(tables.sql(TableCatalogue.RECOMMENDATION_EFFECTS)),
                  row -> row.getInt(1)))
          .containsExactly(1);
    }
  }

  private static void hire(String employee, String job, int daysAgo, String format)
      throws Exception {
    Instant hired = Instant.now().minus(Duration.ofDays(daysAgo));
    send(
        TopicCatalogue.HR_EVENTS.name(),
        employee,
        """
        {"eventId":"hire","source":"hr","employeeId":"%s","occurredAt":"%s","kind":"HIRED",\
        "effectiveAt":"%s","jobId":"%s","preferredFormats":["%s"]}"""
            .formatted(employee, Instant.now(), hired, job, format));
  }

  private static void learn(String employee, String verb, String activity) throws Exception {
    send(
        TopicCatalogue.LEARNING_EVENTS.name(),
        employee,
        """
        {"eventId":"e%d","source":"lms","employeeId":"%s","occurredAt":"%s","verb":"%s",\
        "activityId":"%s"}"""
            .formatted(++events, employee, Instant.now(), verb, activity));
  }

  private static void send(String topic, String key, String json) throws Exception {
    producer.send(new ProducerRecord<>(topic, key, json.getBytes(StandardCharsets.UTF_8))).get();
  }
}
