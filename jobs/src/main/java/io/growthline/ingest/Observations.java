package io.growthline.ingest;

import io.growthline.facts.ErasureKey;
import io.growthline.rulebook.OutsideTime;
import io.growthline.rulebook.RuleBooks;
import io.growthline.schemas.events.PerformanceEvent;
import io.growthline.schemas.events.SurveyEvent;
import io.growthline.schemas.reference.Revision;
import java.io.Serializable;
import java.util.function.Function;
import org.apache.flink.api.common.functions.FlatMapFunction;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;

/**
 * Lets of performance events and survey answers those through that count: no repetitions, one
 * content for each identity, and what the rule book asks of metrics.
 *
 * <pre>
 *   performance events ─┬─ by employee ──┐
 *   survey answers ─────┤                │
 *   who was erased ─────┘                ├── Observations ──┬─ performance events, survey answers
 *   revisions ── rules of metrics ───────┘                  ├─ decisions
 *                      broadcast                            └─ dead letters
 * </pre>
 */
public final class Observations {

  private final DataStream<Observation> observations;
  private final DataStream<Revision> revisions;

  /**
   * Takes its inputs.
   *
   * @param erased ids of employees, when they are erased
   */
  public Observations(
      DataStream<PerformanceEvent> performance,
      DataStream<SurveyEvent> surveys,
      DataStream<String> erased,
      DataStream<Revision> revisions) {
    TypeInformation<Observation> type = TypeInformation.of(Observation.class);
    this.observations =
        performance
            .map(Observation::of)
            .returns(type)
            .name("Performance observed")
            .uid("performance-observed")
            .union(
                surveys
                    .map(Observation::of)
                    .returns(type)
                    .name("Answers observed")
                    .uid("answers-observed"),
                erased
                    .map(Observation::ofErased)
                    .returns(type)
                    .name("Erased, no more observed")
                    .uid("erased-observed"));
    this.revisions = revisions;
  }

  /**
   * Each when it comes; those that come before the first rule book wait for it.
   *
   * @param performanceTopic what dead letters name as the source of performance events
   * @param key makes the marks of those who were erased
   */
  public ObservationStreams live(String performanceTopic, ErasureKey key) {
    return streams(ObservationFunction.live(performanceTopic, key));
  }

  /**
   * All at once at the end.
   *
   * @param until where the replay's clock ends, epoch milliseconds
   */
  public ObservationStreams replay(long until) {
    return streams(ObservationFunction.replay(until));
  }

  private ObservationStreams streams(ObservationFunction function) {
    SingleOutputStreamOperator<Observation> counting =
        observations
            .keyBy(Observation::employeeId)
            .connect(metricRules().broadcast(ObservationFunction.RULES))
            .process(function)
            .name("Observations")
            .uid("observations");
    return new ObservationStreams(
        part(counting, PerformanceEvent.class, Observation::performance, "Performance facts"),
        part(counting, SurveyEvent.class, Observation::survey, "Survey answers"),
        counting.getSideOutput(ObservationFunction.DECISIONS),
        counting.getSideOutput(ObservationFunction.DEAD_LETTERS));
  }

  private DataStream<MetricRules> metricRules() {
    return revisions
        .map(revision -> MetricRules.of(RuleBooks.from(revision)))
        .returns(TypeInformation.of(MetricRules.class))
        .name("Rules of metrics")
        .uid("metric-rules")
        .assignTimestampsAndWatermarks(OutsideTime.strategy())
        .name("Rules of metrics outside time")
        .uid("metric-rules-outside-time");
  }

  private interface Part<T> extends Function<Observation, T>, Serializable {}

  private static <T> DataStream<T> part(
      DataStream<Observation> counting, Class<T> type, Part<T> part, String name) {
    FlatMapFunction<Observation, T> present =
        (observation, out) -> {
          T value = part.apply(observation);
          if (value != null) {
            out.collect(value);
          }
        };
    return counting
        .flatMap(present)
        .returns(TypeInformation.of(type))
        .name(name)
        .uid(name.toLowerCase(java.util.Locale.ROOT).replace(' ', '-'));
  }
}
