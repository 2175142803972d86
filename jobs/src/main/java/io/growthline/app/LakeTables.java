package io.growthline.app;

import io.growthline.lake.Lake;
import io.growthline.ledger.LedgerStreams;
import io.growthline.ledger.rules.LedgerFact;
import io.growthline.schemas.deadletters.DeadLetter;
import io.growthline.schemas.events.LearningEvent;
import io.growthline.schemas.events.PerformanceEvent;
import io.growthline.schemas.events.SurveyEvent;
import io.growthline.schemas.tables.TableCatalogue;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.datastream.DataStream;

/** Binds streams to their tables, in a replay and live alike. */
record LakeTables(Lake lake) {

  void write(LedgerStreams ledger) {
    lake.write(ledger.postings(), TableCatalogue.LEDGER_ENTRIES);
    lake.write(ledger.decisions(), TableCatalogue.DECISIONS);
    lake.write(ledger.lots(), TableCatalogue.CREDIT_LOTS);
    lake.write(ledger.balances(), TableCatalogue.CREDIT_BALANCES);
    lake.write(ledger.milestones(), TableCatalogue.MILESTONES);
    lake.write(LedgerTables.goalProgress(ledger.progress()), TableCatalogue.GOAL_PROGRESS);
    lake.write(
        LedgerTables.eligibleEmployees(ledger.progress()), TableCatalogue.ELIGIBLE_EMPLOYEES);
    lake.write(ledger.employments(), TableCatalogue.EMPLOYMENTS);
    lake.write(learningEvents(ledger.accepted()), TableCatalogue.LEARNING_EVENTS);
  }

  void writeUnjudged(DataStream<PerformanceEvent> performance, DataStream<SurveyEvent> surveys) {
    lake.write(performance, TableCatalogue.PERFORMANCE_FACTS);
    lake.write(surveys, TableCatalogue.SURVEY_ANSWERS);
  }

  void writeDeadLetters(DataStream<DeadLetter> deadLetters) {
    lake.write(deadLetters, TableCatalogue.DEAD_LETTERS);
  }

  private static DataStream<LearningEvent> learningEvents(DataStream<LedgerFact> accepted) {
    return accepted
        .filter(fact -> fact.learning() != null)
        .name("Accepted learning events")
        .uid("accepted-learning-events")
        .map(LedgerFact::learning)
        .returns(TypeInformation.of(LearningEvent.class))
        .name("Learning events")
        .uid("learning-events");
  }
}
