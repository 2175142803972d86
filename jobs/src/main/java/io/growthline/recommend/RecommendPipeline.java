package io.growthline.recommend;

import io.growthline.facts.Latest;
import io.growthline.facts.SweepingOperator;
import io.growthline.rulebook.OutsideTime;
import io.growthline.schemas.features.FeatureVector;
import io.growthline.schemas.ledger.EmployeeProgress;
import io.growthline.schemas.recommendations.EmployeeRecommendations;
import java.util.List;
import org.apache.flink.api.common.functions.MapFunction;
import org.apache.flink.api.common.typeinfo.TypeHint;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.KeyedStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;

/**
 * Recommendations.
 *
 * <pre>
 *   feature vectors ─┐
 *   progress ────────┤
 *   learning events ─┼─ by employee ──┐
 *   who was erased ──┘                ├── Recommendations ─┬─ lists
 *   revisions ───┬──────── broadcast ─┘                    └─ what became of them
 *   models ──────┘
 * </pre>
 */
public final class RecommendPipeline {

  private static final TypeInformation<RecommendInput> INPUT =
      TypeInformation.of(RecommendInput.class);
  private static final TypeInformation<Guidance> GUIDANCE = TypeInformation.of(Guidance.class);
  private static final TypeInformation<Latest<EmployeeRecommendations>> LATEST =
      TypeInformation.of(new TypeHint<>() {});

  private RecommendPipeline() {}

  /** Builds the graph; see {@link RecommendOptions} for live and replay. */
  public static RecommendStreams build(RecommendInputs inputs, RecommendOptions options) {
    DataStream<FeatureVector> vectors =
        Latest.values(
            inputs.vectors(), FeatureVector.class, "Vectors to recommend by", "recommend-vectors");
    DataStream<EmployeeProgress> progress =
        Latest.values(
            inputs.progress(),
            EmployeeProgress.class,
            "Progress to recommend by",
            "recommend-progress");
    DataStream<RecommendInput> known =
        input(vectors, RecommendInput::of, "vectors")
            .union(
                input(progress, RecommendInput::of, "progress"),
                input(inputs.erased(), RecommendInput::ofErased, "erased"));
    // What became of recommendations is no question to a replay, which shows none.
    DataStream<RecommendInput> all =
        options.isReplay()
            ? known
            : known.union(input(inputs.learning(), RecommendInput::of, "learning"));
    KeyedStream<RecommendInput, String> people = all.keyBy(RecommendInput::employeeId);
    DataStream<Guidance> guidance =
        guidance(inputs.revisions(), Guidance::of, "rule books")
            .union(guidance(inputs.models(), Guidance::of, "models"));
    RecommendFunction function = new RecommendFunction(options);
    SingleOutputStreamOperator<Latest<EmployeeRecommendations>> lists =
        options.isReplay()
            ? people
                .connect(guidance.broadcast(RecommendFunction.RULE_BOOK, RecommendFunction.MODELS))
                .process(function)
                .returns(LATEST)
            : people
                .connect(timeless(guidance).broadcast())
                .transform(
                    "Recommendations",
                    LATEST,
                    SweepingOperator.of(
                        function, List.of(RecommendFunction.RULE_BOOK, RecommendFunction.MODELS)));
    lists.name("Recommendations").uid("recommendations");
    return new RecommendStreams(lists, lists.getSideOutput(RecommendFunction.EFFECTS));
  }

  private static <T> DataStream<RecommendInput> input(
      DataStream<T> stream, MapFunction<T, RecommendInput> input, String of) {
    return stream.map(input).returns(INPUT).name("Recommend by " + of).uid("recommend-by-" + of);
  }

  private static <T> DataStream<Guidance> guidance(
      DataStream<T> stream, MapFunction<T, Guidance> guidance, String of) {
    return stream
        .map(guidance)
        .returns(GUIDANCE)
        .name("Recommend by " + of)
        .uid("recommend-by-" + of.replace(' ', '-'));
  }

  /** In a replay these end before anything else is read. */
  private static DataStream<Guidance> timeless(DataStream<Guidance> guidance) {
    return guidance
        .assignTimestampsAndWatermarks(OutsideTime.strategy())
        .name("What recommendations go by, outside time")
        .uid("recommend-outside-time");
  }
}
