package io.growthline.training.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.growthline.recommend.rules.Tokens;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Test;

class RidgeStatisticsTest {

  private static final int TOKENS = 7;
  private static final int TARGETS = 3;
  private static final double RIDGE = 0.7;

  private record Example(double weight, Tokens known, Tokens next) {}

  private final Random random = new Random(11);

  /** At the minimum the gradient is zero: Σ weight · known · (next − known · W)ᵀ = ridge · W. */
  @Test
  void theSolutionIsTheMinimum() {
    List<Example> examples = examples(60);
    DMatrixRMaj solution = statisticsOf(examples).solve(RIDGE);
    for (int token = 0; token < TOKENS; token++) {
      for (int target = 0; target < TARGETS; target++) {
        double sum = 0;
        for (Example example : examples) {
          double[] known = dense(example.known(), TOKENS);
          double predicted = 0;
          for (int i = 0; i < TOKENS; i++) {
            predicted += known[i] * solution.get(i, target);
          }
          double missed = dense(example.next(), TARGETS)[target] - predicted;
          sum += example.weight() * known[token] * missed;
        }
        // What each of the examples adds is rounded to a multiple of 2⁻³⁰.
        double rounding = examples.size() * Math.scalb(1.0, -30);
        assertThat(sum).isCloseTo(RIDGE * solution.get(token, target), within(rounding));
      }
    }
  }

  @Test
  void partsAddUpToTheWhole() {
    List<Example> examples = examples(40);
    RidgeStatistics first = statisticsOf(examples.subList(0, 13));
    first.addAll(statisticsOf(examples.subList(13, 40)));
    assertSame(first.solve(RIDGE), statisticsOf(examples).solve(RIDGE));
  }

  private static RidgeStatistics statisticsOf(List<Example> examples) {
    RidgeStatistics statistics = new RidgeStatistics(TOKENS, TARGETS);
    examples.forEach(e -> statistics.add(e.weight(), e.known(), e.next()));
    return statistics;
  }

  private List<Example> examples(int count) {
    List<Example> examples = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      examples.add(new Example(random.nextDouble(), tokens(TOKENS), tokens(TARGETS)));
    }
    return examples;
  }

  private Tokens tokens(int of) {
    Tokens.Builder tokens = new Tokens.Builder(0);
    for (int token = of - 1; token >= 0; token--) {
      if (random.nextBoolean()) {
        tokens.add(token, random.nextDouble());
      }
    }
    return tokens.build();
  }

  private static double[] dense(Tokens tokens, int length) {
    double[] dense = new double[length];
    for (int i = 0; i < tokens.size(); i++) {
      dense[tokens.id(i)] = tokens.weight(i);
    }
    return dense;
  }

  private static void assertSame(DMatrixRMaj actual, DMatrixRMaj expected) {
    assertThat(actual.getNumElements()).isEqualTo(expected.getNumElements());
    for (int i = 0; i < expected.getNumElements(); i++) {
      assertThat(actual.get(i)).isCloseTo(expected.get(i), within(1e-9));
    }
  }
}
