package io.growthline.training;

import java.util.Arrays;

/**
 * What the examples say of one signal, see {@link io.growthline.training.fit.RidgeStatistics}.
 *
 * @param signal its number
 * @param gram how it goes with itself and all later signals
 * @param cross how it goes with each activity taken
 */
@SuppressWarnings("ArrayRecordComponent") // rows are summed up, never compared
public record StatisticsRow(int signal, double[] gram, double[] cross) {

  StatisticsRow plus(StatisticsRow other) {
    return new StatisticsRow(signal, sum(gram, other.gram), sum(cross, other.cross));
  }

  private static double[] sum(double[] some, double[] others) {
    double[] sums = Arrays.copyOf(some, some.length);
    for (int i = 0; i < sums.length; i++) {
      sums[i] += others[i];
    }
    return sums;
  }
}
