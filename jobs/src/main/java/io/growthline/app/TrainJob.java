package io.growthline.app;

import io.growthline.lake.TableSource;
import io.growthline.recommend.rules.ContentPrior;
import io.growthline.recommend.rules.CourseTraits;
import io.growthline.rulebook.ReadResult;
import io.growthline.rulebook.RuleBook;
import io.growthline.rulebook.RuleBookFile;
import io.growthline.rulebook.RuleBooks;
import io.growthline.schemas.features.FeatureVector;
import io.growthline.schemas.tables.ActivityRow;
import io.growthline.schemas.tables.JobRow;
import io.growthline.schemas.tables.Table;
import io.growthline.schemas.tables.TableCatalogue;
import io.growthline.training.ForecastTraining;
import io.growthline.training.ModelFolder;
import io.growthline.training.Training;
import io.growthline.training.TrainingOptions;
import io.growthline.training.TrainingReport;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.util.CloseableIterator;

/**
 * Trains the models from a lake's tables: the vectors are the examples, the activities and jobs, or
 * a rule book, what is known before the first example.
 */
public final class TrainJob {

  private final Supplier<StreamExecutionEnvironment> environments;
  private final org.apache.flink.core.fs.Path lake;

  private TrainJob(Supplier<StreamExecutionEnvironment> environments, String lake) {
    this.environments = environments;
    this.lake = new org.apache.flink.core.fs.Path(lake);
  }

  /**
   * Entry class; {@code --help} tells the options.
   *
   * @throws IllegalArgumentException for arguments that cannot be used, or a training that failed
   *     or was refused; the reason is on standard error
   */
  public static void main(String[] args) {
    JobArguments.run(new TrainingCommand(), args);
  }

  /**
   * Trains in this process.
   *
   * @param lake folder of the tables
   * @param models folder on this machine
   * @param ruleBook a file that is valid; null: the lake's tables say what the rule book says
   * @param parallelism subtasks, positive
   * @param told hears of the recommender, of completion and of formats, in this order, each as soon
   *     as it is written or refused
   * @throws IOException if tables or models cannot be read, or the model cannot be written
   * @throws Exception if a job fails
   */
  public static void run(
      Path lake,
      Path models,
      Path ruleBook,
      TrainingOptions options,
      int parallelism,
      Consumer<TrainingReport> told)
      throws Exception {
    run(
        () -> StreamExecutionEnvironment.createLocalEnvironment(parallelism, JobSettings.replay()),
        org.apache.flink.core.fs.Path.fromLocalFile(lake.toAbsolutePath().normalize().toFile())
            .toString(),
        models,
        ruleBook,
        options,
        told);
  }

  static void run(
      Supplier<StreamExecutionEnvironment> environments,
      String lake,
      Path models,
      Path ruleBook,
      TrainingOptions options,
      Consumer<TrainingReport> told)
      throws Exception {
    TrainJob job = new TrainJob(environments, lake);
    RuleBookSays says = ruleBook == null ? job.tablesSay() : says(ruleBook);
    ModelFolder folder = new ModelFolder(models);
    InstantSource clock = InstantSource.system();
    told.accept(new Training(environments, job::vectors, says.prior(), options, clock).run(folder));
    new ForecastTraining(environments, job::vectors, says.activities(), options, clock)
        .run(folder, told);
  }

  /** What is known before the first example. */
  private record RuleBookSays(ContentPrior prior, Map<String, CourseTraits> activities) {}

  private DataStream<FeatureVector> vectors(StreamExecutionEnvironment environment)
      throws IOException {
    return environment
        .fromSource(
            TableSource.of(lake, TableCatalogue.EMPLOYEE_FEATURES),
            WatermarkStrategy.noWatermarks(),
            "Table employee_features")
        .uid("table-employee-features");
  }

  private static RuleBookSays says(Path ruleBook) throws IOException {
    ReadResult read = RuleBookFile.read(ruleBook);
    if (read.hasErrors()) {
      throw new IOException("the rule book " + ruleBook + " has errors: validate it first");
    }
    RuleBook book = RuleBooks.from(read.revision(1, 0));
    int today = book.dayOf(System.currentTimeMillis());
    return new RuleBookSays(new ContentPrior(book, today), CourseTraits.of(book, today));
  }

  private RuleBookSays tablesSay() throws Exception {
    List<ActivityRow> activities =
        newest(rows(TableCatalogue.ACTIVITIES), ActivityRow::revision, ActivityRow::asOf);
    List<JobRow> jobs = newest(rows(TableCatalogue.JOBS), JobRow::revision, JobRow::asOf);
    return new RuleBookSays(ContentPrior.of(activities, jobs), CourseTraits.of(activities));
  }

  private <T extends Record> List<T> rows(Table<T> table) throws Exception {
    List<T> rows = new ArrayList<>();
    try (StreamExecutionEnvironment environment = environments.get();
        CloseableIterator<T> read =
            environment
                .fromSource(
                    TableSource.of(lake, table),
                    WatermarkStrategy.noWatermarks(),
                    "Table " + table.name())
                .uid("table-" + table.name())
                .executeAndCollect("Growthline training: table " + table.name())) {
      read.forEachRemaining(rows::add);
    }
    return rows;
  }

  /** A live lake holds every revision: the rows of the newest one, and of these the newest. */
  private static <T> List<T> newest(
      List<T> rows, Function<T, Long> revision, Function<T, Long> asOf) {
    Comparator<T> order =
        Comparator.comparing(revision, Comparator.nullsFirst(Comparator.<Long>naturalOrder()))
            .thenComparing(asOf, Comparator.nullsFirst(Comparator.<Long>naturalOrder()));
    return rows.stream()
        .max(order)
        .map(
            last ->
                rows.stream()
                    .filter(row -> Objects.equals(revision.apply(row), revision.apply(last)))
                    .filter(row -> Objects.equals(asOf.apply(row), asOf.apply(last)))
                    .toList())
        .orElse(List.of());
  }
}
