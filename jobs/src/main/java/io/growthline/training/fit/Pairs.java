package io.growthline.training.fit;

import io.growthline.recommend.rules.Ranking;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.ejml.data.DMatrixRMaj;

/** The pairs of items that people took most often, numbered. */
final class Pairs {

  private static final int MOST_PAIRS = 600;

  /** Of longer histories only the newest items are paired. */
  private static final int MOST_PAIRED = 60;

  private final int items;
  private final Map<Integer, Integer> numbers = new HashMap<>();

  /** The most frequent pairs; whoever took much says less of each. */
  Pairs(Interactions people) {
    items = people.items();
    DMatrixRMaj together = new SymmetricFit(-1, 1).gram(people);
    for (int item = 0; item < items; item++) {
      for (int other = 0; other < items; other++) {
        if (other <= item || together.unsafe_get(item, other) == 0) {
          together.unsafe_set(item, other, Double.NEGATIVE_INFINITY);
        }
      }
    }
    for (int pair : Ranking.best(together.getData(), MOST_PAIRS)) {
      numbers.put(pair, numbers.size());
    }
  }

  int size() {
    return numbers.size();
  }

  /**
   * The numbers of the pairs in a history.
   *
   * @param without a place that is looked away from; -1: none
   */
  int[] of(int[] history, int without) {
    int[] found = new int[history.length * Math.min(history.length, MOST_PAIRED)];
    int size = 0;
    for (int i = Math.max(0, history.length - MOST_PAIRED); i < history.length; i++) {
      for (int j = i + 1; j < history.length; j++) {
        if (i != without && j != without) {
          Integer number = numbers.get(key(history[i], history[j]));
          if (number != null) {
            found[size++] = number;
          }
        }
      }
    }
    return Arrays.copyOf(found, size);
  }

  private int key(int item, int other) {
    return Math.min(item, other) * items + Math.max(item, other);
  }
}
