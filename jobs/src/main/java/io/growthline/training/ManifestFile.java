package io.growthline.training;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.growthline.recommend.rules.UnreadableModelException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** {@code manifest.json} in a model's folder. */
final class ManifestFile {

  static final String NAME = "manifest.json";

  private static final long MOST_BYTES = 1 << 20;

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private ManifestFile() {}

  static void write(Path model, ModelManifest manifest) throws IOException {
    JSON.writeValue(model.resolve(NAME).toFile(), manifest);
  }

  /**
   * Reads the manifest of the model that a folder is named after.
   *
   * @throws UnreadableModelException if it is not whole, or another model's
   */
  static ModelManifest read(Path model) throws IOException {
    Path file = model.resolve(NAME);
    if (Files.size(file) > MOST_BYTES) {
      throw new UnreadableModelException("the model's manifest " + file + " is too large");
    }
    ModelManifest manifest;
    try {
      manifest = JSON.readValue(file.toFile(), ModelManifest.class);
    } catch (JacksonException e) {
      throw new UnreadableModelException(
          "the model's manifest " + file + " cannot be read: " + e.getOriginalMessage());
    }
    String name = model.getFileName().toString();
    if (manifest == null || manifest.sha256() == null || !manifest.folder().equals(name)) {
      throw new UnreadableModelException("the model's manifest " + file + " is of another model");
    }
    if (!manifest.isWhole()) {
      throw new UnreadableModelException(
          "the model's manifest " + file + " lacks when it was trained, or its figures");
    }
    return manifest;
  }
}
