package io.growthline.app;

import io.growthline.ledger.rules.LedgerFact;
import io.growthline.schemas.events.HrEvent;
import io.growthline.schemas.events.LearningEvent;
import java.io.Serializable;
import java.util.function.Function;
import org.apache.flink.api.common.functions.FlatMapFunction;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.datastream.DataStream;

/** The facts that the ledger accepted, taken apart for those who read them. */
record AcceptedFacts(DataStream<LedgerFact> facts) {

  DataStream<LearningEvent> learning() {
    return part(
        LearningEvent.class,
        LedgerFact::learning,
        "Accepted learning events",
        "accepted-learning-events");
  }

  DataStream<HrEvent> people() {
    return part(HrEvent.class, LedgerFact::hr, "Accepted people events", "accepted-people-events");
  }

  private interface Part<T> extends Function<LedgerFact, T>, Serializable {}

  private <T> DataStream<T> part(Class<T> type, Part<T> part, String name, String uid) {
    FlatMapFunction<LedgerFact, T> present =
        (fact, out) -> {
          T value = part.apply(fact);
          if (value != null) {
            out.collect(value);
          }
        };
    return facts.flatMap(present).returns(TypeInformation.of(type)).name(name).uid(uid);
  }
}
