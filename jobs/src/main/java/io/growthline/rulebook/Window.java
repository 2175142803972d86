package io.growthline.rulebook;

/** A calendar window in the scheme's zone; weeks begin on Monday; PERIOD is the scheme's own. */
public enum Window {
  DAY,
  WEEK,
  MONTH,
  QUARTER,
  YEAR,
  PERIOD,
  LIFETIME
}
