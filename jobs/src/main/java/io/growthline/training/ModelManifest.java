package io.growthline.training;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.growthline.training.fit.CalibrationBand;
import io.growthline.training.fit.ForecastFigures;
import io.growthline.training.fit.TimeSplit.Figures;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;

/**
 * What a model is, beside its file; {@code manifest.json}. Instants are ISO-8601, UTC.
 *
 * @param modelId what it is for: {@code recommender}, {@code completion} or {@code format}
 * @param version its day of data and the start of its checksum
 * @param file name of the model's file, in the same folder
 * @param sha256 of that file, in hexadecimal
 * @param trainedAt when it was made
 * @param trainedFrom instant of the oldest example
 * @param trainedUntil instant of the newest vector
 * @param validatedFrom validation asked for what was taken from this instant on; null: by person
 * @param people of whom there was a vector
 * @param examples instants at which somebody took something, or what was foretold
 * @param signals how many it knows, or inputs it is told
 * @param activities how many it can score, or has a rate of
 * @param parameters chosen by validation, or given
 * @param metrics of the validation; null: it foretells
 * @param rivals of the same validation, by name
 * @param features of the vector that it uses, or names of its inputs
 * @param forecast what the cross-validation of a forecast has shown; null: it recommends
 */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonPropertyOrder({"modelId", "version", "file", "sha256"})
public record ModelManifest(
    String modelId,
    String version,
    String file,
    String sha256,
    String trainedAt,
    String trainedFrom,
    String trainedUntil,
    String validatedFrom,
    long people,
    long examples,
    int signals,
    int activities,
    Map<String, Double> parameters,
    Figures metrics,
    Map<String, Figures> rivals,
    List<String> features,
    ForecastReport forecast) {

  /**
   * What a cross-validation has shown.
   *
   * @param figures of the model; null if there was too little to tell
   * @param rivals of the same validation, by name
   * @param calibration tenths of what was foretold, beside what came
   */
  public record ForecastReport(
      ForecastFigures figures,
      Map<String, ForecastFigures> rivals,
      List<CalibrationBand> calibration) {}

  /** Whether everything is there that others build on. */
  boolean isWhole() {
    boolean hasFigures = forecast == null ? metrics != null : forecast.figures() != null;
    return trainedAt != null && isInstant(trainedUntil) && hasFigures;
  }

  private static boolean isInstant(String text) {
    try {
      return text != null && Instant.parse(text) != null;
    } catch (DateTimeParseException e) {
      return false;
    }
  }

  /** The figures that are announced with it. */
  Map<String, Double> announced() {
    return forecast == null
        ? Map.of("ndcg", metrics.ndcg(), "recall", metrics.recall())
        : Map.of("logLoss", forecast.figures().logLoss(), "brier", forecast.figures().brier());
  }

  ModelManifest withFile(String newVersion, String newFile, String newSha256) {
    return new ModelManifest(
        modelId,
        newVersion,
        newFile,
        newSha256,
        trainedAt,
        trainedFrom,
        trainedUntil,
        validatedFrom,
        people,
        examples,
        signals,
        activities,
        parameters,
        metrics,
        rivals,
        features,
        forecast);
  }

  /** Name of its folder. */
  String folder() {
    return modelId + "-" + version;
  }
}
