package io.growthline.features.rules;

import java.util.Locale;

/** The formats of activities. */
enum Format {
  VIDEO,
  CASE,
  ARTICLE,
  LIVE,
  HANDS_ON;

  /**
   * The format that a rule book names.
   *
   * @param name null: none
   * @return null: none
   */
  static Format of(String name) {
    return name == null ? null : valueOf(name.toUpperCase(Locale.ROOT).replace('-', '_'));
  }
}
