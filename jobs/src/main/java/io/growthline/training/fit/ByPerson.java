package io.growthline.training.fit;

import java.util.Arrays;

/** Tells chance from more, person by person: what one person does is no independent evidence. */
final class ByPerson {

  /** One in twenty is better by chance alone. */
  private static final double STANDARD_ERRORS = 1.64;

  private ByPerson() {}

  /**
   * Whether the mean of values, first of each person and then of all, is more than 1.64 of its
   * standard errors above 0.
   *
   * @param people whose value it is, numbered from 0
   */
  static boolean isClearlyPositive(double[] values, int[] people) {
    return isClearlyPositive(values, people, 1);
  }

  /**
   * The same of a cross-validation, whose folds are no independent evidence either, since models of
   * different folds were fitted to mostly the same people: the variance is corrected as Nadeau and
   * Bengio did (Inference for the generalization error, Machine Learning 52, 2003).
   *
   * @param folds at least 2
   */
  static boolean isClearlyPositiveAcrossFolds(double[] values, int[] people, int folds) {
    return isClearlyPositive(values, people, Math.sqrt(1 + folds / (folds - 1.0)));
  }

  private static boolean isClearlyPositive(double[] values, int[] people, double inflation) {
    double[] sums = new double[Arrays.stream(people).max().orElse(0) + 1];
    int[] counts = new int[sums.length];
    for (int i = 0; i < values.length; i++) {
      sums[people[i]] += values[i];
      counts[people[i]]++;
    }
    int asked = 0;
    double sum = 0;
    double squares = 0;
    for (int person = 0; person < sums.length; person++) {
      if (counts[person] > 0) {
        double mean = sums[person] / counts[person];
        asked++;
        sum += mean;
        squares += mean * mean;
      }
    }
    double mean = sum / Math.max(1, asked);
    double variance = Math.max(0, squares / Math.max(1, asked) - mean * mean);
    return mean > STANDARD_ERRORS * inflation * Math.sqrt(variance / Math.max(1, asked));
  }
}
