package io.growthline.training.fit;

import io.growthline.recommend.rules.AdditiveModel;
import io.growthline.recommend.rules.Tokens;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.LinearSolverFactory_DDRM;
import org.ejml.interfaces.linsol.LinearSolverDense;

/**
 * The regression without order: each item from all others that the same person took, EASE (Steck,
 * "Embarrassingly Shallow Autoencoders for Sparse Data", WWW 2019). People are weighted by a power
 * of the length of their history, so that those who take everything don't decide alone what goes
 * together.
 *
 * @param personPower exponent of the length of a person's history; 0: everyone's pairs count alike
 * @param ridge above 0
 */
record SymmetricFit(double personPower, double ridge) {

  /** The most items of one history whose pairs are counted: the newest. */
  private static final int MOST_ITEMS = 1_000;

  /** Items × items, zero on the diagonal: row i holds what having taken i adds to each score. */
  DMatrixRMaj solve(Interactions people) {
    DMatrixRMaj inverse = inverse(people);
    for (int target = 0; target < people.items(); target++) {
      double precision = inverse.unsafe_get(target, target);
      for (int item = 0; item < people.items(); item++) {
        inverse.unsafe_set(
            item, target, item == target ? 0 : -inverse.unsafe_get(item, target) / precision);
      }
    }
    return inverse;
  }

  /** Learns from all of these. */
  Scorer fit(Interactions people) {
    DMatrixRMaj coefficients = solve(people);
    float[][] rows = new float[people.items()][];
    for (int item = 0; item < rows.length; item++) {
      rows[item] = TokenCap.row(coefficients, item);
    }
    AdditiveModel model = new AdditiveModel(rows, people.items());
    return history -> model.scores(everTaken(history));
  }

  private static Tokens everTaken(int[] history) {
    Tokens.Builder tokens = new Tokens.Builder(Math.min(history.length, MOST_ITEMS));
    for (int i = Math.max(0, history.length - MOST_ITEMS); i < history.length; i++) {
      tokens.add(history[i], 1);
    }
    return tokens.build();
  }

  /** Items × items: how many people took both, as people are weighted. */
  DMatrixRMaj gram(Interactions people) {
    DMatrixRMaj gram = new DMatrixRMaj(people.items(), people.items());
    for (int person = 0; person < people.people(); person++) {
      addPairs(people.history(person), gram);
    }
    return gram;
  }

  private DMatrixRMaj inverse(Interactions people) {
    int items = people.items();
    DMatrixRMaj gram = gram(people);
    for (int item = 0; item < items; item++) {
      gram.add(item, item, ridge);
    }
    LinearSolverDense<DMatrixRMaj> cholesky = LinearSolverFactory_DDRM.symmPosDef(items);
    if (!cholesky.setA(gram)) {
      throw new IllegalArgumentException("the ridge is too small: " + ridge);
    }
    DMatrixRMaj inverse = new DMatrixRMaj(items, items);
    cholesky.invert(inverse);
    return inverse;
  }

  private void addPairs(int[] history, DMatrixRMaj gram) {
    int first = Math.max(0, history.length - MOST_ITEMS);
    double weight = Math.pow(history.length, personPower);
    for (int i = first; i < history.length; i++) {
      for (int j = first; j < history.length; j++) {
        gram.add(history[i], history[j], weight);
      }
    }
  }
}
