package io.growthline.training.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.growthline.recommend.rules.LogisticModel;
import io.growthline.recommend.rules.LogisticModelFile;
import io.growthline.schemas.features.FeatureVector;
import io.growthline.training.fit.ForecastTrial.Champion;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is there to be foretold is found, and what is not is not made up. */
class ForecastTrialTest {

  @Test
  void whoCompletesIsFoundAndEachTenthComesAsOftenAsForetold() {
    ForecastTrial trial = completion(Finishers.vectors(400, 1), null);
    assertThat(trial.refusal()).isNull();
    assertThat(trial.ours().examples()).isGreaterThan(3_000);
    assertThat(trial.rivals())
        .containsOnlyKeys(
            "everyone's rate", "the course's rate so far", "the course's rate of all others");
    trial
        .rivals()
        .values()
        .forEach(
            rival -> {
              assertThat(trial.ours().logLoss()).isLessThan(rival.logLoss() - 0.05);
              assertThat(trial.ours().brier()).isLessThan(rival.brier() - 0.02);
            });
    assertThat(trial.calibration()).hasSize(10);
    trial
        .calibration()
        .forEach(band -> assertThat(band.observed()).isCloseTo(band.predicted(), within(0.08)));
    assertThat(trial.calibration().get(0).observed()).isLessThan(0.3);
    assertThat(trial.calibration().get(9).observed()).isGreaterThan(0.75);
  }

  @Test
  void theFormatIsFoundOfWhatWasDeclaredAndOfWhatWasDone() {
    List<FeatureVector> vectors = Finishers.vectors(400, 2);
    ForecastTrial trial = ForecastTrial.ofFormat(Finishers.pasts(vectors), null);
    assertThat(trial.refusal()).isNull();
    assertThat(trial.model().classes()).containsExactly("video", "case", "article", "live");
    assertThat(trial.rivals())
        .containsOnlyKeys("everyone's formats", "the format declared", "the formats used so far");
    trial
        .calibration()
        .forEach(band -> assertThat(band.observed()).isCloseTo(band.predicted(), within(0.08)));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 15, 20, 22})
  void whatChanceDecidedIsRefused(long seed) {
    List<FeatureVector> vectors = Finishers.byChance(300, seed);
    ForecastTrial completion = completion(vectors, null);
    assertThat(completion.refusal()).startsWith("not clearly better than ");
    assertThat(completion.model()).isNull();
    assertThat(completion.ours()).isNotNull();
    ForecastTrial format = ForecastTrial.ofFormat(Finishers.pasts(vectors), null);
    assertThat(format.refusal()).startsWith("not clearly better than ");
  }

  @Test
  void tooFewPeopleTellNothing() {
    ForecastTrial trial = completion(Finishers.vectors(6, 1), null);
    assertThat(trial.refusal()).startsWith("too little to tell by: ");
    assertThat(trial.ours()).isNull();
    assertThat(completion(List.of(), null).refusal()).startsWith("too little to tell by: 0");
    assertThat(ForecastTrial.ofFormat(List.of(), null).refusal())
        .startsWith("too little to tell by: 0 examples of 0 people");
  }

  @Test
  void aChampionIsChallengedOnlyOnWhatCameSince() {
    List<FeatureVector> vectors = Finishers.vectors(300, 3);
    ForecastTrial first = completion(vectors, null);
    Champion newest = new Champion(first.model(), Finishers.until(vectors), 0);
    assertThat(completion(vectors, newest).refusal()).startsWith("nothing new: since the champion");
    Champion poor = new Champion(saysNever(first), 0, 0);
    assertThat(completion(vectors, poor).refusal()).isNull();
    Champion same = new Champion(first.model(), 0, 0);
    assertThat(completion(vectors, same).refusal()).startsWith("not better than the champion");
  }

  /** Foretells that hardly anything is completed. */
  private static LogisticModel saysNever(ForecastTrial trial) {
    return new LogisticModel(
        "poor",
        trial.model().classes(),
        trial.model().features(),
        new double[2][trial.model().features().size() + 1],
        new double[][] {{1, 3}, {1, -3}},
        trial.model().rates());
  }

  @Test
  void theSamePeopleGiveTheSameFileToTheBit() throws Exception {
    List<FeatureVector> vectors = Finishers.vectors(100, 4);
    assertThat(file(completion(vectors, null))).isEqualTo(file(completion(vectors, null)));
  }

  private static byte[] file(ForecastTrial trial) throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    LogisticModelFile.write(trial.model(), out);
    return out.toByteArray();
  }

  @Test
  void nobodyIsForetoldByAModelThatHasSeenThem() {
    List<FeatureVector> vectors = Finishers.vectors(40, 5);
    ForecastExamples examples =
        new CompletionHistory(Finishers.pasts(vectors), Finishers.until(vectors)).examples();
    int[] people = examples.people();
    int[] asked = new int[people.length];
    HeldOutForecasts heldOut = new HeldOutForecasts(examples);
    heldOut.of(
        training ->
            example -> {
              asked[example]++;
              assertThat(Arrays.stream(training).map(one -> people[one]).toArray())
                  .doesNotContain(people[example]);
              return new double[] {0.5, 0.5};
            });
    assertThat(asked).containsOnly(1);
  }

  @Test
  void nothingOfSmileThatRunsHereNeedsANativeLibrary() {
    assertThat(completion(Finishers.vectors(100, 6), null).ours()).isNotNull();
    ClassLoader loader = getClass().getClassLoader();
    assertThat(loader.getResource("org/bytedeco/javacpp/Loader.class")).isNull();
  }

  private static ForecastTrial completion(List<FeatureVector> vectors, Champion champion) {
    return ForecastTrial.ofCompletion(Finishers.pasts(vectors), Finishers.until(vectors), champion);
  }
}
