package io.growthline.training.fit;

import io.growthline.recommend.rules.AdditiveModel;
import io.growthline.recommend.rules.CourseMemory;
import io.growthline.recommend.rules.Tokens;

/**
 * The regression with order: from what someone's memories hold at a time to what they took after
 * it, the nearer the more it counts. The {@link Places} of every history are examples.
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

  DirectionalFit withShortDecay(double other) {
    return new DirectionalFit(other, longDecay, futureDecay, personPower, ridge);
  }

  DirectionalFit withLongDecay(double other) {
    return new DirectionalFit(shortDecay, other, futureDecay, personPower, ridge);
  }

  DirectionalFit withFutureDecay(double other) {
    return new DirectionalFit(shortDecay, longDecay, other, personPower, ridge);
  }

  DirectionalFit withPersonPower(double other) {
    return new DirectionalFit(shortDecay, longDecay, futureDecay, other, ridge);
  }

  DirectionalFit withRidge(double other) {
    return new DirectionalFit(shortDecay, longDecay, futureDecay, personPower, other);
  }

  CourseMemory memory(int items) {
    return new CourseMemory(items, shortDecay, longDecay);
  }

  /** Learns from all of these. */
  Scorer fit(Interactions people) {
    CourseMemory memory = memory(people.items());
    TokenCap cap = TokenCap.byPopularity(people, memory.orderedTokens());
    RidgeStatistics statistics = new RidgeStatistics(cap.size(), people.items());
    for (int person = 0; person < people.people(); person++) {
      int[] history = people.history(person);
      Places places = new Places(history.length);
      double weight = Math.pow(history.length, personPower) * places.weight();
      for (int example = 0; example < places.count(); example++) {
        int taken = places.at(example);
        statistics.add(weight, cap.of(memory.ordered(history, taken)), ahead(history, taken));
      }
    }
    AdditiveModel model = new AdditiveModel(cap.rows(statistics.solve(ridge)), people.items());
    return history -> model.scores(memory.ordered(history, history.length));
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
