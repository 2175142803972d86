package io.growthline.recommend.rules;

import io.growthline.rulebook.Format;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Set;

/** The models that foretell what someone will do. */
public enum ForecastKind {
  /** Whether someone who begins a course completes it. */
  COMPLETION("completion"),
  /** In which format someone learns next. */
  FORMAT("format");

  private static final List<String> COMPLETED_OR_NOT = List.of("not completed", "completed");

  private final String modelId;

  ForecastKind(String modelId) {
    this.modelId = modelId;
  }

  /** The model id that announcements and folders bear. */
  public String modelId() {
    return modelId;
  }

  /** What a model is told, in order. */
  public List<String> features() {
    return this == COMPLETION ? CompletionInputs.FEATURES : FormatInputs.FEATURES;
  }

  /** What can come; a model of formats need not know all of them. */
  public List<String> classes() {
    return this == COMPLETION ? COMPLETED_OR_NOT : Format.NAMES;
  }

  /** The kind of that model id; null: it is of another model. */
  public static ForecastKind of(String modelId) {
    for (ForecastKind kind : values()) {
      if (kind.modelId.equals(modelId)) {
        return kind;
      }
    }
    return null;
  }

  /**
   * Reads a model of this kind to the end of the stream, which stays open.
   *
   * @param version of the model, as it was announced
   * @param sha256 what the file's SHA-256 has to be, in hexadecimal
   * @throws UnreadableModelException if the file is damaged, cut off, another one, or asks for
   *     other inputs than this release has
   */
  public LogisticModel read(InputStream file, String version, String sha256) throws IOException {
    LogisticModel model = LogisticModelFile.read(file, version, sha256);
    if (!knows(model)) {
      throw new UnreadableModelException(
          "the model " + version + " is no model of " + modelId + " that this release knows");
    }
    return model;
  }

  /** Whether this release can tell a model all that it asks for, and knows what it foretells. */
  public boolean knows(LogisticModel model) {
    boolean sameClasses =
        this == COMPLETION
            ? model.classes().equals(classes())
            : classes().containsAll(model.classes())
                && Set.copyOf(model.classes()).size() == model.classes().size();
    return sameClasses && model.features().equals(features());
  }
}
