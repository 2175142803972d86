package io.growthline.training.fit;

import io.growthline.recommend.rules.ContentPrior;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.ejml.data.DMatrixRMaj;

/** Chooses a taste model's parameters by what is found of later time. */
final class TasteSelection {

  private static final Double[] PERSON_POWERS = {0.0, -0.5, -1.0};
  private static final Double[] FUTURE_DECAYS = {0.5, 0.7, 0.9};
  private static final Double[] LONG_DECAYS = {0.8, 0.9, 1.0};
  private static final Double[] SHORT_DECAYS = {0.05, 0.2, 0.4};
  private static final Double[] RIDGES = {1.0, 3.0, 10.0, 30.0, 100.0, 300.0};

  private final TimeSplit split;
  private final DMatrixRMaj prior;

  TasteSelection(TimeSplit split, ContentPrior prior) {
    this.split = split;
    this.prior = TasteFit.prior(split.vocabulary(), prior);
  }

  /** One parameter after the other, each at its best given those before. */
  TasteParameters choose() {
    TasteParameters chosen = bestRidge(TasteParameters.START);
    chosen = best(Stream.of(PERSON_POWERS).map(chosen::withPersonPower));
    chosen = best(Stream.of(FUTURE_DECAYS).map(chosen::withFutureDecay));
    chosen = best(Stream.of(LONG_DECAYS).map(chosen::withLongDecay));
    chosen = best(Stream.of(SHORT_DECAYS).map(chosen::withShortDecay));
    return bestRidge(chosen);
  }

  /** What was learned with these parameters. */
  Contender fit(TasteParameters parameters) {
    return solve(parameters, statistics(parameters));
  }

  /** What the rule book alone says. */
  Contender priorAlone() {
    return Contender.of(split.vocabulary(), TasteParameters.START.memory(), prior);
  }

  private RidgeStatistics statistics(TasteParameters parameters) {
    TasteFit fit = new TasteFit(split.vocabulary(), parameters);
    RidgeStatistics statistics = fit.nothing();
    split.known().forEach(person -> fit.add(person, statistics));
    return statistics;
  }

  private Contender solve(TasteParameters parameters, RidgeStatistics statistics) {
    return Contender.of(
        split.vocabulary(), parameters.memory(), statistics.solve(parameters.ridge(), prior));
  }

  private TasteParameters best(Stream<TasteParameters> candidates) {
    return best(candidates, candidate -> ndcg(fit(candidate)));
  }

  /** For another ridge there is nothing to be summed up anew. */
  private TasteParameters bestRidge(TasteParameters parameters) {
    RidgeStatistics statistics = statistics(parameters);
    return best(
        Stream.of(RIDGES).map(parameters::withRidge),
        candidate -> ndcg(solve(candidate, statistics)));
  }

  private double ndcg(Contender contender) {
    return split.ask(contender).figures().ndcg();
  }

  /** The first of the best. */
  private static TasteParameters best(
      Stream<TasteParameters> candidates, ToDoubleFunction<TasteParameters> quality) {
    TasteParameters best = null;
    double highest = Double.NEGATIVE_INFINITY;
    for (TasteParameters candidate : candidates.toList()) {
      double value = quality.applyAsDouble(candidate);
      if (value > highest) {
        best = candidate;
        highest = value;
      }
    }
    return best;
  }
}
