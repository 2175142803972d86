package io.growthline.schemas.tables;

import io.growthline.schemas.deadletters.DeadLetter;
import io.growthline.schemas.events.LearningEvent;
import io.growthline.schemas.events.PerformanceEvent;
import io.growthline.schemas.events.SurveyEvent;
import io.growthline.schemas.features.FeatureVector;
import io.growthline.schemas.ledger.Balance;
import io.growthline.schemas.ledger.CreditLot;
import io.growthline.schemas.ledger.Decision;
import io.growthline.schemas.ledger.Milestone;
import io.growthline.schemas.ledger.Posting;
import io.growthline.schemas.recommendations.RecommendationEffect;
import java.util.List;

/** Every table that has a schema. */
public final class TableCatalogue {

  public static final Table<Posting> LEDGER_ENTRIES =
      new Table<>("ledger_entries", Posting.class, "recordedAt");
  public static final Table<Balance> CREDIT_BALANCES =
      new Table<>("credit_balances", Balance.class, null);
  public static final Table<CreditLot> CREDIT_LOTS =
      new Table<>("credit_lots", CreditLot.class, null);
  public static final Table<Decision> DECISIONS =
      new Table<>("decisions", Decision.class, "recordedAt");
  public static final Table<Milestone> MILESTONES =
      new Table<>("milestones", Milestone.class, "at");
  public static final Table<GoalProgressRow> GOAL_PROGRESS =
      new Table<>("goal_progress", GoalProgressRow.class, null);
  public static final Table<EligibleEmployee> ELIGIBLE_EMPLOYEES =
      new Table<>("eligible_employees", EligibleEmployee.class, null);

  public static final Table<FeatureVector> EMPLOYEE_FEATURES =
      new Table<>("employee_features", FeatureVector.class, "knownAt");

  public static final Table<RecommendationRow> RECOMMENDATIONS =
      new Table<>("recommendations", RecommendationRow.class, null);
  public static final Table<RecommendationEffect> RECOMMENDATION_EFFECTS =
      new Table<>("recommendation_effects", RecommendationEffect.class, "at");

  public static final Table<LearningEvent> LEARNING_EVENTS =
      new Table<>("learning_events", LearningEvent.class, "occurredAt");
  public static final Table<PerformanceEvent> PERFORMANCE_FACTS =
      new Table<>("performance_facts", PerformanceEvent.class, "occurredAt");
  public static final Table<SurveyEvent> SURVEY_ANSWERS =
      new Table<>("survey_answers", SurveyEvent.class, "occurredAt");
  public static final Table<EmploymentInterval> EMPLOYMENTS =
      new Table<>("employments", EmploymentInterval.class, null);

  public static final Table<SchemeRow> SCHEMES = new Table<>("schemes", SchemeRow.class, null);
  public static final Table<ActivityRow> ACTIVITIES =
      new Table<>("activities", ActivityRow.class, null);
  public static final Table<GoalRow> GOALS = new Table<>("goals", GoalRow.class, null);
  public static final Table<JobRow> JOBS = new Table<>("jobs", JobRow.class, null);

  public static final Table<DeadLetter> DEAD_LETTERS =
      new Table<>("dead_letters", DeadLetter.class, "recordedAt");

  private TableCatalogue() {}

  /**
   * Every table: what the ledger wrote, features, recommendations, what came in, the dimensions,
   * what could not be used.
   */
  public static List<Table<?>> all() {
    return List.of(
        LEDGER_ENTRIES,
        CREDIT_BALANCES,
        CREDIT_LOTS,
        DECISIONS,
        MILESTONES,
        GOAL_PROGRESS,
        ELIGIBLE_EMPLOYEES,
        EMPLOYEE_FEATURES,
        RECOMMENDATIONS,
        RECOMMENDATION_EFFECTS,
        LEARNING_EVENTS,
        PERFORMANCE_FACTS,
        SURVEY_ANSWERS,
        EMPLOYMENTS,
        SCHEMES,
        ACTIVITIES,
        GOALS,
        JOBS,
        DEAD_LETTERS);
  }
}
