package io.growthline.training.fit;

import static io.growthline.training.fit.Validation.best;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Chooses all parameters by validation on a part of the training data: those of each regression
 * among the most popular items, how much each counts among all. What goes together and what fits in
 * between are chosen by finding what is missing, what follows what by finding what is next; order
 * then counts as much as it helps with what is next, unless that costs anything with what is
 * missing; where it helps greatly, as much as is best for both.
 */
public final class Selection {

  /**
   * So much more of what is next is worth losing some of what is missing, as a share of the NDCG.
   */
  private static final double GREAT_GAIN = 0.25;

  private static final double[] GAPS = {0, 0.3, 0.5, 0.7, 0.85, 1};
  private static final double[] DIRECTIONS = {0, 0.02, 0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.7, 1};

  /** With more items each try would take minutes, and what is rare hardly tells them apart. */
  private static final int MOST_ITEMS_IN_SEARCH = 500;

  private final boolean ordered;
  private final FitSearch search;
  private final Validation validation;

  /**
   * @param train all that may be learned from
   * @param ranks of each item in the order of its name
   * @param cutoff how many items will be recommended
   */
  public Selection(Interactions train, int[] ranks, int cutoff, long seed) {
    this.ordered = !Order.isByItem(train, ranks);
    this.validation = Validation.of(train, cutoff, seed);
    Interactions popular = train.amongMostPopular(MOST_ITEMS_IN_SEARCH);
    this.search = new FitSearch(Validation.of(popular, cutoff, seed));
  }

  /** Tries and chooses. */
  public Choice choose() {
    Rivals rivals = new Rivals(validation);
    SymmetricFit ease = rivals.ease();
    List<SymmetricFit> symmetric = List.of(search.symmetric(), ease);
    return new Choice(
        Choice.recommender(ordered ? withOrder(symmetric) : withoutOrder(symmetric)),
        Choice.recommender(BlendedFit.alone(ease)),
        rivals.itemKnn());
  }

  private BlendedFit withoutOrder(List<SymmetricFit> symmetric) {
    Interactions known = validation.anywhere().known();
    return BlendedFit.alone(best(symmetric, fit -> validation.missing(fit.fit(known))));
  }

  private BlendedFit withOrder(List<SymmetricFit> symmetric) {
    DirectionalFit directional = search.directional();
    List<BlendedFit> fillings = new ArrayList<>();
    for (SymmetricFit each : symmetric) {
      for (double gaps : GAPS) {
        fillings.add(new BlendedFit(each, FitSearch.GAP, directional, gaps, 0));
      }
    }
    Fitted anywhere = Fitted.of(fillings, validation.anywhere());
    BlendedFit filling = best(fillings, fit -> validation.missing(anywhere.blend(fit)));
    return directed(filling, anywhere, Fitted.of(List.of(filling), validation.ends()));
  }

  /**
   * As much order as helps to find what is next, as long as it costs nothing elsewhere. Where it
   * helps greatly it may cost something, and what is best for both together is chosen.
   */
  private BlendedFit directed(BlendedFit without, Fitted anywhere, Fitted ends) {
    List<Directed> all = new ArrayList<>();
    for (double direction : DIRECTIONS) {
      BlendedFit fit = without.with(without.gaps(), direction);
      all.add(
          new Directed(
              fit, validation.next(ends.blend(fit)), validation.missing(anywhere.blend(fit))));
    }
    Directed none = all.get(0);
    Directed most = best(all, Directed::next);
    if (most.next() >= (1 + GREAT_GAIN) * none.next()) {
      return best(all, each -> each.next() * each.missing()).fit();
    }
    List<Directed> free = all.stream().filter(each -> each.missing() >= none.missing()).toList();
    return best(free, Directed::next).fit();
  }

  /** A blend, and the NDCG with which it finds what is next and what is missing. */
  private record Directed(BlendedFit fit, double next, double missing) {}

  /** All regressions on one hold-out, so that blends need not fit them again. */
  private record Fitted(Map<SymmetricFit, Scorer> together, Scorer between, Scorer next) {

    /** Of blends that differ in nothing but their symmetric part and the shares. */
    static Fitted of(List<BlendedFit> fits, HeldOut heldOut) {
      Interactions known = heldOut.known();
      Map<SymmetricFit, Scorer> together = new HashMap<>();
      fits.forEach(fit -> together.computeIfAbsent(fit.symmetric(), each -> each.fit(known)));
      BlendedFit any = fits.get(0);
      return new Fitted(together, any.gap().fit(known), any.directional().fit(known));
    }

    Scorer blend(BlendedFit fit) {
      return fit.blend(together.get(fit.symmetric()), between, next);
    }
  }
}
