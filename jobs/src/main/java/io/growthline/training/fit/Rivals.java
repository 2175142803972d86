package io.growthline.training.fit;

import static io.growthline.training.fit.Validation.best;

import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** The baselines, each at its best in finding both what is missing and what comes next. */
record Rivals(Validation validation) {

  private static final int[] NEIGHBOURS = {10, 20, 50, 100, 200};

  /** The regression without order and without weights for people. */
  SymmetricFit ease() {
    return best(
        DoubleStream.of(FitSearch.SYMMETRIC_RIDGES)
            .mapToObj(ridge -> new SymmetricFit(0, ridge))
            .toList(),
        fit ->
            ndcgOfBoth(fit.fit(validation.anywhere().known()), fit.fit(validation.ends().known())));
  }

  ItemKnn itemKnn() {
    return best(
        IntStream.of(NEIGHBOURS).mapToObj(ItemKnn::new).toList(),
        knn ->
            ndcgOfBoth(knn.fit(validation.anywhere().known()), knn.fit(validation.ends().known())));
  }

  private double ndcgOfBoth(Scorer forMissing, Scorer forNext) {
    return validation.missing(forMissing) + validation.next(forNext);
  }
}
