package io.growthline.training.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.growthline.recommend.rules.Tokens;
import org.junit.jupiter.api.Test;

class SurroundingsTest {

  private static final int ITEMS = 6;
  private static final double DECAY = 0.5;

  /** Most people took 0 and 2; nobody took 5. */
  private static final Pairs PAIRS =
      new Pairs(new Interactions(ITEMS, new int[][] {{0, 2}, {2, 0}, {3, 1}, {4, 2, 0}}));

  private static final Surroundings SURROUNDINGS = new Surroundings(ITEMS, DECAY, PAIRS);

  @Test
  void theNearerTheMoreItCounts() {
    double[] tokens = dense(SURROUNDINGS.around(new int[] {3, 1, 5, 4}, 2));
    assertThat(tokens[0]).isEqualTo(1);
    assertThat(tokens[1 + 1]).isCloseTo(1 / Math.sqrt(1.5), within(1e-12));
    assertThat(tokens[1 + 3]).isCloseTo(0.5 / Math.sqrt(1.5), within(1e-12));
    assertThat(tokens[1 + ITEMS + 4]).isEqualTo(1);
    assertThat(tokens[1 + 5] + tokens[1 + ITEMS + 5]).isZero();
  }

  @Test
  void pairsOfWhatStandsThereAreNotKnown() {
    int pairs = 1 + 2 * ITEMS;
    assertThat(sumFrom(pairs, SURROUNDINGS.around(new int[] {0, 2, 1}, 2))).isEqualTo(1);
    assertThat(sumFrom(pairs, SURROUNDINGS.around(new int[] {0, 2, 1}, 1))).isZero();
    assertThat(sumFrom(pairs, SURROUNDINGS.somewhere(new int[] {0, 2, 4})))
        .isCloseTo(Math.sqrt(3), within(1e-12));
  }

  @Test
  void somewhereIsTheMeanOfAllPlaces() {
    int[] history = {3, 0, 2, 4};
    double[] mean = new double[SURROUNDINGS.tokens()];
    for (int place = 0; place <= history.length; place++) {
      int[] filled = new int[history.length + 1];
      System.arraycopy(history, 0, filled, 0, place);
      filled[place] = 5;
      System.arraycopy(history, place, filled, place + 1, history.length - place);
      double[] around = dense(SURROUNDINGS.around(filled, place));
      for (int token = 0; token < mean.length; token++) {
        mean[token] += around[token] / (history.length + 1);
      }
    }
    assertThat(dense(SURROUNDINGS.somewhere(history))).containsExactly(mean, within(1e-12));
  }

  @Test
  void ofANewcomerOnlyWhatHoldsForAnyoneIsKnown() {
    Tokens tokens = SURROUNDINGS.somewhere(new int[0]);
    assertThat(tokens.size()).isEqualTo(1);
    assertThat(tokens.id(0)).isZero();
  }

  private static double sumFrom(int first, Tokens tokens) {
    double sum = 0;
    for (int i = 0; i < tokens.size(); i++) {
      sum += tokens.id(i) >= first ? tokens.weight(i) : 0;
    }
    return sum;
  }

  private static double[] dense(Tokens tokens) {
    double[] dense = new double[SURROUNDINGS.tokens()];
    for (int i = 0; i < tokens.size(); i++) {
      assertThat(dense[tokens.id(i)]).as("token %d comes once", tokens.id(i)).isZero();
      dense[tokens.id(i)] = tokens.weight(i);
    }
    return dense;
  }
}
