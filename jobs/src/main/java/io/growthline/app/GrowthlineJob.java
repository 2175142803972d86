package io.growthline.app;

import io.growthline.facts.Latest;
import io.growthline.features.FeatureInputs;
import io.growthline.features.FeatureOptions;
import io.growthline.features.FeaturePipeline;
import io.growthline.features.FeatureStreams;
import io.growthline.ingest.ObservationStreams;
import io.growthline.ingest.Observations;
import io.growthline.ledger.LedgerInputs;
import io.growthline.ledger.LedgerOptions;
import io.growthline.ledger.LedgerPipeline;
import io.growthline.ledger.LedgerStreams;
import io.growthline.recommend.RecommendInputs;
import io.growthline.recommend.RecommendOptions;
import io.growthline.recommend.RecommendPipeline;
import io.growthline.schemas.ledger.EmployeeProgress;
import io.growthline.schemas.reference.ModelAnnouncement;
import io.growthline.schemas.reference.Revision;
import io.growthline.schemas.topics.TopicCatalogue;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * All pipelines in one job, bound to Kafka; {@link LakeJob} makes tables of what it writes.
 *
 * <pre>
 *   input topics ──► events ───────┐
 *                └─► dead letters ─┼────────────────────────────► topic dead.letters
 *   reference topics ─► revisions ─┼─► credit ledger ─► topics of its outputs
 *                                  │        │ who was erased
 *                                  └─► observations ──► decisions, dead letters
 *
 *   what the ledger and observations accept, and what the ledger says of it ─► features ─► topic
 *   features, progress, models ─► recommendations ─► topics of lists, and of what became of them
 * </pre>
 */
public final class GrowthlineJob {

  private static final String GROUP = "jobs";

  private GrowthlineJob() {}

  /**
   * Entry class; {@code --help} tells the options.
   *
   * @throws IllegalArgumentException for arguments that cannot be used, or a job that failed; the
   *     reason is on standard error
   */
  public static void main(String[] args) {
    JobArguments.run(new GrowthlineCommand(), args);
  }

  /** Puts the job together; the environment has {@link JobSettings#live}. */
  public static void build(StreamExecutionEnvironment env, GrowthlineOptions options) {
    KafkaSources topics = new KafkaSources(env, options.kafka(), GROUP);
    InputParts inputs = new InputParts(new KafkaInputs(topics).records());
    DataStream<Revision> revisions = topics.revisions();
    LedgerStreams ledger =
        LedgerPipeline.build(new LedgerInputs(inputs.ledgerFacts(), revisions), options.ledger());
    ObservationStreams observations =
        new Observations(inputs.performance(), inputs.surveys(), ledger.erased(), revisions)
            .live(
                options.kafka().prefix().nameOf(TopicCatalogue.PERFORMANCE_EVENTS),
                options.ledger().erasureKey());
    KafkaOutputs outputs = new KafkaOutputs(options.kafka());
    outputs.write(ledger.deciding(observations.decisions()));
    if (!options.ledgerOnly()) {
      AcceptedFacts accepted = new AcceptedFacts(ledger.accepted());
      FeatureInputs features =
          new FeatureInputs(
              accepted.learning(),
              accepted.people(),
              observations.performance(),
              ledger.standings(),
              ledger.erased(),
              revisions);
      recommend(features, ledger.progress(), topics.models(), outputs, options);
    }
    outputs.writeDeadLetters(
        inputs.deadLetters().union(ledger.deadLetters(), observations.deadLetters()));
  }

  private static void recommend(
      FeatureInputs features,
      DataStream<Latest<EmployeeProgress>> progress,
      DataStream<ModelAnnouncement> models,
      KafkaOutputs outputs,
      GrowthlineOptions options) {
    FeatureStreams vectors =
        FeaturePipeline.build(features, FeatureOptions.live(options.ledger().erasureKey()));
    outputs.writeFeatures(vectors.vectors());
    RecommendInputs learners =
        new RecommendInputs(
            vectors.newest(),
            progress,
            features.learning(),
            features.erased(),
            features.revisions(),
            models);
    outputs.write(
        RecommendPipeline.build(learners, RecommendOptions.live(options.ledger().erasureKey())));
  }

  /** Live, with the defaults. */
  public static GrowthlineOptions options(KafkaSettings kafka) {
    return new GrowthlineOptions(
        kafka, LedgerOptions.live().withTopicPrefix(kafka.prefix()), false);
  }
}
