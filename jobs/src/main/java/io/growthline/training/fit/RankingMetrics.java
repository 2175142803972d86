package io.growthline.training.fit;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.growthline.recommend.rules.Ranking;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * How well held-back items are found among all that a person did not have before. All are means
 * over people with held-back items, 0..1.
 *
 * @param users people with held-back items
 * @param recall share of the held-back items that are recommended
 * @param precision share of the recommended items that were held back, of the cutoff
 * @param hitRate share of people to whom at least one held-back item is recommended
 * @param ndcg discounted gain, of that of an ideal list of min(cutoff, held-back items)
 * @param coverage share of all items that are recommended to anybody
 * @param popularityShare share of recommendations taken by the most popular tenth of the items
 */
@JsonPropertyOrder({
  "users",
  "recall",
  "precision",
  "hitRate",
  "ndcg",
  "coverage",
  "popularityShare"
})
public record RankingMetrics(
    int users,
    double recall,
    double precision,
    double hitRate,
    double ndcg,
    double coverage,
    double popularityShare) {

  /**
   * Measures.
   *
   * @param heldOut what each person had, and what should be found
   * @param cutoff how many items are recommended, at least 1
   */
  public static RankingMetrics of(Scorer scorer, HeldOut heldOut, int cutoff) {
    Sums sums = new Sums(heldOut.known(), cutoff);
    for (int person = 0; person < heldOut.known().people(); person++) {
      if (heldOut.test(person).length > 0) {
        int[] history = heldOut.known().history(person);
        double[] scores = scorer.scores(history);
        for (int item : history) {
          scores[item] = Double.NEGATIVE_INFINITY;
        }
        sums.add(Ranking.best(scores, cutoff), heldOut.test(person));
      }
    }
    return sums.means();
  }

  /** The most popular tenth of the items, at least one. */
  private static boolean[] mostPopular(Interactions known) {
    int[] popularity = known.popularity();
    boolean[] popular = new boolean[known.items()];
    IntStream.range(0, known.items())
        .boxed()
        .sorted((a, b) -> Integer.compare(popularity[b], popularity[a]))
        .limit(Math.max(1, known.items() / 10))
        .forEach(item -> popular[item] = true);
    return popular;
  }

  private static final class Sums {

    private final int cutoff;
    private final boolean[] popular;
    private final boolean[] recommended;
    private int users;
    private double recall;
    private double precision;
    private double hits;
    private double ndcg;
    private long shown;
    private long shownPopular;

    Sums(Interactions known, int cutoff) {
      this.cutoff = cutoff;
      this.popular = mostPopular(known);
      this.recommended = new boolean[known.items()];
    }

    void add(int[] list, int[] test) {
      int found = 0;
      double gain = 0;
      for (int place = 0; place < list.length; place++) {
        int item = list[place];
        recommended[item] = true;
        shown++;
        shownPopular += popular[item] ? 1 : 0;
        if (Arrays.stream(test).anyMatch(held -> held == item)) {
          found++;
          gain += discount(place);
        }
      }
      users++;
      recall += (double) found / test.length;
      precision += (double) found / cutoff;
      hits += found > 0 ? 1 : 0;
      ndcg += gain / ideal(test.length);
    }

    private double ideal(int tests) {
      return IntStream.range(0, Math.min(cutoff, tests)).mapToDouble(Sums::discount).sum();
    }

    private static double discount(int place) {
      return Math.log(2) / Math.log(place + 2.0);
    }

    RankingMetrics means() {
      double people = Math.max(1, users);
      long covered = IntStream.range(0, recommended.length).filter(i -> recommended[i]).count();
      return new RankingMetrics(
          users,
          recall / people,
          precision / people,
          hits / people,
          ndcg / people,
          (double) covered / Math.max(1, recommended.length),
          (double) shownPopular / Math.max(1, shown));
    }
  }
}
