package io.growthline.app;

import io.growthline.facts.ErasureKey;
import io.growthline.facts.Latest;
import io.growthline.ingest.ErasedFilter;
import io.growthline.ingest.ObservationStreams;
import io.growthline.ingest.Observations;
import io.growthline.lake.EmptyTables;
import io.growthline.lake.Lake;
import io.growthline.ledger.EmploymentPipeline;
import io.growthline.rulebook.DimensionStreams;
import io.growthline.schemas.events.Event;
import io.growthline.schemas.events.LearningEvent;
import io.growthline.schemas.features.FeatureVector;
import io.growthline.schemas.ledger.Balance;
import io.growthline.schemas.ledger.CreditLot;
import io.growthline.schemas.ledger.Decision;
import io.growthline.schemas.ledger.EmployeeProgress;
import io.growthline.schemas.ledger.Milestone;
import io.growthline.schemas.ledger.Posting;
import io.growthline.schemas.recommendations.EmployeeRecommendations;
import io.growthline.schemas.recommendations.RecommendationEffect;
import io.growthline.schemas.reference.Revision;
import io.growthline.schemas.tables.TableCatalogue;
import io.growthline.schemas.topics.Topic;
import io.growthline.schemas.topics.TopicCatalogue;
import java.io.IOException;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.typeinfo.TypeHint;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.java.functions.KeySelector;
import org.apache.flink.core.fs.Path;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * The live lake: everything that is committed on the topics, as Parquet tables. A job of its own,
 * so that the ledger answers in milliseconds while files grow to a useful size.
 *
 * <pre>
 *   topics of the ledger's outputs ─┬─► but of the erased ─────► their tables
 *   learning.events ────────────────┤                      └───► its table, as they came
 *   performance and survey events ──┼─► observations ──────────► their tables
 *   hr.events ──────────────────────┼─► employments ───────────► table employments
 *   tombstones of credits.balances ─┘ who was erased, for all of these
 *   dead.letters ──────────────────────────────────────────────► its table
 *   reference topics ─► revisions ─► dimensions of the day ────► tables schemes, activities, goals, jobs
 * </pre>
 */
public final class LakeJob {

  private static final String GROUP = "lake";

  private static final TypeInformation<Latest<Balance>> LATEST_BALANCE =
      TypeInformation.of(new TypeHint<>() {});

  private final KafkaSources sources;

  private final ErasureKey erasureKey;

  private LakeJob(KafkaSources sources, ErasureKey erasureKey) {
    this.sources = sources;
    this.erasureKey = erasureKey;
  }

  /**
   * Entry class; {@code --help} tells the options.
   *
   * @throws IllegalArgumentException for arguments that cannot be used, or a job that failed; the
   *     reason is on standard error
   */
  public static void main(String[] args) {
    JobArguments.run(new LakeCommand(), args);
  }

  /**
   * Puts the job together; the environment has {@link JobSettings#lake}. Tables that have no file
   * yet get an empty one, so that readers find every table from the start.
   *
   * @throws IOException if the folder cannot be written
   */
  public static void build(StreamExecutionEnvironment env, LakeOptions options) throws IOException {
    Path folder = new Path(options.lake());
    EmptyTables.createMissing(folder, TableCatalogue.all(), YearMonth.now(ZoneOffset.UTC));
    new LakeJob(new KafkaSources(env, options.kafka(), GROUP), options.erasureKey())
        .write(new LakeTables(Lake.live(folder)));
  }

  /** The consumer group whose committed offsets show how far the lake has come. */
  public static String group(KafkaSettings kafka) {
    return kafka.unique(GROUP);
  }

  /** The topics that it reads. */
  public static List<Topic<?>> topics() {
    // Of a command there is only its outcome to see, of a model only what it recommends.
    return TopicCatalogue.all().stream()
        .filter(topic -> !topic.equals(TopicCatalogue.CREDIT_COMMANDS))
        .filter(topic -> !topic.equals(TopicCatalogue.MODELS))
        .toList();
  }

  private void write(LakeTables tables) {
    DataStream<Latest<Balance>> balances =
        sources.read(
            TopicCatalogue.BALANCES,
            new LatestDeserializer<>(TopicCatalogue.BALANCES, LATEST_BALANCE),
            WatermarkStrategy.noWatermarks());
    DataStream<String> erased = Latest.removals(balances, "Erased", "erased");
    writeLedger(tables, Latest.values(balances, Balance.class, "Balances", "balances"), erased);
    DataStream<Revision> revisions = sources.revisions();
    writeEvents(tables, erased, revisions);
    tables.writeEmployments(
        EmploymentPipeline.live(events(TopicCatalogue.HR_EVENTS), erased, revisions, erasureKey));
    tables.writeFeatures(ofOthers(TopicCatalogue.FEATURES, FeatureVector::employeeId, erased));
    tables.writeRecommendations(
        ofOthers(TopicCatalogue.RECOMMENDATIONS, EmployeeRecommendations::employeeId, erased),
        ofOthers(TopicCatalogue.RECOMMENDATION_EFFECTS, RecommendationEffect::employeeId, erased));
    tables.writeDeadLetters(records(TopicCatalogue.DEAD_LETTERS));
    tables.writeDimensions(DimensionStreams.live(revisions));
  }

  private void writeLedger(
      LakeTables tables, DataStream<Balance> balances, DataStream<String> erased) {
    tables.writeLedger(
        ofOthers(TopicCatalogue.LEDGER, Posting::employeeId, erased),
        ofOthers(TopicCatalogue.DECISIONS, Decision::employeeId, erased),
        ofOthers(TopicCatalogue.LOTS, CreditLot::employeeId, erased),
        ofOthers(TopicCatalogue.MILESTONES, Milestone::employeeId, erased),
        ofOthers(TopicCatalogue.BALANCES, balances, Balance::employeeId, erased),
        ofOthers(TopicCatalogue.PROGRESS, EmployeeProgress::employeeId, erased));
  }

  private void writeEvents(
      LakeTables tables, DataStream<String> erased, DataStream<Revision> revisions) {
    // Decisions and dead letters on these are the other job's business, and come by their topics.
    ObservationStreams observations =
        new Observations(
                events(TopicCatalogue.PERFORMANCE_EVENTS),
                events(TopicCatalogue.SURVEY_EVENTS),
                erased,
                revisions)
            .live(TopicCatalogue.PERFORMANCE_EVENTS.name(), erasureKey);
    DataStream<LearningEvent> learning =
        ofOthers(
            TopicCatalogue.LEARNING_EVENTS,
            events(TopicCatalogue.LEARNING_EVENTS),
            LearningEvent::employeeId,
            erased);
    tables.writeEvents(learning, observations.performance(), observations.surveys());
  }

  private <T extends Record> DataStream<T> ofOthers(
      Topic<T> topic, KeySelector<T, String> employee, DataStream<String> erased) {
    return ofOthers(topic, records(topic), employee, erased);
  }

  private <T extends Record> DataStream<T> ofOthers(
      Topic<T> topic,
      DataStream<T> records,
      KeySelector<T, String> employee,
      DataStream<String> erased) {
    return ErasedFilter.leaveOut(erased, records, employee, erasureKey)
        .name("Topic " + topic.name() + " but of the erased")
        .uid(topic.name().replace('.', '-') + "-of-others");
  }

  private <T extends Record> DataStream<T> records(Topic<T> topic) {
    return sources.read(topic, new RecordDeserializer<>(topic), WatermarkStrategy.noWatermarks());
  }

  private <T extends Record & Event> DataStream<T> events(Topic<T> topic) {
    return sources.read(
        topic, new ValidEventDeserializer<>(topic), WatermarkStrategy.noWatermarks());
  }
}
