package io.growthline.app;

import io.growthline.facts.Disposition;
import io.growthline.facts.FactCounts;
import io.growthline.facts.Latest;
import io.growthline.features.FeatureInputs;
import io.growthline.features.FeatureOptions;
import io.growthline.features.FeaturePipeline;
import io.growthline.features.FeatureStreams;
import io.growthline.ingest.InputRecord;
import io.growthline.ingest.InputRules;
import io.growthline.ingest.JsonLinesSource;
import io.growthline.ingest.ObservationStreams;
import io.growthline.ingest.Observations;
import io.growthline.lake.Lake;
import io.growthline.lake.StagedTables;
import io.growthline.ledger.EmploymentPipeline;
import io.growthline.ledger.LedgerInputs;
import io.growthline.ledger.LedgerOptions;
import io.growthline.ledger.LedgerPipeline;
import io.growthline.ledger.LedgerStreams;
import io.growthline.recommend.RecommendInputs;
import io.growthline.recommend.RecommendOptions;
import io.growthline.recommend.RecommendPipeline;
import io.growthline.recommend.RecommendStreams;
import io.growthline.rulebook.DimensionStreams;
import io.growthline.rulebook.RuleBook;
import io.growthline.rulebook.RuleBooks;
import io.growthline.schemas.events.LearningEvent;
import io.growthline.schemas.features.FeatureVector;
import io.growthline.schemas.ledger.Balance;
import io.growthline.schemas.ledger.CreditLot;
import io.growthline.schemas.ledger.EmployeeProgress;
import io.growthline.schemas.recommendations.EmployeeRecommendations;
import io.growthline.schemas.reference.ModelAnnouncement;
import io.growthline.schemas.reference.Revision;
import io.growthline.schemas.tables.TableCatalogue;
import io.growthline.training.ModelFolder;
import io.growthline.training.ModelManifest;
import java.io.IOException;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.JobExecutionResult;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.functions.FlatMapFunction;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** The pipelines over files, in batch: backfill, audit, what-if. */
public final class ReplayJob {

  /** Folder of models in the input folder. */
  private static final String MODELS = "models";

  private final ReplayOptions options;
  private final Revision revision;
  private final RuleBook book;

  ReplayJob(ReplayOptions options, Revision revision) {
    this.options = options;
    this.revision = revision;
    this.book = RuleBooks.from(revision);
  }

  /**
   * Replays a folder and shows the tables when all of them are whole.
   *
   * @param revision the rule book, read from the input folder and valid
   * @throws IOException if the folders cannot be read or written
   * @throws Exception if the job fails
   */
  public static ReplayReport run(ReplayOptions options, Revision revision) throws Exception {
    return new ReplayJob(options, revision).run();
  }

  private ReplayReport run() throws Exception {
    Instant until =
        options.until() != null
            ? options.until()
            : NewestEvent.in(options.input(), InputRules.of(book), environment());
    StagedTables tables = new StagedTables(options.output());
    tables.clear(TableCatalogue.all());
    StreamExecutionEnvironment env = environment();
    build(env, until.toEpochMilli());
    JobExecutionResult result = env.execute("Growthline replay");
    tables.publish(TableCatalogue.all(), YearMonth.from(until.atOffset(ZoneOffset.UTC)));
    return report(until, result);
  }

  private StreamExecutionEnvironment environment() {
    return StreamExecutionEnvironment.createLocalEnvironment(
        options.parallelism(), JobSettings.replay());
  }

  /** Puts the job together; the environment has {@link JobSettings#replay}. */
  void build(StreamExecutionEnvironment env, long until) throws IOException {
    DataStream<InputRecord> records =
        env.fromSource(
                JsonLinesSource.of(options.input(), until, InputRules.of(book)),
                WatermarkStrategy.noWatermarks(),
                "Input files")
            .uid("input-files")
            .flatMap(new UntilFilter(until))
            .returns(TypeInformation.of(InputRecord.class))
            .name("Records until the clock's end")
            .uid("records-until");
    InputParts inputs = new InputParts(records);
    DataStream<Revision> revisions =
        env.fromData(TypeInformation.of(Revision.class), revision)
            .name("Rule book")
            .uid("rule-book-file");
    LedgerStreams ledger =
        LedgerPipeline.build(
            new LedgerInputs(inputs.ledgerFacts(), revisions), LedgerOptions.replay(until));
    ObservationStreams observations =
        new Observations(inputs.performance(), inputs.surveys(), ledger.erased(), revisions)
            .replay(until);
    LakeTables tables = new LakeTables(Lake.replay(options.output()));
    tables.writeLedger(
        ledger.postings(),
        ledger.decisions().union(observations.decisions()),
        Latest.values(ledger.lots(), CreditLot.class, "Lots", "lots"),
        ledger.milestones(),
        Latest.values(ledger.balances(), Balance.class, "Balances", "balances"),
        Latest.values(ledger.progress(), EmployeeProgress.class, "Progress", "progress"));
    AcceptedFacts accepted = new AcceptedFacts(ledger.accepted());
    DataStream<LearningEvent> learning = accepted.learning();
    tables.writeEvents(learning, observations.performance(), observations.surveys());
    if (!options.ledgerOnly()) {
      FeatureInputs features =
          new FeatureInputs(
              learning,
              accepted.people(),
              observations.performance(),
              ledger.standings(),
              ledger.erased(),
              revisions);
      recommend(env, features, ledger.progress(), until, tables);
    }
    tables.writeEmployments(EmploymentPipeline.replay(inputs.people(), revisions, until));
    tables.writeDimensions(DimensionStreams.replay(revisions, until));
    tables.writeDeadLetters(inputs.deadLetters());
  }

  private void recommend(
      StreamExecutionEnvironment env,
      FeatureInputs features,
      DataStream<Latest<EmployeeProgress>> progress,
      long until,
      LakeTables tables)
      throws IOException {
    FeatureStreams vectors = FeaturePipeline.build(features, FeatureOptions.replay(until));
    tables.writeFeatures(
        Latest.values(vectors.vectors(), FeatureVector.class, "Vectors", "vectors"));
    RecommendStreams recommender =
        RecommendPipeline.build(
            new RecommendInputs(
                vectors.newest(),
                progress,
                features.learning(),
                features.erased(),
                features.revisions(),
                models(env, features.revisions())),
            RecommendOptions.replay(until));
    tables.writeRecommendations(
        Latest.values(
            recommender.recommendations(),
            EmployeeRecommendations.class,
            "Lists of recommendations",
            "lists-of-recommendations"),
        recommender.effects());
  }

  /** The newest models in the input folder; where one is missing the rule book alone decides. */
  private DataStream<ModelAnnouncement> models(
      StreamExecutionEnvironment env, DataStream<Revision> revisions) throws IOException {
    ModelFolder folder = new ModelFolder(options.input().resolve(MODELS));
    List<ModelAnnouncement> newest = new ArrayList<>();
    for (ModelManifest manifest : folder.newestOfEach()) {
      // Read here to say so if it is damaged: in the job it would only be missing.
      folder.check(manifest);
      newest.add(folder.announcement(manifest, 0));
    }
    TypeInformation<ModelAnnouncement> type = TypeInformation.of(ModelAnnouncement.class);
    if (!newest.isEmpty()) {
      return env.fromData(newest, type).name("Models").uid("models");
    }
    FlatMapFunction<Revision, ModelAnnouncement> none = (revision, out) -> {};
    return revisions.flatMap(none).returns(type).name("Models").uid("models");
  }

  private static ReplayReport report(Instant until, JobExecutionResult result) {
    return new ReplayReport(
        until,
        UntilFilter.READ.of(result),
        FactCounts.of(result, Disposition.CREDITED),
        FactCounts.of(result, Disposition.DECIDED),
        FactCounts.of(result, Disposition.EARNS_NOTHING),
        FactCounts.of(result, Disposition.DUPLICATE),
        FactCounts.of(result, Disposition.ERASED),
        UntilFilter.DEAD.of(result),
        UntilFilter.LATER.of(result),
        UntilFilter.OUTCOMES.of(result));
  }
}
