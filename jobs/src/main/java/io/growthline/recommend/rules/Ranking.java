package io.growthline.recommend.rules;

import java.util.Arrays;

/** Picks the best of many scores. */
public final class Ranking {

  private Ranking() {}

  /**
   * The targets with the highest scores, best first; of equal ones the lower number first.
   *
   * @param scores by target; NEGATIVE_INFINITY: not to be had
   * @param count the most that are wanted
   */
  public static int[] best(double[] scores, int count) {
    int[] best = new int[Math.min(count, scores.length)];
    int size = 0;
    for (int target = 0; target < scores.length; target++) {
      double score = scores[target];
      if (score == Double.NEGATIVE_INFINITY
          || (size == best.length && (size == 0 || score <= scores[best[size - 1]]))) {
        continue;
      }
      int place = size < best.length ? size++ : size - 1;
      while (place > 0 && score > scores[best[place - 1]]) {
        best[place] = best[place - 1];
        place--;
      }
      best[place] = target;
    }
    return Arrays.copyOf(best, size);
  }
}
