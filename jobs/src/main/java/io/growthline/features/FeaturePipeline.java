package io.growthline.features;

import io.growthline.facts.Latest;
import io.growthline.features.rules.Statement;
import io.growthline.rulebook.OutsideTime;
import io.growthline.schemas.features.FeatureVector;
import io.growthline.schemas.reference.Revision;
import java.io.Serializable;
import org.apache.flink.api.common.functions.MapFunction;
import org.apache.flink.api.common.typeinfo.TypeHint;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.datastream.DataStream;

/**
 * Feature vectors.
 *
 * <pre>
 *   learning, people, performance events ─┐
 *   the ledger's standings ───────────────┼─ by employee ──┐
 *   who was erased ───────────────────────┘                ├── Features ── vectors
 *   revisions of the rule book ─────────────── broadcast ──┘
 * </pre>
 */
public final class FeaturePipeline {

  private static final TypeInformation<FeatureInput> INPUT = TypeInformation.of(FeatureInput.class);

  private FeaturePipeline() {}

  /**
   * Builds the graph; see {@link FeatureOptions} for live and replay.
   *
   * @return live the latest vector of each employee; in a replay all of them
   */
  public static DataStream<Latest<FeatureVector>> build(
      FeatureInputs inputs, FeatureOptions options) {
    return stated(inputs.learning(), Statement::of, "learning")
        .union(
            stated(inputs.people(), Statement::of, "people"),
            stated(inputs.performance(), Statement::of, "performance"),
            input(inputs.standings(), FeatureInput::of, "Standings for features", "standings"),
            input(inputs.erased(), FeatureInput::ofErased, "Erased, no more features", "erased"))
        .keyBy(FeatureInput::employeeId)
        .connect(timeless(inputs.revisions(), options).broadcast(FeatureFunction.RULE_BOOK))
        .process(new FeatureFunction(options))
        .returns(TypeInformation.of(new TypeHint<Latest<FeatureVector>>() {}))
        .name("Features")
        .uid("features");
  }

  private interface Stating<T> extends MapFunction<T, Statement>, Serializable {}

  private static <T> DataStream<FeatureInput> stated(
      DataStream<T> events, Stating<T> stating, String of) {
    return input(
        events, event -> FeatureInput.of(stating.map(event)), "Stated for features: " + of, of);
  }

  private static <T> DataStream<FeatureInput> input(
      DataStream<T> stream, MapFunction<T, FeatureInput> input, String name, String of) {
    return stream.map(input).returns(INPUT).name(name).uid("features-of-" + of);
  }

  /** In a replay the rule book ends before anything else is read. */
  private static DataStream<Revision> timeless(
      DataStream<Revision> revisions, FeatureOptions options) {
    return options.isReplay()
        ? revisions
        : revisions
            .assignTimestampsAndWatermarks(OutsideTime.strategy())
            .name("Rule book for features, outside time")
            .uid("features-rule-book-outside-time");
  }
}
