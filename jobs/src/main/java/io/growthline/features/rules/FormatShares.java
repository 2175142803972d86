package io.growthline.features.rules;

import io.growthline.rulebook.Format;
import java.util.EnumMap;
import java.util.Map;

/** Counts what was done by format. */
final class FormatShares {

  private final Map<Format, Integer> counts = new EnumMap<>(Format.class);
  private int total;

  /**
   * Counts one more, or one less.
   *
   * @param format null: it has none and does not count
   */
  void add(Format format, int change) {
    if (format != null) {
      counts.merge(format, change, Integer::sum);
      total += change;
    }
  }

  /** The share of one format of all that have one, 0..1; null if there are none. */
  Double of(Format format) {
    return total == 0 ? null : Double.valueOf(counts.getOrDefault(format, 0) / (double) total);
  }
}
