package io.growthline.training;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.growthline.training.fit.TimeSplit.Figures;
import java.util.List;
import java.util.Map;

/**
 * What a model is, beside its file; {@code manifest.json}. Instants are ISO-8601, UTC.
 *
 * @param modelId what it is for: {@code recommender}
 * @param version its day of data and the start of its checksum
 * @param file name of the model's file, in the same folder
 * @param sha256 of that file, in hexadecimal
 * @param trainedAt when it was made
 * @param trainedFrom instant of the oldest example
 * @param trainedUntil instant of the newest vector
 * @param validatedFrom validation asked for what was taken from this instant on
 * @param people of whom there was a vector
 * @param examples instants at which somebody took something
 * @param signals how many it knows
 * @param activities how many it can score
 * @param parameters chosen by validation
 * @param metrics of the validation
 * @param rivals of the same validation, by name
 * @param features of the vector that it uses
 */
@JsonIgnoreProperties(ignoreUnknown = true)
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
    List<String> features) {

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
        features);
  }

  /** Name of its folder. */
  String folder() {
    return modelId + "-" + version;
  }
}
