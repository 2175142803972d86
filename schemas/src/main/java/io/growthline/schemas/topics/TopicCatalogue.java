package io.growthline.schemas.topics;

import io.growthline.schemas.deadletters.DeadLetter;
import io.growthline.schemas.events.CreditCommand;
import io.growthline.schemas.events.HrEvent;
import io.growthline.schemas.events.LearningEvent;
import io.growthline.schemas.events.PerformanceEvent;
import io.growthline.schemas.events.SurveyEvent;
import io.growthline.schemas.features.FeatureVector;
import io.growthline.schemas.ledger.Balance;
import io.growthline.schemas.ledger.CreditLot;
import io.growthline.schemas.ledger.Decision;
import io.growthline.schemas.ledger.EmployeeProgress;
import io.growthline.schemas.ledger.Milestone;
import io.growthline.schemas.ledger.Posting;
import io.growthline.schemas.recommendations.EmployeeRecommendations;
import io.growthline.schemas.recommendations.RecommendationEffect;
import io.growthline.schemas.reference.Definition;
import io.growthline.schemas.reference.ModelAnnouncement;
import io.growthline.schemas.reference.RevisionManifest;
import io.growthline.schemas.reference.Section;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Every topic that has a schema. Named in the contract but still without one: skills.alerts,
 * training.outcomes, scheme.proposals.
 */
public final class TopicCatalogue {

  /** Few enough for a laptop, and a divisor of the jobs' maximum parallelism, 240. */
  private static final int PARTITIONS = 6;

  /** A revision is read whole and in order. */
  private static final int ONE_PARTITION = 1;

  private static final String EMPLOYEE = "employeeId";

  public static final Topic<LearningEvent> LEARNING_EVENTS =
      input("learning.events", LearningEvent.class);
  public static final Topic<CreditCommand> CREDIT_COMMANDS =
      input("credit.commands", CreditCommand.class);
  public static final Topic<PerformanceEvent> PERFORMANCE_EVENTS =
      input("performance.events", PerformanceEvent.class);
  public static final Topic<HrEvent> HR_EVENTS = input("hr.events", HrEvent.class);
  public static final Topic<SurveyEvent> SURVEY_EVENTS = input("survey.events", SurveyEvent.class);

  public static final Topic<RevisionManifest> REVISIONS =
      new Topic<>(
          "reference.revisions",
          "constant",
          RevisionManifest.class,
          Cleanup.COMPACT,
          Delivery.TRANSACTION,
          ONE_PARTITION);

  public static final Topic<Posting> LEDGER =
      output("credits.ledger", Posting.class, Cleanup.RETENTION, Delivery.EXACTLY_ONCE);
  public static final Topic<Decision> DECISIONS =
      output("credits.decisions", Decision.class, Cleanup.RETENTION, Delivery.EXACTLY_ONCE);
  public static final Topic<CreditLot> LOTS =
      new Topic<>(
          "credits.lots",
          "lotId",
          CreditLot.class,
          Cleanup.COMPACT,
          Delivery.EXACTLY_ONCE,
          PARTITIONS);
  public static final Topic<Balance> BALANCES =
      output("credits.balances", Balance.class, Cleanup.COMPACT, Delivery.NOTICE);
  public static final Topic<EmployeeProgress> PROGRESS =
      output("goals.progress", EmployeeProgress.class, Cleanup.COMPACT, Delivery.NOTICE);
  public static final Topic<Milestone> MILESTONES =
      output("credits.milestones", Milestone.class, Cleanup.RETENTION, Delivery.NOTICE);

  public static final Topic<FeatureVector> FEATURES =
      output("employees.features", FeatureVector.class, Cleanup.COMPACT, Delivery.NOTICE);

  public static final Topic<EmployeeRecommendations> RECOMMENDATIONS =
      output(
          "courses.recommendations",
          EmployeeRecommendations.class,
          Cleanup.COMPACT,
          Delivery.NOTICE);
  public static final Topic<RecommendationEffect> RECOMMENDATION_EFFECTS =
      output(
          "courses.recommendation-effects",
          RecommendationEffect.class,
          Cleanup.RETENTION,
          Delivery.NOTICE);

  public static final Topic<ModelAnnouncement> MODELS =
      new Topic<>(
          "reference.models",
          "id@from",
          ModelAnnouncement.class,
          Cleanup.COMPACT,
          Delivery.TRANSACTION,
          ONE_PARTITION);

  public static final Topic<DeadLetter> DEAD_LETTERS =
      new Topic<>(
          "dead.letters",
          "source topic",
          DeadLetter.class,
          Cleanup.RETENTION,
          Delivery.AT_LEAST_ONCE,
          PARTITIONS);

  private TopicCatalogue() {}

  /**
   * The topic of one section of the rule book.
   *
   * @throws IllegalArgumentException for {@link Section#UNKNOWN}, which has none
   */
  public static Topic<Definition> reference(Section section) {
    if (section == Section.UNKNOWN) {
      throw new IllegalArgumentException("an unknown section has no topic");
    }
    return new Topic<>(
        "reference." + section.name().toLowerCase(Locale.ROOT).replace('_', '-'),
        "id@from",
        Definition.class,
        Cleanup.COMPACT,
        Delivery.TRANSACTION,
        ONE_PARTITION);
  }

  /** The topics that a rule book is published to: one for each section, and the revisions. */
  public static List<Topic<?>> reference() {
    Stream<Topic<?>> sections =
        Arrays.stream(Section.values())
            .filter(section -> section != Section.UNKNOWN)
            .map(TopicCatalogue::reference);
    return Stream.concat(sections, Stream.of(REVISIONS)).toList();
  }

  /** Every topic, inputs first. */
  public static List<Topic<?>> all() {
    return Stream.of(
            List.of(LEARNING_EVENTS, CREDIT_COMMANDS, PERFORMANCE_EVENTS, HR_EVENTS, SURVEY_EVENTS),
            reference(),
            List.of(
                MODELS,
                LEDGER,
                DECISIONS,
                LOTS,
                BALANCES,
                PROGRESS,
                MILESTONES,
                FEATURES,
                RECOMMENDATIONS,
                RECOMMENDATION_EFFECTS,
                DEAD_LETTERS))
        .<Topic<?>>flatMap(List::stream)
        .toList();
  }

  private static <T extends Record> Topic<T> input(String name, Class<T> type) {
    return output(name, type, Cleanup.RETENTION, Delivery.INPUT);
  }

  private static <T extends Record> Topic<T> output(
      String name, Class<T> type, Cleanup cleanup, Delivery delivery) {
    return new Topic<>(name, EMPLOYEE, type, cleanup, delivery, PARTITIONS);
  }
}
