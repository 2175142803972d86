package io.growthline.training.fit;

import java.util.Arrays;

/**
 * Platt's scaling of each class's log-odds: a logistic regression on them alone, fitted to examples
 * that the model has not seen. (Smile's own class for it tells no coefficients, and complains on
 * the log where there is nothing to scale.)
 */
final class Calibration {

  private Calibration() {}

  /**
   * Slope and shift by class. A slope below 0 would turn a model upside down that ranks worse than
   * chance: then what came most says more, and the slope is 0.
   *
   * @param logOdds by example and class
   * @param labels numbers of classes
   */
  static double[][] fit(double[][] logOdds, int[] labels, int classes) {
    double[][] calibration = new double[classes][];
    for (int c = 0; c < classes; c++) {
      double[][] scores = new double[labels.length][];
      int[] came = new int[labels.length];
      for (int i = 0; i < scores.length; i++) {
        scores[i] = new double[] {logOdds[i][c]};
        came[i] = labels[i] == c ? 1 : 0;
      }
      double[][] fitted = LogisticFit.fit(scores, came, 2);
      double slope = fitted[1][0] - fitted[0][0];
      double shift = fitted[1][1] - fitted[0][1];
      calibration[c] = slope > 0 ? new double[] {slope, shift} : new double[] {0, logOdds(came)};
    }
    return calibration;
  }

  /** How often it came at all. */
  private static double logOdds(int[] came) {
    double share = (Arrays.stream(came).sum() + 1.0) / (came.length + 2.0);
    return Math.log(share / (1 - share));
  }
}
