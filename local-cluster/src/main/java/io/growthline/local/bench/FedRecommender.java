package io.growthline.local.bench;

import io.growthline.facts.ErasureKey;
import io.growthline.facts.Latest;
import io.growthline.recommend.RecommendInputs;
import io.growthline.recommend.RecommendOptions;
import io.growthline.recommend.RecommendPipeline;
import io.growthline.recommend.RecommendStreams;
import io.growthline.schemas.events.LearningEvent;
import io.growthline.schemas.features.FeatureVector;
import io.growthline.schemas.ledger.EmployeeProgress;
import io.growthline.schemas.recommendations.EmployeeRecommendations;
import io.growthline.schemas.reference.ModelAnnouncement;
import io.growthline.schemas.reference.Revision;
import io.growthline.schemas.wire.SingleObjectEncoding;
import java.nio.file.Path;
import java.time.Duration;
import org.apache.flink.api.common.functions.FlatMapFunction;
import org.apache.flink.api.common.typeinfo.PrimitiveArrayTypeInfo;
import org.apache.flink.api.common.typeinfo.TypeHint;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.datastream.DataStream;

/**
 * The recommender alone, with its live options, fed with what changes of employees. Its lists are
 * encoded as they are on their topic, then thrown away.
 */
record FedRecommender(FedJob job) implements AutoCloseable {

  /** What one event changes of an employee. */
  public record Change(FeatureVector vector, EmployeeProgress progress) {}

  static FedRecommender start(Path temporary) throws Exception {
    return new FedRecommender(FedJob.start("Recommendations", temporary, FedRecommender::build));
  }

  private static void build(FedJob.Ends ends) {
    DataStream<Change> changes = ends.fed(Change.class, "fed-changes");
    RecommendStreams recommender =
        RecommendPipeline.build(
            new RecommendInputs(
                changes
                    .map(change -> new Latest<>(change.vector().employeeId(), change.vector()))
                    .returns(TypeInformation.of(new TypeHint<Latest<FeatureVector>>() {}))
                    .name("Vectors")
                    .uid("vectors"),
                changes
                    .map(change -> new Latest<>(change.vector().employeeId(), change.progress()))
                    .returns(TypeInformation.of(new TypeHint<Latest<EmployeeProgress>>() {}))
                    .name("Progress")
                    .uid("progress"),
                ends.fed(LearningEvent.class, "fed-learning"),
                ends.fed(String.class, "fed-erased"),
                ends.fed(Revision.class, "fed-revisions"),
                ends.fed(ModelAnnouncement.class, "fed-models")),
            RecommendOptions.live(ErasureKey.PUBLIC).withSweepSpread(Duration.ofMillis(1)));
    ends.count(messages(recommender.recommendations()), byte[].class);
    ends.discard(recommender.effects(), "effects-nowhere");
  }

  /** Those that a model made. */
  private static DataStream<byte[]> messages(DataStream<Latest<EmployeeRecommendations>> lists) {
    SingleObjectEncoding<EmployeeRecommendations> encoding =
        SingleObjectEncoding.of(EmployeeRecommendations.class);
    FlatMapFunction<Latest<EmployeeRecommendations>, byte[]> message =
        (list, out) -> {
          if (list.value().modelVersion() != null) {
            out.collect(encoding.encode(list.value()));
          }
        };
    return lists
        .flatMap(message)
        .returns(PrimitiveArrayTypeInfo.BYTE_PRIMITIVE_ARRAY_TYPE_INFO)
        .name("Messages")
        .uid("messages");
  }

  /**
   * Hands over what lists go by, and waits until it is in force.
   *
   * @param first of anyone: that a model answers it tells that both have arrived
   */
  void feed(Revision ruleBook, ModelAnnouncement model, Change first) throws Exception {
    job.feed(Revision.class, ruleBook);
    job.feed(ModelAnnouncement.class, model);
    feed(first);
    job.awaitAnswers(1);
  }

  /** Hands over a change; a model answers it with one list. */
  void feed(Change change) throws InterruptedException {
    job.feed(Change.class, change);
  }

  @Override
  public void close() {
    job.close();
  }
}
