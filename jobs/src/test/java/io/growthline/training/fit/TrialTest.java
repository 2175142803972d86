package io.growthline.training.fit;

import static org.assertj.core.api.Assertions.assertThat;

import io.growthline.recommend.rules.ContentPrior;
import io.growthline.recommend.rules.Signals;
import io.growthline.recommend.rules.TasteModel;
import io.growthline.schemas.features.FeatureVector;
import io.growthline.training.fit.Trial.Champion;
import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrialTest {

  private static final ContentPrior NOTHING_SAID = ContentPrior.of(List.of(), List.of());

  @Test
  void whatFollowsWhatIsFoundBetterThanByPopularity() {
    Trial trial = trial(Learners.vectors(200, 1), null);
    assertThat(trial.refusal()).isNull();
    assertThat(trial.ours().ndcg()).isGreaterThan(0.8);
    assertThat(trial.rivals()).containsOnlyKeys("popularity", "rule book alone");
    assertThat(trial.rivals().get("popularity").ndcg()).isLessThan(0.6);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void labelsThatHaveNothingToDoWithPeopleAreRefused(long seed) {
    Trial trial = trial(Learners.shuffled(200, seed), null);
    assertThat(trial.refusal()).startsWith("not clearly better than the ");
  }

  @Test
  void tooFewPeopleTellNothing() {
    Trial trial = trial(Learners.vectors(4, 1), null);
    assertThat(trial.refusal()).startsWith("too little to tell by");
    assertThat(trial.ours()).isNull();
  }

  @Test
  void nobodyAtAllTellsNothing() {
    assertThat(trial(List.of(), null).refusal()).startsWith("too little to tell by");
  }

  @Test
  void aChampionThatHasSeenAllOfItIsNotChallenged() {
    List<FeatureVector> vectors = Learners.vectors(200, 1);
    Trial trial = trial(vectors, new Champion(model(vectors), Long.MAX_VALUE / 2));
    assertThat(trial.refusal()).startsWith("nothing new: since the champion");
  }

  @Test
  void aChampionThatKnowsAsMuchIsBeatenOnlyByWhoIsBetter() {
    List<FeatureVector> vectors = Learners.vectors(200, 1);
    List<PersonHistory> people = Learners.histories(vectors);
    long cut = TimeSplit.cut(people, 0.3);
    List<FeatureVector> before = vectors.stream().filter(v -> v.asOf() <= cut).toList();
    Trial good = trial(vectors, new Champion(model(before), cut));
    assertThat(good.rivals()).containsKey("champion");
    TasteModel bad =
        new TasteModel(
            "bad", model(before).memory(), List.of(), List.of("clerk-0"), new float[0][]);
    Trial overBad = trial(vectors, new Champion(bad, cut));
    assertThat(overBad.refusal()).isNull();
    assertThat(overBad.rivals().get("champion").ndcg())
        .isLessThan(overBad.rivals().get("candidate beside the champion").ndcg());
  }

  private static Trial trial(List<FeatureVector> vectors, Champion champion) {
    List<PersonHistory> people = Learners.histories(vectors);
    return Trial.run(people, vocabulary(people), NOTHING_SAID, champion);
  }

  private static TasteModel model(List<FeatureVector> vectors) {
    List<PersonHistory> people = Learners.histories(vectors);
    Vocabulary vocabulary = vocabulary(people);
    TasteFit fit = new TasteFit(vocabulary, TasteParameters.START);
    RidgeStatistics statistics = fit.nothing();
    people.forEach(person -> fit.add(person, statistics));
    DMatrixRMaj rows =
        statistics.solve(TasteParameters.START.ridge(), TasteFit.prior(vocabulary, NOTHING_SAID));
    return new TasteModel(
        "before",
        TasteParameters.START.memory(),
        vocabulary.signals(),
        vocabulary.activities(),
        TasteFit.rows(rows));
  }

  static Vocabulary vocabulary(List<PersonHistory> people) {
    Signals signals = new Signals(TasteParameters.START.memory());
    return new Vocabulary(
        people.stream()
            .flatMap(person -> person.examples().stream())
            .flatMap(example -> TasteFit.known(example, signals).stream())
            .map(signal -> signal.id())
            .distinct()
            .toList(),
        people.stream()
            .flatMap(person -> person.examples().stream())
            .flatMap(example -> example.taken().stream())
            .distinct()
            .sorted()
            .toList());
  }
}
