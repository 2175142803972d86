package io.growthline.training.fit;

import java.util.List;
import java.util.stream.Stream;

/**
 * The three regressions together: what goes with what, what fits in between, and what comes next.
 * Their sum is again a sum of rows.
 *
 * @param gaps how much what stands before and after a gap counts in finding what is missing, 0..1
 * @param direction how much order counts, 0 (not at all) to 1 (alone)
 */
record BlendedFit(
    SymmetricFit symmetric, GapFit gap, DirectionalFit directional, double gaps, double direction) {

  /** The regression without order alone. */
  static BlendedFit alone(SymmetricFit symmetric) {
    return new BlendedFit(symmetric, FitSearch.GAP, FitSearch.DIRECTIONAL, 0, 0);
  }

  /** The same regressions in other shares. */
  BlendedFit with(double otherGaps, double otherDirection) {
    return new BlendedFit(symmetric, gap, directional, otherGaps, otherDirection);
  }

  /** Learns from all of these. */
  Scorer fit(Interactions people) {
    return blend(
        symmetricWeight() > 0 ? symmetric.fit(people) : null,
        gapWeight() > 0 ? gap.fit(people) : null,
        direction > 0 ? directional.fit(people) : null);
  }

  private double symmetricWeight() {
    return (1 - direction) * (1 - gaps);
  }

  private double gapWeight() {
    return (1 - direction) * gaps;
  }

  /**
   * Blends what was fitted before; each part may be null if it does not count.
   *
   * @param together by {@link #symmetric}
   * @param between by {@link #gap}
   * @param next by {@link #directional}
   */
  Scorer blend(Scorer together, Scorer between, Scorer next) {
    List<Part> parts =
        Stream.of(
                new Part(together, symmetricWeight()),
                new Part(between, gapWeight()),
                new Part(next, direction))
            .filter(part -> part.weight() > 0)
            .toList();
    return history -> {
      double[] sum = null;
      for (Part part : parts) {
        double[] scores = part.scorer().scores(history);
        sum = sum == null ? new double[scores.length] : sum;
        for (int item = 0; item < scores.length; item++) {
          sum[item] += part.weight() * scores[item];
        }
      }
      return sum;
    };
  }

  private record Part(Scorer scorer, double weight) {}
}
