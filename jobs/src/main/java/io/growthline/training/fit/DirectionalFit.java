package io.growthline.training.fit;

import io.growthline.recommend.rules.CourseMemory;
import io.growthline.recommend.rules.Tokens;
import org.ejml.data.DMatrixRMaj;

/**
 * The regression with order: from what someone's memories hold at a time to what they took after
 * it, the nearer the more it counts. Every place in every history is an example.
 *
 * @param shortDecay of the short memory, see {@link CourseMemory}
 * @param longDecay of the long memory
 * @param futureDecay what is left of an item's weight with every other taken before it, 0..1
 * @param personPower exponent of the length of a person's history, as examples are weighted
 * @param ridge above 0
 */
record DirectionalFit(
    double shortDecay, double longDecay, double futureDecay, double personPower, double ridge) {

  /** How far ahead is looked: what comes later says nothing of what is next. */
  private static final int MOST_AHEAD = 50;

  CourseMemory memory(int items) {
    return new CourseMemory(items, shortDecay, longDecay);
  }

  /** {@link CourseMemory#orderedTokens} × items. */
  DMatrixRMaj solve(Interactions people) {
    return statistics(people).solve(ridge);
  }

  private RidgeStatistics statistics(Interactions people) {
    CourseMemory memory = memory(people.items());
    RidgeStatistics statistics = new RidgeStatistics(memory.orderedTokens(), people.items());
    for (int person = 0; person < people.people(); person++) {
      int[] history = people.history(person);
      double weight = Math.pow(history.length, personPower);
      for (int taken = 0; taken < history.length; taken++) {
        statistics.add(weight, memory.ordered(history, taken), ahead(history, taken));
      }
    }
    return statistics;
  }

  private Tokens ahead(int[] history, int taken) {
    int end = Math.min(history.length, taken + MOST_AHEAD);
    Tokens.Builder next = new Tokens.Builder(end - taken);
    double weight = 1;
    for (int i = taken; i < end; i++) {
      next.add(history[i], weight);
      weight *= futureDecay;
    }
    return next.build();
  }
}
