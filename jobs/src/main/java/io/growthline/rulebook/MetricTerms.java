package io.growthline.rulebook;

import java.util.Map;

/**
 * A metric's definition.
 *
 * @param kind how figures combine over periods and people
 * @param higherIsBetter the sign of growth
 * @param unit unit its events must have, or null: any
 */
public record MetricTerms(
    Map<String, String> titles, Kind kind, boolean higherIsBetter, String unit) {

  /** Counts and sums add up; of a level the newest counts. */
  public enum Kind {
    COUNT,
    SUM,
    LEVEL
  }
}
