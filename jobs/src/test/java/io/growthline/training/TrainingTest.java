package io.growthline.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.growthline.app.TrainJob;
import io.growthline.recommend.rules.TasteModel;
import io.growthline.schemas.features.FeatureVector;
import io.growthline.training.fit.Finishers;
import io.growthline.training.fit.Learners;
import java.io.FileNotFoundException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From Parquet that the lake wrote to a model, or none. */
class TrainingTest {

  private static final List<FeatureVector> VECTORS = Learners.vectors(120, 3);

  @TempDir Path folder;

  /** Null: the tables say what it says. */
  private Path ruleBook;

  @Test
  void aModelIsWrittenWithItsManifestAndItsCard() throws Exception {
    write(VECTORS);
    TrainingReport report = train(2);
    assertThat(report.refusal()).isNull();
    ModelManifest manifest = report.manifest();
    long until = VECTORS.stream().mapToLong(FeatureVector::asOf).max().orElseThrow();
    assertThat(manifest.trainedUntil()).isEqualTo(Instant.ofEpochMilli(until).toString());
    assertThat(manifest.version())
        .isEqualTo(
            manifest.trainedUntil().substring(0, 10) + "-" + manifest.sha256().substring(0, 8));
    assertThat(manifest.people()).isEqualTo(120);
    assertThat(manifest.examples()).isEqualTo(120L * Learners.COURSES);
    assertThat(names(models())).containsExactly("recommender-" + manifest.version());
    assertThat(names(models().resolve("recommender-" + manifest.version())))
        .containsExactly("card.md", "manifest.json", "model.bin");
    ModelFolder saved = new ModelFolder(models());
    assertThat(saved.newest("recommender")).contains(manifest);
    TasteModel model = saved.load(manifest);
    assertThat(model.version()).isEqualTo(manifest.version());
    assertThat(model.activities()).hasSize(2 * Learners.COURSES);
    assertThat(report.card())
        .contains("| **this model** |", "| popularity |", manifest.sha256(), "Rolling back")
        .isEqualTo(
            Files.readString(models().resolve("recommender-" + manifest.version() + "/card.md")));
  }

  @Test
  void theModelIsTheSameToTheBitWhateverTheParallelism() throws Exception {
    write(VECTORS);
    String alone = train(1).manifest().sha256();
    clearModels();
    assertThat(train(2).manifest().sha256()).isEqualTo(alone);
  }

  @Test
  void rowsThatAreThereAgainChangeNothing() throws Exception {
    write(VECTORS);
    String once = train(2).manifest().sha256();
    clearModels();
    List<FeatureVector> twice = new ArrayList<>(VECTORS);
    twice.addAll(VECTORS);
    write(twice);
    assertThat(train(2).manifest().sha256()).isEqualTo(once);
  }

  @Test
  void shuffledLabelsAreRefusedAndNothingIsWritten() throws Exception {
    write(Learners.shuffled(120, 3));
    TrainingReport report = train(2);
    assertThat(report.refusal()).startsWith("not clearly better than the ");
    assertThat(report.card()).contains("Refused", "Nothing was written", "| popularity |");
    assertThat(models()).doesNotExist();
  }

  @Test
  void theSameTrainedAgainHasNothingNew() throws Exception {
    write(VECTORS);
    String version = train(2).manifest().version();
    assertThat(train(2).refusal()).startsWith("nothing new: since the champion " + version);
    assertThat(names(models())).hasSize(1);
  }

  @Test
  void whoIsNotBetterThanTheChampionIsRefused() throws Exception {
    List<FeatureVector> everyone = Learners.vectors(300, 5);
    long[] instants = everyone.stream().mapToLong(FeatureVector::asOf).sorted().toArray();
    long until = instants[instants.length * 3 / 5];
    write(everyone.stream().filter(vector -> vector.asOf() <= until).toList());
    String champion = train(2).manifest().version();
    // A challenger from a lake that holds a fifth of the people: what came since is news to both.
    write(everyone.stream().filter(vector -> number(vector) < 60).toList());
    TrainingReport report = train(2);
    assertThat(report.refusal()).isEqualTo("not better than the champion " + champion);
    assertThat(report.manifest().rivals().get("champion").ndcg())
        .isGreaterThanOrEqualTo(
            report.manifest().rivals().get("candidate beside the champion").ndcg());
    assertThat(report.card()).contains("Refused", "Nothing was written", "| champion |");
    assertThat(names(models())).containsExactly("recommender-" + champion);
  }

  private static int number(FeatureVector vector) {
    return Integer.parseInt(vector.employeeId().substring(1));
  }

  @Test
  void whatCanBeForetoldIsWrittenBesideTheRecommenderTheSameToTheBit() throws Exception {
    write(Finishers.vectors(150, 7));
    ruleBook = Files.writeString(folder.resolve("rulebook.yaml"), Finishers.ruleBook());
    List<TrainingReport> alone = trainAll(1);
    for (TrainingReport report : alone.subList(1, 3)) {
      assertThat(report.refusal()).isNull();
      assertThat(names(models().resolve(report.modelId() + "-" + report.manifest().version())))
          .containsExactly("card.md", "manifest.json", "model.bin");
      assertThat(report.card()).contains("| **this model** |", "## Calibration", "Rolling back");
      ModelFolder saved = new ModelFolder(models());
      assertThat(saved.newest(report.modelId())).contains(report.manifest());
      saved.check(report.manifest());
      assertThat(saved.announcement(report.manifest(), 0).metrics())
          .containsOnlyKeys("logLoss", "brier");
    }
    assertThat(alone).extracting(TrainingReport::modelId).endsWith("completion", "format");
    List<TrainingReport> again = trainAll(2);
    assertThat(again.get(1).refusal()).startsWith("nothing new: since the champion ");
    clearModels();
    assertThat(trainAll(2).subList(1, 3))
        .extracting(report -> report.manifest().sha256())
        .isEqualTo(alone.subList(1, 3).stream().map(report -> report.manifest().sha256()).toList());
  }

  @Test
  void whatChanceDecidedIsNotForetold() throws Exception {
    write(Finishers.byChance(150, 7));
    ruleBook = Files.writeString(folder.resolve("rulebook.yaml"), Finishers.ruleBook());
    assertThat(trainAll(2).subList(1, 3))
        .allSatisfy(report -> assertThat(report.refusal()).startsWith("not clearly better than"))
        .allSatisfy(report -> assertThat(report.card()).startsWith("# Refused: model `"));
  }

  @Test
  void aLakeWithoutVectorsIsToldAtOnce() {
    assertThatThrownBy(() -> train(1))
        .isInstanceOf(FileNotFoundException.class)
        .hasMessageContaining("holds no table");
  }

  @Test
  void aLakeOfNobodyIsTooLittle() throws Exception {
    write(List.of());
    TrainingReport report = train(1);
    assertThat(report.refusal()).startsWith("too little to tell by");
    assertThat(report.card()).contains("Refused");
  }

  @Test
  void everyFeatureItNamesIsOneOfTheVector() {
    assertThat(Arrays.stream(FeatureVector.class.getRecordComponents()).map(part -> part.getName()))
        .containsAll(Training.FEATURES);
  }

  private TrainingReport train(int parallelism) throws Exception {
    return trainAll(parallelism).get(0);
  }

  /** The recommender, completion, format. */
  private List<TrainingReport> trainAll(int parallelism) throws Exception {
    List<TrainingReport> reports = new ArrayList<>();
    TrainJob.run(folder, models(), ruleBook, TrainingOptions.DEFAULT, parallelism, reports::add);
    return reports;
  }

  private void write(List<FeatureVector> vectors) throws Exception {
    VectorLake.write(folder, vectors);
  }

  private Path models() {
    return folder.resolve("models");
  }

  private void clearModels() throws Exception {
    try (Stream<Path> paths = Files.walk(models())) {
      for (Path path : paths.sorted((a, b) -> b.compareTo(a)).toList()) {
        Files.delete(path);
      }
    }
  }

  private static List<String> names(Path directory) throws Exception {
    try (Stream<Path> entries = Files.list(directory)) {
      return entries.map(entry -> entry.getFileName().toString()).sorted().toList();
    }
  }
}
