package io.growthline.training;

import io.growthline.recommend.rules.ForecastKind;
import io.growthline.recommend.rules.LogisticModel;
import io.growthline.recommend.rules.LogisticModelFile;
import io.growthline.recommend.rules.TasteModel;
import io.growthline.recommend.rules.TasteModelFile;
import io.growthline.recommend.rules.UnreadableModelException;
import io.growthline.schemas.reference.ModelAnnouncement;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A folder of models: {@code MODEL-VERSION/} with the model's file, {@code manifest.json} and
 * {@code card.md}. A model is there as a whole or not at all: it is written under a hidden name and
 * renamed.
 */
public final class ModelFolder {

  private static final String MODEL = "model.bin";
  private static final String CARD = "card.md";

  private static final List<String> MODEL_IDS =
      Stream.concat(
              Stream.of(TasteModel.ID), Stream.of(ForecastKind.values()).map(ForecastKind::modelId))
          .toList();

  private static final int SHOWN_CHECKSUM = 8;
  private static final int DAY = 10;

  private final Path folder;

  /** What a model's file holds. */
  public interface Content {

    /**
     * Writes it; the stream stays open.
     *
     * @return SHA-256 of what was written, in hexadecimal
     */
    String write(OutputStream file) throws IOException;
  }

  public ModelFolder(Path folder) {
    this.folder = folder;
  }

  /**
   * The model that was made last.
   *
   * @throws IOException if the folder, or a manifest in it, cannot be read
   */
  public Optional<ModelManifest> newest(String modelId) throws IOException {
    List<ModelManifest> manifests = new ArrayList<>();
    if (Files.exists(folder)) {
      try (DirectoryStream<Path> models = Files.newDirectoryStream(folder, modelId + "-*")) {
        for (Path model : models) {
          if (Files.isDirectory(model, LinkOption.NOFOLLOW_LINKS)) {
            manifests.add(ManifestFile.read(model));
          }
        }
      }
    }
    return manifests.stream()
        .max(Comparator.comparing(ModelManifest::trainedAt).thenComparing(ModelManifest::version));
  }

  /**
   * The newest model of each kind that there is one of, the recommender first.
   *
   * @throws IOException if the folder, or a manifest in it, cannot be read
   */
  public List<ModelManifest> newestOfEach() throws IOException {
    List<ModelManifest> newest = new ArrayList<>();
    for (String modelId : MODEL_IDS) {
      newest(modelId).ifPresent(newest::add);
    }
    return newest;
  }

  /**
   * The model of a version, of whatever kind.
   *
   * @throws NoSuchFileException if there is none
   * @throws IOException if its manifest cannot be read
   */
  public ModelManifest find(String version) throws IOException {
    for (String modelId : MODEL_IDS) {
      if (isVersion(version) && Files.isDirectory(folder.resolve(modelId + "-" + version))) {
        return find(modelId, version);
      }
    }
    throw new NoSuchFileException(version);
  }

  /**
   * The model of a version.
   *
   * @throws NoSuchFileException if there is none
   * @throws IOException if its manifest cannot be read
   */
  public ModelManifest find(String modelId, String version) throws IOException {
    if (!isVersion(version)) {
      throw new NoSuchFileException(modelId + "-" + version);
    }
    return ManifestFile.read(folder.resolve(modelId + "-" + version));
  }

  /** What comes from outside is no path out of the folder. */
  private static boolean isVersion(String version) {
    return version.matches("[0-9A-Za-z.-]+");
  }

  /** Where a model's file is. */
  public Path file(ModelManifest manifest) {
    return folder.resolve(manifest.folder()).resolve(MODEL);
  }

  /**
   * Reads a model, and checks that it is the manifest's.
   *
   * @throws UnreadableModelException if it is damaged or another one
   */
  public TasteModel load(ModelManifest manifest) throws IOException {
    return read(manifest, TasteModelFile::read);
  }

  /**
   * Reads a model that foretells, whatever it asks for, and checks that it is the manifest's.
   *
   * @throws UnreadableModelException if it is damaged or another one
   */
  public LogisticModel loadForecast(ModelManifest manifest) throws IOException {
    return read(manifest, LogisticModelFile::read);
  }

  /**
   * Checks that a model is one that jobs of this release can load.
   *
   * @throws UnreadableModelException if it is damaged, or asks for what this release has not
   */
  public void check(ModelManifest manifest) throws IOException {
    ForecastKind kind = ForecastKind.of(manifest.modelId());
    if (kind == null) {
      load(manifest);
    } else {
      read(manifest, kind::read);
    }
  }

  /** Reads what one kind of model is made of. */
  private interface Format<T> {
    T read(InputStream file, String version, String sha256) throws IOException;
  }

  private <T> T read(ModelManifest manifest, Format<T> format) throws IOException {
    try (InputStream in = Files.newInputStream(file(manifest))) {
      return format.read(in, manifest.version(), manifest.sha256());
    }
  }

  /**
   * What is told of a model when it is put into force.
   *
   * @param announcedAt epoch milliseconds
   */
  public ModelAnnouncement announcement(ModelManifest manifest, long announcedAt)
      throws IOException {
    return new ModelAnnouncement(
        manifest.modelId(),
        manifest.version(),
        file(manifest).toRealPath().toUri().toString(),
        manifest.sha256(),
        Instant.parse(manifest.trainedUntil()).toEpochMilli(),
        announcedAt,
        manifest.announced());
  }

  /**
   * Adds a model.
   *
   * @param content writes the model's file
   * @param draft all but version, file and checksum
   * @param card tells of the finished manifest
   * @return the manifest with these
   * @throws FileAlreadyExistsException if this very model is there already
   */
  public ModelManifest add(
      Content content, ModelManifest draft, Function<ModelManifest, String> card)
      throws IOException {
    Files.createDirectories(folder);
    // Not as a temporary folder, which nobody else could read: the jobs have to.
    Path staged = Files.createDirectory(folder.resolve(".staged-" + UUID.randomUUID()));
    try {
      ModelManifest manifest = write(staged, content, draft);
      Files.writeString(staged.resolve(CARD), card.apply(manifest));
      Path target = folder.resolve(manifest.folder());
      if (Files.exists(target)) {
        throw new FileAlreadyExistsException(target.toString());
      }
      Files.move(staged, target, StandardCopyOption.ATOMIC_MOVE);
      return manifest;
    } finally {
      clear(staged);
    }
  }

  private static ModelManifest write(Path staged, Content content, ModelManifest draft)
      throws IOException {
    String sha256;
    try (OutputStream out = Files.newOutputStream(staged.resolve(MODEL))) {
      sha256 = content.write(out);
    }
    String version =
        draft.trainedUntil().substring(0, DAY) + "-" + sha256.substring(0, SHOWN_CHECKSUM);
    ModelManifest manifest = draft.withFile(version, MODEL, sha256);
    ManifestFile.write(staged, manifest);
    return manifest;
  }

  private static void clear(Path staged) throws IOException {
    if (Files.exists(staged)) {
      for (String name : List.of(MODEL, ManifestFile.NAME, CARD)) {
        Files.deleteIfExists(staged.resolve(name));
      }
      Files.delete(staged);
    }
  }
}
