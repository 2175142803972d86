package io.growthline.app;

import io.growthline.ingest.InputRecord;
import io.growthline.ledger.rules.LedgerFact;
import io.growthline.schemas.deadletters.DeadLetter;
import io.growthline.schemas.events.HrEvent;
import io.growthline.schemas.events.PerformanceEvent;
import io.growthline.schemas.events.SurveyEvent;
import java.io.Serializable;
import java.util.function.Function;
import org.apache.flink.api.common.functions.FlatMapFunction;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.datastream.DataStream;

/** One stream of everything that came in, taken apart for those who read it. */
record InputParts(DataStream<InputRecord> records) {

  DataStream<LedgerFact> ledgerFacts() {
    return part(LedgerFact.class, InputParts::ledgerFact, "Facts for the ledger", "ledger-facts");
  }

  DataStream<HrEvent> people() {
    return part(HrEvent.class, InputRecord::hr, "People events", "people-events");
  }

  DataStream<PerformanceEvent> performance() {
    return part(
        PerformanceEvent.class,
        InputRecord::performance,
        "Performance events",
        "performance-events");
  }

  DataStream<SurveyEvent> surveys() {
    return part(SurveyEvent.class, InputRecord::survey, "Survey events", "survey-events");
  }

  DataStream<DeadLetter> deadLetters() {
    return part(DeadLetter.class, InputRecord::deadLetter, "Unusable records", "unusable-records");
  }

  private static LedgerFact ledgerFact(InputRecord input) {
    if (input.learning() != null) {
      return LedgerFact.of(input.learning());
    }
    if (input.hr() != null) {
      return LedgerFact.of(input.hr());
    }
    if (input.outcome() != null) {
      return LedgerFact.of(input.outcome());
    }
    return input.command() == null ? null : LedgerFact.of(input.command());
  }

  private interface Part<T> extends Function<InputRecord, T>, Serializable {}

  private <T> DataStream<T> part(Class<T> type, Part<T> part, String name, String uid) {
    FlatMapFunction<InputRecord, T> present =
        (input, out) -> {
          T value = part.apply(input);
          if (value != null) {
            out.collect(value);
          }
        };
    return records.flatMap(present).returns(TypeInformation.of(type)).name(name).uid(uid);
  }
}
