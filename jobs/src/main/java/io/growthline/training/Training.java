package io.growthline.training;

import io.growthline.recommend.rules.ContentPrior;
import io.growthline.recommend.rules.TasteModel;
import io.growthline.recommend.rules.TasteModelFile;
import io.growthline.schemas.features.FeatureVector;
import io.growthline.training.fit.PersonHistory;
import io.growthline.training.fit.RidgeStatistics;
import io.growthline.training.fit.TasteFit;
import io.growthline.training.fit.Trial;
import io.growthline.training.fit.Trial.Champion;
import io.growthline.training.fit.Vocabulary;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.util.CloseableIterator;

/** Trains a recommender: looks through all people, chooses and compares, fits, writes. */
public final class Training {

  /** What signals are made of. */
  static final List<String> FEATURES =
      List.of(
          "taken",
          "activityInterest",
          "tagInterest",
          "jobId",
          "tenureDays",
          "grade",
          "preferredFormats",
          "clickedVideo",
          "clickedCase",
          "clickedArticle",
          "clickedLive",
          "clickedHandsOn",
          "completedVideo",
          "completedCase",
          "completedArticle",
          "completedLive",
          "completedHandsOn");

  private final Supplier<StreamExecutionEnvironment> environments;
  private final Vectors vectors;
  private final ContentPrior prior;
  private final TrainingOptions options;
  private final InstantSource clock;

  /** Where the vectors come from. */
  public interface Vectors {

    /**
     * All vectors there are; a row may come more than once.
     *
     * @throws IOException if they cannot be read
     */
    DataStream<FeatureVector> in(StreamExecutionEnvironment environment) throws IOException;
  }

  /**
   * @param environments a batch environment for each way through all people
   * @param prior what the rule book alone says
   * @param clock tells when the model was made
   */
  public Training(
      Supplier<StreamExecutionEnvironment> environments,
      Vectors vectors,
      ContentPrior prior,
      TrainingOptions options,
      InstantSource clock) {
    this.environments = environments;
    this.vectors = vectors;
    this.prior = prior;
    this.options = options;
    this.clock = clock;
  }

  /**
   * Trains, and adds the model to the folder if it is better than its rivals and the newest one
   * there.
   *
   * @throws IOException if vectors or models cannot be read, or the model cannot be written
   * @throws Exception if a job fails
   */
  public TrainingReport run(ModelFolder models) throws Exception {
    Survey survey = survey();
    Trial trial = Trial.run(survey.sample(), survey.vocabulary(), prior, champion(models));
    ModelManifest draft = draft(survey, trial);
    if (trial.refusal() != null) {
      return new TrainingReport(
          trial.refusal(), draft, ModelCard.ofRefused(draft, trial.refusal()));
    }
    TasteModel model = fit(survey.vocabulary(), trial);
    ModelManifest manifest =
        models.add(out -> TasteModelFile.write(model, out), draft, ModelCard::of);
    return new TrainingReport(null, manifest, ModelCard.of(manifest));
  }

  private static Champion champion(ModelFolder models) throws IOException {
    Optional<ModelManifest> newest = models.newest(TasteModel.ID);
    return newest.isEmpty()
        ? null
        : new Champion(
            models.load(newest.get()), Instant.parse(newest.get().trainedUntil()).toEpochMilli());
  }

  private Survey survey() throws Exception {
    try (StreamExecutionEnvironment environment = environments.get();
        CloseableIterator<Finding> findings =
            TrainingPipeline.findings(histories(environment), options)
                .executeAndCollect("Growthline training: what there is")) {
      return Survey.of(findings, options);
    }
  }

  private TasteModel fit(Vocabulary vocabulary, Trial trial) throws Exception {
    TasteFit fit = new TasteFit(vocabulary, trial.parameters());
    RidgeStatistics statistics = fit.nothing();
    try (StreamExecutionEnvironment environment = environments.get();
        CloseableIterator<StatisticsRow> rows =
            TrainingPipeline.statistics(histories(environment), vocabulary, trial.parameters())
                .executeAndCollect("Growthline training: the fit")) {
      rows.forEachRemaining(row -> statistics.addRows(row.signal(), row.gram(), row.cross()));
    }
    return new TasteModel(
        "",
        trial.parameters().memory(),
        vocabulary.signals(),
        vocabulary.activities(),
        TasteFit.rows(
            statistics.solve(trial.parameters().ridge(), TasteFit.prior(vocabulary, prior))));
  }

  private DataStream<PersonHistory> histories(StreamExecutionEnvironment environment)
      throws IOException {
    return TrainingPipeline.voluntary(
        TrainingPipeline.histories(vectors.in(environment)), prior.required());
  }

  private ModelManifest draft(Survey survey, Trial trial) {
    Extent extent = survey.extent();
    return new ModelManifest(
        TasteModel.ID,
        null,
        null,
        null,
        clock.instant().toString(),
        instant(extent.examples() == 0 ? null : extent.from()),
        instant(extent.people() == 0 ? null : extent.until()),
        instant(extent.examples() == 0 ? null : trial.cut()),
        extent.people(),
        extent.examples(),
        survey.vocabulary().signals().size(),
        survey.vocabulary().activities().size(),
        trial.parameters() == null ? Map.of() : trial.parameters().byName(),
        trial.ours(),
        trial.rivals(),
        FEATURES,
        null);
  }

  static String instant(Long epochMillis) {
    return epochMillis == null ? null : Instant.ofEpochMilli(epochMillis).toString();
  }
}
