package io.growthline.training.fit;

import java.util.Arrays;
import smile.classification.PlattScaling;

/** Platt's scaling of each class's log-odds, fitted by Smile to examples the model has not seen. */
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
      double[] scores = new double[labels.length];
      int[] came = new int[labels.length];
      for (int i = 0; i < scores.length; i++) {
        scores[i] = logOdds[i][c];
        came[i] = labels[i] == c ? 1 : 0;
      }
      calibration[c] = slopeAndShift(PlattScaling.fit(scores, came), came);
    }
    return calibration;
  }

  /** Smile tells the two figures by their effect alone. */
  private static double[] slopeAndShift(PlattScaling platt, int[] came) {
    double shift = logOdds(platt.scale(0));
    double slope = logOdds(platt.scale(1)) - shift;
    double often = (Arrays.stream(came).sum() + 1.0) / (came.length + 2.0);
    return slope > 0 ? new double[] {slope, shift} : new double[] {0, logOdds(often)};
  }

  private static double logOdds(double probability) {
    double bounded = Math.max(1e-12, Math.min(1 - 1e-12, probability));
    return Math.log(bounded / (1 - bounded));
  }
}
