package io.growthline.local.erasure;

import static io.growthline.local.ReplayedFolder.learning;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.growthline.features.rules.EmployeeProfile;
import io.growthline.features.rules.FeatureRules;
import io.growthline.rulebook.RuleBook;
import io.growthline.rulebook.RuleBookFile;
import io.growthline.rulebook.RuleBooks;
import io.growthline.schemas.features.FeatureVector;
import io.growthline.schemas.ledger.Balance;
import io.growthline.schemas.ledger.Category;
import io.growthline.schemas.ledger.CreditLot;
import io.growthline.schemas.ledger.Decision;
import io.growthline.schemas.ledger.Direction;
import io.growthline.schemas.ledger.EmployeeProgress;
import io.growthline.schemas.ledger.GoalKind;
import io.growthline.schemas.ledger.GoalProgress;
import io.growthline.schemas.ledger.Milestone;
import io.growthline.schemas.ledger.Outcome;
import io.growthline.schemas.ledger.Posting;
import io.growthline.schemas.ledger.PostingKind;
import io.growthline.schemas.ledger.RequirementProgress;
import io.growthline.schemas.recommendations.EffectKind;
import io.growthline.schemas.recommendations.EmployeeRecommendations;
import io.growthline.schemas.recommendations.RecommendationEffect;
import io.growthline.schemas.recommendations.RecommendedActivity;
import io.growthline.schemas.topics.Topic;
import io.growthline.schemas.topics.TopicCatalogue;
import io.growthline.schemas.topics.TopicPrefix;
import io.growthline.schemas.wire.SingleObjectEncoding;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Of one employee a record on each topic from which the lake makes rows of people. */
final class RecordsOnEveryTopic implements AutoCloseable {

  private static final long AT = Instant.parse("2026-03-01T09:00:00Z").toEpochMilli();

  private final TopicPrefix prefix;
  private final KafkaProducer<String, byte[]> producer;

  RecordsOnEveryTopic(String bootstrap, TopicPrefix prefix) {
    this.prefix = prefix;
    this.producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", bootstrap),
            new StringSerializer(),
            new ByteArraySerializer());
  }

  void send(String employee) throws Exception {
    send(TopicCatalogue.LEDGER, employee, posting(employee));
    send(TopicCatalogue.DECISIONS, employee, decision(employee));
    send(TopicCatalogue.LOTS, "lot of " + employee, lot(employee));
    send(TopicCatalogue.MILESTONES, employee, milestone(employee));
    send(TopicCatalogue.BALANCES, employee, balance(employee));
    send(TopicCatalogue.PROGRESS, employee, progress(employee));
    send(TopicCatalogue.FEATURES, employee, vector(employee));
    send(TopicCatalogue.RECOMMENDATIONS, employee, recommendations(employee));
    send(TopicCatalogue.RECOMMENDATION_EFFECTS, employee, effect(employee));
    sendJson(
        TopicCatalogue.LEARNING_EVENTS,
        employee,
        learning("again", employee, "2026-03-01T09:00:00Z", "COMPLETED", "quiz"));
    sendJson(
        TopicCatalogue.HR_EVENTS,
        employee,
        event(employee, "\"kind\":\"REHIRED\",\"effectiveAt\":\"2026-03-01T00:00:00Z\""));
    sendJson(
        TopicCatalogue.PERFORMANCE_EVENTS,
        employee,
        event(
            employee,
            "\"metric\":\"sales\",\"value\":1,\"periodStart\":\"2026-01-01\","
                + "\"periodEnd\":\"2026-02-01\""));
    sendJson(
        TopicCatalogue.SURVEY_EVENTS,
        employee,
        event(employee, "\"about\":\"scheme\",\"score\":1"));
  }

  private <T extends Record> void send(Topic<T> topic, String key, T value) throws Exception {
    send(topic, key, SingleObjectEncoding.of(topic.valueType()).encode(value));
  }

  private void sendJson(Topic<?> topic, String key, String json) throws Exception {
    send(topic, key, json.getBytes(UTF_8));
  }

  private void send(Topic<?> topic, String key, byte[] value) throws Exception {
    producer.send(new ProducerRecord<>(prefix.nameOf(topic), key, value)).get();
  }

  private static String event(String employee, String more) {
    return """
        {"eventId":"again","source":"erp","employeeId":"%s","occurredAt":"2026-03-01T00:00:00Z",%s}"""
        .formatted(employee, more);
  }

  private static Posting posting(String employee) {
    return new Posting(
        "entry of " + employee,
        employee,
        1,
        PostingKind.EARN,
        "quiz",
        Category.ELECTIVE,
        100,
        100,
        AT,
        0,
        AT,
        "lms",
        "again",
        "quiz@start#00000000",
        "lot of " + employee,
        null,
        "quiz",
        100,
        100,
        "",
        "00");
  }

  private static EmployeeRecommendations recommendations(String employee) {
    RecommendedActivity quiz =
        new RecommendedActivity("quiz", Map.of("en", "Quiz"), 100, 1, null, List.of());
    return new EmployeeRecommendations(
        employee,
        1,
        AT,
        "list of " + employee,
        null,
        List.of(quiz),
        List.of(),
        Map.of("video", 1.0));
  }

  private static RecommendationEffect effect(String employee) {
    return new RecommendationEffect(
        "effect of " + employee, employee, "quiz", null, EffectKind.SHOWN, 1, AT, AT);
  }

  private static Decision decision(String employee) {
    return new Decision("lms", "again", employee, "quiz", Outcome.CONFLICT, null, AT, null);
  }

  private static CreditLot lot(String employee) {
    return new CreditLot(
        "lot of " + employee, employee, "quiz", Category.ELECTIVE, 100, AT, null, 1, AT);
  }

  private static Milestone milestone(String employee) {
    return new Milestone(
        "milestone of " + employee,
        employee,
        "tea",
        GoalKind.REWARD,
        Direction.REACHED,
        1,
        AT,
        "lms",
        "again",
        Map.of(),
        null,
        "1 of 1 credits",
        1);
  }

  private static Balance balance(String employee) {
    return new Balance(
        employee, 100, 100, 0, 100, 0, 100, 0, 0, 0, 1, AT, employee + "@1", 1, "00", 0L);
  }

  private static EmployeeProgress progress(String employee) {
    RequirementProgress credits =
        new RequirementProgress(
            "credits", "credits", 1, 1, 0, true, List.of(), List.of(), List.of());
    GoalProgress tea =
        new GoalProgress("tea", GoalKind.REWARD, Map.of(), true, AT, 1, List.of(credits));
    return new EmployeeProgress(employee, 1, AT, employee + "@1", List.of(tea));
  }

  private static FeatureVector vector(String employee) {
    RuleBook book =
        RuleBooks.from(
            RuleBookFile.read("rulebook.yaml", ErasureKafkaIT.RULES.getBytes(UTF_8))
                .revision(1, 0));
    return new EmployeeProfile(employee, new FeatureRules(book)).vector(AT, AT);
  }

  @Override
  public void close() {
    producer.close();
  }
}
