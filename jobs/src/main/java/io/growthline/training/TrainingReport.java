package io.growthline.training;

/**
 * How a training ended.
 *
 * @param refusal why no model was written; null: it was
 * @param manifest of the model, without version and file if it was refused
 * @param card the model card
 */
public record TrainingReport(String refusal, ModelManifest manifest, String card) {

  /** Whether there is a new model. */
  public boolean accepted() {
    return refusal == null;
  }

  /** What the model is for. */
  public String modelId() {
    return manifest.modelId();
  }
}
