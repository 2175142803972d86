package io.growthline.training.fit;

import io.growthline.recommend.rules.Ranking;
import java.util.Arrays;

/**
 * A baseline: the items most like those taken before, by the cosine of who took them.
 *
 * @param neighbours how many items each item is compared with: the most similar
 */
public record ItemKnn(int neighbours) {

  /** Scores every item by its similarity to the items of a history. */
  public Scorer fit(Interactions people) {
    int items = people.items();
    double[][] together = new double[items][items];
    for (int person = 0; person < people.people(); person++) {
      int[] history = people.history(person);
      for (int item : history) {
        for (int other : history) {
          together[item][other]++;
        }
      }
    }
    int[][] nearest = new int[items][];
    double[][] similarity = new double[items][];
    int[] popularity = people.popularity();
    for (int item = 0; item < items; item++) {
      double[] cosine = new double[items];
      Arrays.fill(cosine, Double.NEGATIVE_INFINITY);
      for (int other = 0; other < items; other++) {
        if (other != item && together[item][other] > 0) {
          double norm = Math.sqrt((double) popularity[item] * popularity[other]);
          cosine[other] = together[item][other] / norm;
        }
      }
      int[] best = Ranking.best(cosine, neighbours);
      nearest[item] = best;
      similarity[item] = Arrays.stream(best).mapToDouble(other -> cosine[other]).toArray();
    }
    return history -> {
      double[] scores = new double[items];
      for (int item : history) {
        for (int i = 0; i < nearest[item].length; i++) {
          scores[nearest[item][i]] += similarity[item][i];
        }
      }
      return scores;
    };
  }
}
