package io.growthline.training.fit;

import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Parts of the training data, held back to compare recommenders by their NDCG. Nobody says how the
 * test data was cut off: from the ends of histories, or out of their middle. So both are tried.
 *
 * @param ends what comes next
 * @param anywhere what is missing
 * @param cutoff how many items will be recommended
 */
record Validation(HeldOut ends, HeldOut anywhere, int cutoff) {

  static Validation of(Interactions train, int cutoff, long seed) {
    return new Validation(HeldOut.ends(train, seed), HeldOut.anywhere(train, seed), cutoff);
  }

  /** How well what comes next is found, by someone who learned from {@link #ends}. */
  double next(Scorer scorer) {
    return RankingMetrics.of(scorer, ends, cutoff).ndcg();
  }

  /** How well what is missing is found, by someone who learned from {@link #anywhere}. */
  double missing(Scorer scorer) {
    return RankingMetrics.of(scorer, anywhere, cutoff).ndcg();
  }

  /** The first of the best. */
  static <T> T best(List<T> candidates, ToDoubleFunction<T> quality) {
    T best = null;
    double highest = Double.NEGATIVE_INFINITY;
    for (T candidate : candidates) {
      double value = quality.applyAsDouble(candidate);
      if (value > highest) {
        best = candidate;
        highest = value;
      }
    }
    return best;
  }
}
