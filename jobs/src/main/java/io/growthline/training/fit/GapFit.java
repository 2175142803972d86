package io.growthline.training.fit;

import io.growthline.recommend.rules.AdditiveModel;
import io.growthline.recommend.rules.Tokens;

/**
 * The regression that fills a gap: from what stands around a place in a history to what stands
 * there. The {@link Places} of every history are examples.
 *
 * @param decay of what stands around, see {@link Surroundings}
 * @param personPower exponent of the length of a person's history, as examples are weighted
 * @param ridge above 0
 */
record GapFit(double decay, double personPower, double ridge) {

  /** Learns from all of these. */
  Scorer fit(Interactions people) {
    Surroundings surroundings = new Surroundings(people.items(), decay, new Pairs(people));
    TokenCap cap = TokenCap.byPopularity(people, surroundings.tokens());
    RidgeStatistics statistics = new RidgeStatistics(cap.size(), people.items());
    for (int person = 0; person < people.people(); person++) {
      int[] history = people.history(person);
      Places places = new Places(history.length);
      double weight = Math.pow(history.length, personPower) * places.weight();
      for (int example = 0; example < places.count(); example++) {
        int place = places.at(example);
        statistics.add(
            weight, cap.of(surroundings.around(history, place)), Tokens.of(history[place]));
      }
    }
    AdditiveModel model = new AdditiveModel(cap.rows(statistics.solve(ridge)), people.items());
    return history -> model.scores(surroundings.somewhere(history));
  }
}
