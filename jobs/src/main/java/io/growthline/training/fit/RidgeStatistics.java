package io.growthline.training.fit;

import io.growthline.recommend.rules.Tokens;
import java.util.Arrays;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.LinearSolverFactory_DDRM;
import org.ejml.interfaces.linsol.LinearSolverDense;

/**
 * All that a ridge regression has to know of its examples: two matrices, to which examples are
 * added in any order and in as many parts as one likes. The regression predicts from what is known
 * of a person at a time what they do next.
 *
 * <p>What an example adds is rounded to a multiple of 2⁻³⁰, so that sums below 2²³ are exact, and
 * the same in whatever order and however many parts they were added up.
 */
public final class RidgeStatistics {

  /** Added and taken away again, it leaves a small number without its digits below 2⁻³⁰. */
  private static final double ROUNDING = 1.5 * (1L << 22);

  private final int tokens;
  private final int targets;

  /** Σ weight · known · knownᵀ; only what is on or above the diagonal is kept. */
  private final double[] gram;

  /** Σ weight · known · nextᵀ. */
  private final double[] cross;

  public RidgeStatistics(int tokens, int targets) {
    this.tokens = tokens;
    this.targets = targets;
    this.gram = new double[Math.multiplyExact(tokens, tokens)];
    this.cross = new double[Math.multiplyExact(tokens, targets)];
  }

  /**
   * Takes one example into account.
   *
   * @param weight how much it counts, above 0
   * @param known what is known of the person
   * @param next what they do next
   */
  public void add(double weight, Tokens known, Tokens next) {
    for (int i = 0; i < known.size(); i++) {
      int token = known.id(i);
      double weighted = weight * known.weight(i);
      int row = token * tokens;
      for (int j = 0; j < known.size(); j++) {
        int other = known.id(j);
        if (other >= token) {
          gram[row + other] += rounded(weighted * known.weight(j));
        }
      }
      int crossRow = token * targets;
      for (int j = 0; j < next.size(); j++) {
        cross[crossRow + next.id(j)] += rounded(weighted * next.weight(j));
      }
    }
  }

  private static double rounded(double value) {
    return (value + ROUNDING) - ROUNDING;
  }

  /** What there is of a token: its row of the first matrix from the diagonal on. */
  public double[] gram(int token) {
    return Arrays.copyOfRange(gram, token * tokens + token, (token + 1) * tokens);
  }

  /** What there is of a token: its row of the second matrix. */
  public double[] cross(int token) {
    return Arrays.copyOfRange(cross, token * targets, (token + 1) * targets);
  }

  /**
   * Takes a token's rows of another part into account.
   *
   * @param gramRow as {@link #gram(int)} tells it
   * @param crossRow as {@link #cross(int)} tells it
   */
  public void addRows(int token, double[] gramRow, double[] crossRow) {
    for (int i = 0; i < gramRow.length; i++) {
      gram[token * tokens + token + i] += gramRow[i];
    }
    for (int i = 0; i < crossRow.length; i++) {
      cross[token * targets + i] += crossRow[i];
    }
  }

  /** Takes the examples of another part into account. */
  public void addAll(RidgeStatistics part) {
    for (int i = 0; i < gram.length; i++) {
      gram[i] += part.gram[i];
    }
    for (int i = 0; i < cross.length; i++) {
      cross[i] += part.cross[i];
    }
  }

  /**
   * The coefficients, tokens × targets: the minimum of Σ weight · ‖next − known · W‖² + ridge ·
   * ‖W‖².
   *
   * @param ridge above 0
   */
  public DMatrixRMaj solve(double ridge) {
    return solveFor(ridge, DMatrixRMaj.wrap(tokens, targets, cross));
  }

  /**
   * The coefficients, tokens × targets: the minimum of Σ weight · ‖next − known · W‖² + ridge · ‖W
   * − prior‖². Where there are no examples, they are the prior's.
   *
   * @param ridge above 0
   * @param prior tokens × targets
   */
  public DMatrixRMaj solve(double ridge, DMatrixRMaj prior) {
    double[] drawn = new double[cross.length];
    for (int i = 0; i < drawn.length; i++) {
      drawn[i] = cross[i] + ridge * prior.data[i];
    }
    return solveFor(ridge, DMatrixRMaj.wrap(tokens, targets, drawn));
  }

  private DMatrixRMaj solveFor(double ridge, DMatrixRMaj right) {
    DMatrixRMaj system = new DMatrixRMaj(tokens, tokens);
    for (int i = 0; i < tokens; i++) {
      for (int j = i; j < tokens; j++) {
        double sum = gram[i * tokens + j];
        system.unsafe_set(i, j, sum);
        system.unsafe_set(j, i, sum);
      }
      system.add(i, i, ridge);
    }
    DMatrixRMaj coefficients = new DMatrixRMaj(tokens, targets);
    LinearSolverDense<DMatrixRMaj> cholesky = LinearSolverFactory_DDRM.symmPosDef(tokens);
    if (!cholesky.setA(system)) {
      throw new IllegalArgumentException("the ridge is too small: " + ridge);
    }
    cholesky.solve(right, coefficients);
    return coefficients;
  }
}
