package io.growthline.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.growthline.recommend.rules.Memory;
import io.growthline.recommend.rules.TasteModel;
import io.growthline.recommend.rules.TasteModelFile;
import io.growthline.recommend.rules.UnreadableModelException;
import io.growthline.training.fit.TimeSplit.Figures;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ModelFolderTest {

  @TempDir Path folder;
  private ModelFolder models;

  @BeforeEach
  void open() {
    models = new ModelFolder(folder.resolve("models"));
  }

  @Test
  void theNewestIsTheOneMadeLast() throws Exception {
    assertThat(models.newest("recommender")).isEmpty();
    ModelManifest first = add(1, "2026-02-01T00:00:00Z");
    ModelManifest second = add(2, "2026-02-02T00:00:00Z");
    assertThat(models.newest("recommender")).contains(second);
    assertThat(models.find("recommender", first.version())).isEqualTo(first);
    assertThat(models.newest("completion")).isEmpty();
    assertThat(models.newestOfEach()).containsExactly(second);
    assertThat(models.find(first.version())).isEqualTo(first);
  }

  @Test
  void whoeverMayReadTheFolderMayReadItsModels() throws Exception {
    ModelManifest manifest = add(1, "2026-02-01T00:00:00Z");
    Path usual = Files.createDirectory(folder.resolve("usual"));
    assertThat(Files.getPosixFilePermissions(models.file(manifest).getParent()))
        .isEqualTo(Files.getPosixFilePermissions(usual));
  }

  @Test
  void aDamagedModelIsRefused() throws Exception {
    ModelManifest manifest = add(1, "2026-02-01T00:00:00Z");
    byte[] bytes = Files.readAllBytes(models.file(manifest));
    bytes[bytes.length - 1] ^= 1;
    Files.write(models.file(manifest), bytes);
    assertThatThrownBy(() -> models.load(manifest))
        .isInstanceOf(UnreadableModelException.class)
        .hasMessageContaining("SHA-256");
  }

  @Test
  void theVeryModelIsNotAddedTwice() throws Exception {
    add(1, "2026-02-01T00:00:00Z");
    assertThatThrownBy(() -> add(1, "2026-02-02T00:00:00Z"))
        .isInstanceOf(FileAlreadyExistsException.class);
    try (var entries = Files.list(folder.resolve("models"))) {
      assertThat(entries).hasSize(1);
    }
  }

  @Test
  void ifTheCardFailsNothingIsLeft() throws Exception {
    assertThatThrownBy(
            () ->
                models.add(
                    content(1),
                    draft("2026-02-01T00:00:00Z"),
                    manifest -> {
                      throw new IllegalStateException("no card");
                    }))
        .hasMessage("no card");
    try (var entries = Files.list(folder.resolve("models"))) {
      assertThat(entries).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"2026-02-01-00000000", "../../etc", "", "a/b"})
  void aVersionThatIsNotThereIsMissed(String version) {
    assertThatThrownBy(() -> models.find("recommender", version))
        .isInstanceOf(NoSuchFileException.class);
    assertThatThrownBy(() -> models.find(version)).isInstanceOf(NoSuchFileException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "null", "[]", "{\"modelId\":\"recommender\"}", "{\"people\":\"x\"}"})
  void aManifestThatIsNoneIsTold(String text) throws Exception {
    ModelManifest manifest = add(1, "2026-02-01T00:00:00Z");
    Files.writeString(models.file(manifest).resolveSibling("manifest.json"), text);
    assertThatThrownBy(() -> models.newest("recommender"))
        .isInstanceOf(UnreadableModelException.class)
        .hasMessageContaining("manifest");
  }

  private ModelManifest add(int figure, String trainedAt) throws IOException {
    return models.add(content(figure), draft(trainedAt), ModelCard::of);
  }

  private static ModelFolder.Content content(int figure) {
    TasteModel model =
        new TasteModel("", Memory.DEFAULT, List.of(), List.of("course-" + figure), new float[0][]);
    return out -> TasteModelFile.write(model, out);
  }

  private static ModelManifest draft(String trainedAt) {
    return new ModelManifest(
        "recommender",
        null,
        null,
        null,
        trainedAt,
        "2025-01-01T00:00:00Z",
        "2026-01-31T23:59:59.999Z",
        "2025-12-01T00:00:00Z",
        10,
        100,
        0,
        1,
        Map.of("ridge", 10.0),
        new Figures(50, 0.5, 0.6, 0.7),
        Map.of("popularity", new Figures(50, 0.1, 0.2, 0.3)),
        List.of("taken"),
        null);
  }
}
