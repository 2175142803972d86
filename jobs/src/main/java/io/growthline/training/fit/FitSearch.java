package io.growthline.training.fit;

import static io.growthline.training.fit.Validation.best;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleFunction;
import java.util.stream.DoubleStream;

/**
 * Looks for the best parameters of each regression by itself: one parameter after the other, each
 * at its best given those before.
 */
record FitSearch(Validation validation) {

  private static final double[] PERSON_POWERS = {0, -0.5, -1};
  static final double[] SYMMETRIC_RIDGES = {3, 10, 30, 100, 300, 1000};
  private static final double[] DIRECTIONAL_RIDGES = {10, 30, 100, 300};
  private static final double[] LONG_DECAYS = {0.8, 0.9, 1};
  private static final double[] FUTURE_DECAYS = {0.5, 0.7, 1};
  private static final double[] SHORT_DECAYS = {0.05, 0.2, 0.4};

  /** Everyone counts alike, however long their history; what very few tell is hardly believed. */
  static final GapFit GAP = new GapFit(0.8, -1, 5);

  static final DirectionalFit DIRECTIONAL = new DirectionalFit(0.2, 1, 0.7, -1, 30);

  /** At its best in finding what is missing. */
  SymmetricFit symmetric() {
    List<SymmetricFit> all = new ArrayList<>();
    for (double power : PERSON_POWERS) {
      all.addAll(each(SYMMETRIC_RIDGES, ridge -> new SymmetricFit(power, ridge)));
    }
    return best(all, fit -> validation.missing(fit.fit(validation.anywhere().known())));
  }

  /** At its best in finding what comes next. */
  DirectionalFit directional() {
    DirectionalFit fit = nextBest(PERSON_POWERS, DIRECTIONAL::withPersonPower);
    fit = nextBest(FUTURE_DECAYS, fit::withFutureDecay);
    fit = nextBest(LONG_DECAYS, fit::withLongDecay);
    fit = nextBest(SHORT_DECAYS, fit::withShortDecay);
    return nextBest(DIRECTIONAL_RIDGES, fit::withRidge);
  }

  private DirectionalFit nextBest(double[] values, DoubleFunction<DirectionalFit> with) {
    Interactions known = validation.ends().known();
    return best(each(values, with), fit -> validation.next(fit.fit(known)));
  }

  private static <T> List<T> each(double[] values, DoubleFunction<T> with) {
    return DoubleStream.of(values).mapToObj(with).toList();
  }
}
