package io.growthline.training;

import io.growthline.recommend.rules.CourseTraits;
import io.growthline.recommend.rules.ForecastKind;
import io.growthline.recommend.rules.LogisticModel;
import io.growthline.recommend.rules.LogisticModelFile;
import io.growthline.training.ModelManifest.ForecastReport;
import io.growthline.training.fit.ForecastTrial;
import io.growthline.training.fit.ForecastTrial.Champion;
import io.growthline.training.fit.PastReader;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.util.CloseableIterator;

/**
 * Trains the models that foretell: who completes what they begin, and the format that someone
 * learns in next. Goes once through all people, cross-validates, compares, fits, writes.
 */
public final class ForecastTraining {

  private final Supplier<StreamExecutionEnvironment> environments;
  private final Training.Vectors vectors;
  private final Map<String, CourseTraits> activities;
  private final TrainingOptions options;
  private final InstantSource clock;

  /**
   * @param environments a batch environment for the way through all people
   * @param activities what the rule book says of them
   * @param clock tells when a model was made
   */
  public ForecastTraining(
      Supplier<StreamExecutionEnvironment> environments,
      Training.Vectors vectors,
      Map<String, CourseTraits> activities,
      TrainingOptions options,
      InstantSource clock) {
    this.environments = environments;
    this.vectors = vectors;
    this.activities = activities;
    this.options = options;
    this.clock = clock;
  }

  /**
   * Trains both, and adds each to the folder that is clearly better than its rivals, and better
   * than the newest one there.
   *
   * @param told hears of each as soon as it is there, whatever becomes of the next
   * @throws IOException if vectors or models cannot be read, or a model cannot be written
   * @throws Exception if a job fails
   */
  public void run(ModelFolder models, Consumer<TrainingReport> told) throws Exception {
    PastSurvey survey = survey();
    for (ForecastKind kind : ForecastKind.values()) {
      told.accept(report(kind, survey.extent(), trial(kind, survey, models), models));
    }
  }

  private PastSurvey survey() throws Exception {
    try (StreamExecutionEnvironment environment = environments.get();
        CloseableIterator<PastFinding> findings =
            TrainingPipeline.pasts(vectors.in(environment), new PastReader(activities), options)
                .executeAndCollect("Growthline training: what people began and took up")) {
      return PastSurvey.of(findings, options.mostSampled());
    }
  }

  private static ForecastTrial trial(ForecastKind kind, PastSurvey survey, ModelFolder models)
      throws IOException {
    Champion champion = champion(kind, models);
    return switch (kind) {
      case COMPLETION ->
          ForecastTrial.ofCompletion(survey.sample(), survey.extent().until(), champion);
      case FORMAT -> ForecastTrial.ofFormat(survey.sample(), champion);
    };
  }

  /** One that asks for what this release has not is none: no job could load it either. */
  private static Champion champion(ForecastKind kind, ModelFolder models) throws IOException {
    Optional<ModelManifest> newest = models.newest(kind.modelId());
    if (newest.isEmpty()) {
      return null;
    }
    LogisticModel model = models.loadForecast(newest.get());
    return kind.knows(model)
        ? new Champion(
            model,
            Instant.parse(newest.get().trainedUntil()).toEpochMilli(),
            horizonMillis(newest.get()))
        : null;
  }

  private static long horizonMillis(ModelManifest model) {
    double days =
        model.parameters() == null
            ? 0
            : model.parameters().getOrDefault(ForecastTrial.HORIZON_DAYS, 0.0);
    return Math.round(days * Duration.ofDays(1).toMillis());
  }

  private TrainingReport report(
      ForecastKind kind, Extent extent, ForecastTrial trial, ModelFolder models)
      throws IOException {
    ModelManifest draft = draft(kind, extent, trial);
    if (trial.refusal() != null) {
      return new TrainingReport(
          trial.refusal(), draft, ForecastCard.ofRefused(draft, trial.refusal()));
    }
    ModelManifest manifest =
        models.add(out -> LogisticModelFile.write(trial.model(), out), draft, ForecastCard::of);
    return new TrainingReport(null, manifest, ForecastCard.of(manifest));
  }

  /** One rate is everyone's. */
  private static int courses(LogisticModel model) {
    return Math.max(0, model.rates().size() - 1);
  }

  private ModelManifest draft(ForecastKind kind, Extent extent, ForecastTrial trial) {
    return new ModelManifest(
        kind.modelId(),
        null,
        null,
        null,
        clock.instant().toString(),
        Training.instant(extent.examples() == 0 ? null : extent.from()),
        Training.instant(extent.people() == 0 ? null : extent.until()),
        null,
        extent.people(),
        trial.ours() == null ? 0 : trial.ours().examples(),
        kind.features().size(),
        trial.model() == null ? 0 : courses(trial.model()),
        trial.parameters(),
        null,
        null,
        kind.features(),
        new ForecastReport(trial.ours(), trial.rivals(), trial.calibration()));
  }
}
