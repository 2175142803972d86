package io.growthline.rulebook;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The formats of activities, in the order in which everything that lists them does. */
public enum Format {
  VIDEO,
  CASE,
  ARTICLE,
  LIVE,
  HANDS_ON;

  /** All, as rule books name them. */
  public static final List<String> NAMES =
      Arrays.stream(values()).map(Format::inRuleBooks).toList();

  /**
   * The format that a rule book names.
   *
   * @param name null: none
   * @return null: none, or one newer than this release
   */
  public static Format of(String name) {
    int number = NAMES.indexOf(name);
    return number < 0 ? null : values()[number];
  }

  /** Its name in rule books. */
  public String inRuleBooks() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
