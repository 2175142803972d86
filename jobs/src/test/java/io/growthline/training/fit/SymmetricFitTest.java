package io.growthline.training.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Test;

class SymmetricFitTest {

  private static final Interactions PEOPLE =
      new Interactions(
          4, new int[][] {{0, 1}, {1, 0}, {0, 1, 2}, {2, 3}, {3}, {}, {3, 2, 1, 0}, {0, 2}});

  /** Of two items a person has, each is predicted from the other alone. */
  @Test
  void twoItemsPredictEachOtherInProportion() {
    Interactions pairs = new Interactions(2, new int[][] {{0, 1}, {0, 1}, {0}, {1}, {1}});
    DMatrixRMaj b = new SymmetricFit(0, 2).solve(pairs);
    // Together 2 times; item 0 taken 3 times, item 1 4 times; each with a ridge of 2.
    assertThat(b.get(0, 1)).isCloseTo(2.0 / (3 + 2), within(1e-12));
    assertThat(b.get(1, 0)).isCloseTo(2.0 / (4 + 2), within(1e-12));
  }

  /** The gradient is zero off the diagonal, where coefficients are free. */
  @Test
  void theSolutionIsTheMinimumAmongThoseThatDoNotUseTheItemItself() {
    double ridge = 1.5;
    DMatrixRMaj b = new SymmetricFit(-1, ridge).solve(PEOPLE);
    for (int item = 0; item < 4; item++) {
      assertThat(b.get(item, item)).isZero();
      for (int target = 0; target < 4; target++) {
        if (target != item) {
          assertThat(gradient(b, item, target))
              .isCloseTo(ridge * b.get(item, target), within(1e-9));
        }
      }
    }
  }

  @Test
  void theOrderOfAHistoryDoesNotMatter() {
    Interactions turned =
        new Interactions(
            4, new int[][] {{1, 0}, {0, 1}, {2, 0, 1}, {3, 2}, {3}, {}, {0, 1, 2, 3}, {2, 0}});
    DMatrixRMaj b = new SymmetricFit(-0.5, 1).solve(PEOPLE);
    DMatrixRMaj other = new SymmetricFit(-0.5, 1).solve(turned);
    for (int i = 0; i < b.getNumElements(); i++) {
      assertThat(b.get(i)).isCloseTo(other.get(i), within(1e-12));
    }
  }

  private static double gradient(DMatrixRMaj b, int item, int target) {
    double sum = 0;
    for (int person = 0; person < PEOPLE.people(); person++) {
      int[] history = PEOPLE.history(person);
      double[] had = new double[4];
      for (int i : history) {
        had[i] = 1;
      }
      double predicted = 0;
      for (int i : history) {
        predicted += b.get(i, target);
      }
      if (history.length > 0) {
        sum += had[item] * (had[target] - predicted) / history.length;
      }
    }
    return sum;
  }
}
