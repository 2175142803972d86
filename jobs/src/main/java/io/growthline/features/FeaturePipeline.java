package io.growthline.features;

import io.growthline.facts.Latest;
import io.growthline.features.rules.Membership;
import io.growthline.features.rules.PeerStanding;
import io.growthline.features.rules.Statement;
import io.growthline.rulebook.OutsideTime;
import io.growthline.schemas.features.FeatureVector;
import io.growthline.schemas.reference.Revision;
import java.io.Serializable;
import org.apache.flink.api.common.functions.MapFunction;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.java.functions.KeySelector;
import org.apache.flink.streaming.api.datastream.BroadcastStream;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;

/**
 * Feature vectors.
 *
 * <pre>
 *   learning, people, performance events ─┐
 *   the ledger's standings ───────────────┼─ by employee ──┐
 *   who was erased ───────────────────────┤                ├── Features ── vectors
 *   revisions of the rule book ───────────┼─── broadcast ──┘
 *                                         │                    where one stands among others
 *       all but learning ─────────────────┴─ by employee ── Figures of peers
 *                                                                 └─ by team, by job ── Ranking of peers
 * </pre>
 */
public final class FeaturePipeline {

  private static final TypeInformation<FeatureInput> INPUT = TypeInformation.of(FeatureInput.class);

  private FeaturePipeline() {}

  /** Builds the graph; see {@link FeatureOptions} for live and replay. */
  public static FeatureStreams build(FeatureInputs inputs, FeatureOptions options) {
    DataStream<FeatureInput> ofPeers =
        stated(inputs.people(), Statement::of, "people")
            .union(
                stated(inputs.performance(), Statement::of, "performance"),
                input(inputs.standings(), FeatureInput::of, "Standings for features", "standings"),
                input(
                    inputs.erased(), FeatureInput::ofErased, "Erased, no more features", "erased"));
    BroadcastStream<Revision> revisions =
        timeless(inputs.revisions(), options).broadcast(FeatureFunction.RULE_BOOK);
    SingleOutputStreamOperator<Latest<FeatureVector>> vectors =
        stated(inputs.learning(), Statement::of, "learning")
            .union(
                ofPeers,
                input(
                    peers(ofPeers, revisions, options),
                    FeatureInput::of,
                    "Peers for features",
                    "peers"))
            .keyBy(FeatureInput::employeeId)
            .connect(revisions)
            .process(new FeatureFunction(options))
            .returns(FeatureFunction.LATEST)
            .name("Features")
            .uid("features");
    return new FeatureStreams(
        vectors, options.isReplay() ? vectors.getSideOutput(FeatureFunction.NEWEST) : vectors);
  }

  /** Where employees stand among others. */
  private static DataStream<PeerStanding> peers(
      DataStream<FeatureInput> ofPeers,
      BroadcastStream<Revision> revisions,
      FeatureOptions options) {
    return ofPeers
        .keyBy(FeatureInput::employeeId)
        .connect(revisions)
        .process(new PeerFiguresFunction(options))
        .returns(TypeInformation.of(Membership.class))
        .name("Figures of peers")
        .uid("peer-figures")
        .keyBy(groupKey(options))
        .process(new PeerRankingFunction(options))
        .returns(TypeInformation.of(PeerStanding.class))
        .name("Ranking of peers")
        .uid("peer-ranking");
  }

  /** A replay goes through one month at a time: nobody is compared with any but their own. */
  private static KeySelector<Membership, String> groupKey(FeatureOptions options) {
    return options.isReplay()
        ? member -> member.group().key() + " " + member.group().month()
        : member -> member.group().key();
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
