package io.growthline.local.bench;

import java.util.Arrays;
import java.util.Locale;

/** Several measurements of the same thing. */
record Spread(double min, double median, double max) {

  /** The lower of two medians, if there are two. */
  static Spread of(double... measured) {
    double[] sorted = measured.clone();
    Arrays.sort(sorted);
    return new Spread(sorted[0], sorted[(sorted.length - 1) / 2], sorted[sorted.length - 1]);
  }

  @Override
  public String toString() {
    return String.format(Locale.ROOT, "%.1f (%.1f-%.1f)", median, min, max);
  }
}
