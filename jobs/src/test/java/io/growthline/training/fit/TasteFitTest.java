package io.growthline.training.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.growthline.recommend.rules.Memory;
import io.growthline.recommend.rules.Tokens;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Test;

class TasteFitTest {

  private static final TasteParameters PARAMETERS =
      new TasteParameters(new Memory(0.2, 0.9), 0.7, -0.5, 10);

  @Property(tries = 10)
  void theStatisticsAreTheSameInWhateverOrderAndParts(@ForAll long seed) {
    Random random = new Random(seed);
    List<PersonHistory> people = new ArrayList<>(Learners.histories(Learners.vectors(30, seed)));
    TasteFit fit = new TasteFit(TrialTest.vocabulary(people), PARAMETERS);
    RidgeStatistics whole = fit.nothing();
    people.forEach(person -> fit.add(person, whole));
    Collections.shuffle(people, random);
    List<RidgeStatistics> parts = List.of(fit.nothing(), fit.nothing(), fit.nothing());
    people.forEach(person -> fit.add(person, parts.get(random.nextInt(3))));
    RidgeStatistics sum = fit.nothing();
    int signals = TrialTest.vocabulary(people).signals().size();
    for (RidgeStatistics part : parts) {
      for (int signal = 0; signal < signals; signal++) {
        sum.addRows(signal, part.gram(signal), part.cross(signal));
      }
    }
    for (int signal = 0; signal < signals; signal++) {
      assertThat(sum.gram(signal)).isEqualTo(whole.gram(signal));
      assertThat(sum.cross(signal)).isEqualTo(whole.cross(signal));
    }
  }

  @Test
  void withoutExamplesTheCoefficientsAreThePriors() {
    DMatrixRMaj prior = new DMatrixRMaj(2, 3, true, 1, -2, 3, 0.5, 0, 0.25);
    assertThat(new RidgeStatistics(2, 3).solve(7, prior).data)
        .containsExactly(prior.data, within(1e-12));
  }

  @Test
  void examplesDrawTheCoefficientsAwayFromThePrior() {
    RidgeStatistics statistics = new RidgeStatistics(1, 1);
    Tokens one = new Tokens.Builder(1).add(0, 1).build();
    for (int i = 0; i < 30; i++) {
      statistics.add(1, one, one);
    }
    DMatrixRMaj prior = new DMatrixRMaj(1, 1, true, 0.2);
    // (30 · 1 + 10 · 0.2) / (30 + 10)
    assertThat(statistics.solve(10, prior).data[0]).isCloseTo(0.8, within(1e-9));
    assertThat(statistics.solve(10).data[0]).isCloseTo(0.75, within(1e-9));
  }

  @Test
  void whatIsNearerCountsMore() {
    PersonHistory person =
        PersonHistory.of(
            List.of(
                Vectors.at(1),
                Vectors.at(2, "a"),
                Vectors.at(3, "a", "b"),
                Vectors.at(4, "a", "b", "c")));
    Vocabulary vocabulary = TrialTest.vocabulary(List.of(person));
    TasteFit fit = new TasteFit(vocabulary, PARAMETERS);
    RidgeStatistics statistics = fit.nothing();
    fit.add(person, statistics);
    // ANYONE is known each time: a once as the next, b as the next and the one after, c thrice.
    double[] next = statistics.cross(0);
    double each = Math.pow(3, -0.5);
    assertThat(next[vocabulary.number("a")]).isCloseTo(each, within(1e-8));
    assertThat(next[vocabulary.number("b")]).isCloseTo(each * 1.7, within(1e-8));
    assertThat(next[vocabulary.number("c")]).isCloseTo(each * 2.19, within(1e-8));
  }
}
