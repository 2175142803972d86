package io.growthline.training.fit;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.ejml.data.DMatrixRMaj;

/**
 * Chooses all parameters by validation on a part of the training data. Nobody says how the test
 * data was cut off: from the ends of histories, or out of their middle. So both are tried. What
 * goes together is chosen by finding what is missing, what follows what by finding what is next;
 * order then counts as much as it helps with what is next, unless that costs too much with what is
 * missing.
 */
public final class Selection {

  /** What order may cost where it is no help, as a share of the NDCG. */
  private static final double BEARABLE_LOSS = 0.01;

  /** Whoever has data where order helps so much will ask what is next, as a share of the NDCG. */
  private static final double GREAT_GAIN = 0.25;

  private static final double[] PERSON_POWERS = {0, -0.5, -1};
  private static final double[] SYMMETRIC_RIDGES = {3, 10, 30, 100, 300, 1000};
  private static final double[] DIRECTIONAL_RIDGES = {10, 30, 100, 300};
  private static final double[] LONG_DECAYS = {0.8, 0.9, 1};
  private static final double[] FUTURE_DECAYS = {0.5, 0.7, 1};
  private static final double[] SHORT_DECAYS = {0.05, 0.2, 0.4};
  private static final double[] DIRECTIONS = {0, 0.02, 0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.7, 1};
  private static final int[] NEIGHBOURS = {10, 20, 50, 100, 200};

  private final int cutoff;
  private final boolean ordered;
  private final HeldOut ends;
  private final HeldOut anywhere;

  /**
   * @param train all that may be learned from
   * @param ranks of each item in the order of its name
   * @param cutoff how many items will be recommended
   */
  public Selection(Interactions train, int[] ranks, int cutoff, long seed) {
    this.cutoff = cutoff;
    this.ordered = !Order.isByItem(train, ranks);
    this.ends = HeldOut.ends(train, seed);
    this.anywhere = HeldOut.anywhere(train, seed);
  }

  /** Tries and chooses. */
  public Choice choose() {
    DirectionalFit start = new DirectionalFit(0.2, 1, 0.7, -1, 30);
    SymmetricFit symmetric = best(symmetricCandidates(PERSON_POWERS), fit -> ndcg(fit, anywhere));
    DirectionalFit directional = ordered ? searchDirectional(start) : start;
    BlendedFit blend = bestBlend(symmetric, directional);
    SymmetricFit ease = best(symmetricCandidates(0), fit -> ndcg(fit, anywhere) + ndcg(fit, ends));
    ItemKnn knn =
        best(neighbours(), fit -> ndcgOfBoth(fit.fit(anywhere.known()), fit.fit(ends.known())));
    return new Choice(
        Choice.recommender(blend), Choice.recommender(new BlendedFit(ease, start, 0)), knn);
  }

  private static List<SymmetricFit> symmetricCandidates(double... powers) {
    List<SymmetricFit> fits = new ArrayList<>();
    for (double power : powers) {
      for (double ridge : SYMMETRIC_RIDGES) {
        fits.add(new SymmetricFit(power, ridge));
      }
    }
    return fits;
  }

  private static List<ItemKnn> neighbours() {
    List<ItemKnn> fits = new ArrayList<>();
    for (int neighbours : NEIGHBOURS) {
      fits.add(new ItemKnn(neighbours));
    }
    return fits;
  }

  /** One parameter after the other, each at its best given those before. */
  private DirectionalFit searchDirectional(DirectionalFit start) {
    DirectionalFit fit = start;
    fit = best(withPersonPowers(fit), this::ndcgOfNext);
    fit = best(withFutureDecays(fit), this::ndcgOfNext);
    fit = best(withLongDecays(fit), this::ndcgOfNext);
    fit = best(withShortDecays(fit), this::ndcgOfNext);
    return best(withRidges(fit), this::ndcgOfNext);
  }

  private static List<DirectionalFit> withPersonPowers(DirectionalFit f) {
    List<DirectionalFit> fits = new ArrayList<>();
    for (double power : PERSON_POWERS) {
      fits.add(
          new DirectionalFit(f.shortDecay(), f.longDecay(), f.futureDecay(), power, f.ridge()));
    }
    return fits;
  }

  private static List<DirectionalFit> withFutureDecays(DirectionalFit f) {
    List<DirectionalFit> fits = new ArrayList<>();
    for (double decay : FUTURE_DECAYS) {
      fits.add(
          new DirectionalFit(f.shortDecay(), f.longDecay(), decay, f.personPower(), f.ridge()));
    }
    return fits;
  }

  private static List<DirectionalFit> withLongDecays(DirectionalFit f) {
    List<DirectionalFit> fits = new ArrayList<>();
    for (double decay : LONG_DECAYS) {
      fits.add(
          new DirectionalFit(f.shortDecay(), decay, f.futureDecay(), f.personPower(), f.ridge()));
    }
    return fits;
  }

  private static List<DirectionalFit> withShortDecays(DirectionalFit f) {
    List<DirectionalFit> fits = new ArrayList<>();
    for (double decay : SHORT_DECAYS) {
      fits.add(
          new DirectionalFit(decay, f.longDecay(), f.futureDecay(), f.personPower(), f.ridge()));
    }
    return fits;
  }

  private static List<DirectionalFit> withRidges(DirectionalFit f) {
    List<DirectionalFit> fits = new ArrayList<>();
    for (double ridge : DIRECTIONAL_RIDGES) {
      fits.add(
          new DirectionalFit(
              f.shortDecay(), f.longDecay(), f.futureDecay(), f.personPower(), ridge));
    }
    return fits;
  }

  private double ndcgOfNext(DirectionalFit fit) {
    int items = ends.known().items();
    return ndcg(new BlendedFit(null, fit, 1).blend(items, null, fit.solve(ends.known())), ends);
  }

  /** As much order as helps to find what is next, within what it may cost elsewhere. */
  private BlendedFit bestBlend(SymmetricFit symmetric, DirectionalFit directional) {
    BlendedFit without = new BlendedFit(symmetric, directional, 0);
    if (!ordered) {
      return without;
    }
    Solved forEnds = new Solved(symmetric, directional, ends);
    Solved forAnywhere = new Solved(symmetric, directional, anywhere);
    double nextWithout = ndcg(forEnds.blend(without), ends);
    double missingWithout = ndcg(forAnywhere.blend(without), anywhere);
    List<BlendedFit> candidates = new ArrayList<>();
    for (double direction : DIRECTIONS) {
      BlendedFit fit = new BlendedFit(symmetric, directional, direction);
      if (ndcg(forEnds.blend(fit), ends) >= (1 + GREAT_GAIN) * nextWithout
          || ndcg(forAnywhere.blend(fit), anywhere) >= (1 - BEARABLE_LOSS) * missingWithout) {
        candidates.add(fit);
      }
    }
    return best(candidates, fit -> ndcg(forEnds.blend(fit), ends));
  }

  private double ndcgOfBoth(Scorer forAny, Scorer forLast) {
    return ndcg(forAny, anywhere) + ndcg(forLast, ends);
  }

  private double ndcg(SymmetricFit fit, HeldOut heldOut) {
    return ndcg(
        new BlendedFit(fit, new DirectionalFit(0, 0, 0, 0, 1), 0).fit(heldOut.known()), heldOut);
  }

  private double ndcg(Scorer scorer, HeldOut heldOut) {
    return RankingMetrics.of(scorer, heldOut, cutoff).ndcg();
  }

  /** The first of the best. */
  private static <T> T best(List<T> candidates, ToDoubleFunction<T> quality) {
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

  /** Both regressions on one hold-out, so that blends need not solve them again. */
  private record Solved(HeldOut heldOut, DMatrixRMaj pairs, DMatrixRMaj ordered) {

    Solved(SymmetricFit symmetric, DirectionalFit directional, HeldOut heldOut) {
      this(heldOut, symmetric.solve(heldOut.known()), directional.solve(heldOut.known()));
    }

    Scorer blend(BlendedFit fit) {
      return fit.blend(heldOut.known().items(), pairs, ordered);
    }
  }
}
