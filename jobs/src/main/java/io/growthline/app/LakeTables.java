package io.growthline.app;

import io.growthline.lake.Lake;
import io.growthline.rulebook.DimensionStreams;
import io.growthline.schemas.deadletters.DeadLetter;
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
import io.growthline.schemas.tables.EmploymentInterval;
import io.growthline.schemas.tables.TableCatalogue;
import org.apache.flink.streaming.api.datastream.DataStream;

/** Binds streams to their tables, in a replay and live alike. */
record LakeTables(Lake lake) {

  void writeLedger(
      DataStream<Posting> postings,
      DataStream<Decision> decisions,
      DataStream<CreditLot> lots,
      DataStream<Milestone> milestones,
      DataStream<Balance> balances,
      DataStream<EmployeeProgress> progress) {
    lake.write(postings, TableCatalogue.LEDGER_ENTRIES);
    lake.write(decisions, TableCatalogue.DECISIONS);
    lake.write(lots, TableCatalogue.CREDIT_LOTS);
    lake.write(milestones, TableCatalogue.MILESTONES);
    lake.write(balances, TableCatalogue.CREDIT_BALANCES);
    lake.write(ProgressRows.goalProgress(progress), TableCatalogue.GOAL_PROGRESS);
    lake.write(ProgressRows.eligibleEmployees(progress), TableCatalogue.ELIGIBLE_EMPLOYEES);
  }

  void writeEvents(
      DataStream<LearningEvent> learning,
      DataStream<PerformanceEvent> performance,
      DataStream<SurveyEvent> surveys) {
    lake.write(learning, TableCatalogue.LEARNING_EVENTS);
    lake.write(performance, TableCatalogue.PERFORMANCE_FACTS);
    lake.write(surveys, TableCatalogue.SURVEY_ANSWERS);
  }

  void writeEmployments(DataStream<EmploymentInterval> employments) {
    lake.write(employments, TableCatalogue.EMPLOYMENTS);
  }

  void writeFeatures(DataStream<FeatureVector> vectors) {
    lake.write(vectors, TableCatalogue.EMPLOYEE_FEATURES);
  }

  void writeRecommendations(
      DataStream<EmployeeRecommendations> lists, DataStream<RecommendationEffect> effects) {
    lake.write(RecommendationRows.of(lists), TableCatalogue.RECOMMENDATIONS);
    lake.write(effects, TableCatalogue.RECOMMENDATION_EFFECTS);
  }

  void writeDimensions(DimensionStreams dimensions) {
    lake.write(dimensions.schemes(), TableCatalogue.SCHEMES);
    lake.write(dimensions.activities(), TableCatalogue.ACTIVITIES);
    lake.write(dimensions.goals(), TableCatalogue.GOALS);
    lake.write(dimensions.jobs(), TableCatalogue.JOBS);
  }

  void writeDeadLetters(DataStream<DeadLetter> deadLetters) {
    lake.write(deadLetters, TableCatalogue.DEAD_LETTERS);
  }
}
