package io.growthline.training.fit;

import java.util.Arrays;
import java.util.concurrent.Callable;
import java.util.concurrent.ForkJoinPool;
import smile.classification.LogisticRegression;

/** Fits a logistic regression of two or more classes by Smile, to standardised inputs. */
final class LogisticFit {

  /** Draws the weights of standardised inputs to 0: as much as a few examples draw them away. */
  static final double RIDGE = 3;

  private static final double TOLERANCE = 1e-6;
  private static final int MOST_ITERATIONS = 500;

  /** Intercept of a class that no example has: as good as impossible. */
  private static final double NEVER = -20;

  private LogisticFit() {}

  /**
   * The weights of the inputs as they are, by class, the intercept last. Of two classes the first
   * has zeros.
   *
   * @param inputs at least one
   * @param labels numbers of classes, one for each input
   * @param classes how many there are
   */
  static double[][] fit(double[][] inputs, int[] labels, int classes) {
    int features = inputs[0].length;
    double[][] weights = new double[classes][features + 1];
    int[] present = Arrays.stream(labels).distinct().sorted().toArray();
    if (present.length > 1) {
      Scale scale = Scale.of(inputs);
      double[][] fitted = coefficients(scale.standardised(inputs), labels);
      for (int i = 0; i < present.length; i++) {
        weights[present[i]] = scale.undo(fitted[i]);
      }
    }
    for (int c = 0; c < classes; c++) {
      if (Arrays.binarySearch(present, c) < 0) {
        weights[c][features] = NEVER;
      }
    }
    return weights;
  }

  /** By class that is present. */
  private static double[][] coefficients(double[][] inputs, int[] labels) {
    LogisticRegression model =
        alone(() -> LogisticRegression.fit(inputs, labels, RIDGE, TOLERANCE, MOST_ITERATIONS));
    double[] none = new double[inputs[0].length + 1];
    if (model instanceof LogisticRegression.Binomial two) {
      return new double[][] {none, two.coefficients()};
    }
    double[][] free = ((LogisticRegression.Multinomial) model).coefficients();
    double[][] all = Arrays.copyOf(free, free.length + 1);
    all[free.length] = none;
    return all;
  }

  /** Smile sums up in parallel: with one thread the sums are the same to the bit on any machine. */
  private static <T> T alone(Callable<T> work) {
    ForkJoinPool pool = new ForkJoinPool(1);
    try {
      return pool.submit(work).join();
    } finally {
      pool.shutdown();
    }
  }

  /** Means and deviations of inputs. */
  private static final class Scale {

    private final double[] means;
    private final double[] deviations;

    private Scale(double[] means, double[] deviations) {
      this.means = means;
      this.deviations = deviations;
    }

    static Scale of(double[][] inputs) {
      double[] means = new double[inputs[0].length];
      double[] deviations = new double[means.length];
      for (int i = 0; i < means.length; i++) {
        for (double[] one : inputs) {
          means[i] += one[i] / inputs.length;
        }
        for (double[] one : inputs) {
          deviations[i] += (one[i] - means[i]) * (one[i] - means[i]) / inputs.length;
        }
        deviations[i] = Math.sqrt(deviations[i]);
      }
      return new Scale(means, deviations);
    }

    double[][] standardised(double[][] inputs) {
      return Arrays.stream(inputs).map(this::standardised).toArray(double[][]::new);
    }

    private double[] standardised(double[] one) {
      double[] standardised = new double[one.length];
      for (int i = 0; i < one.length; i++) {
        standardised[i] = isConstant(i) ? 0 : (one[i] - means[i]) / deviations[i];
      }
      return standardised;
    }

    /** The weights that say the same of inputs that are not standardised. */
    double[] undo(double[] weights) {
      double[] undone = new double[weights.length];
      int last = weights.length - 1;
      undone[last] = weights[last];
      for (int i = 0; i < last; i++) {
        if (!isConstant(i)) {
          undone[i] = weights[i] / deviations[i];
          undone[last] -= undone[i] * means[i];
        }
      }
      return undone;
    }

    private boolean isConstant(int feature) {
      return deviations[feature] < 1e-9;
    }
  }
}
