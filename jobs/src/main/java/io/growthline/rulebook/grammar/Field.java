package io.growthline.rulebook.grammar;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A key of a mapping.
 *
 * @param meaning in a few words, shown by editors
 * @param required whether its absence is an error
 * @param dated whether its value may change by date
 * @param decidesCredits whether it is part of an activity's definition version
 * @param orElse what holds where it is absent, or null
 */
public record Field(
    String key,
    Shape shape,
    String meaning,
    boolean required,
    boolean dated,
    boolean decidesCredits,
    JsonNode orElse) {

  static Field required(String key, Shape shape, String meaning) {
    return new Field(key, shape, meaning, true, false, false, null);
  }

  static Field optional(String key, Shape shape, String meaning) {
    return new Field(key, shape, meaning, false, false, false, null);
  }

  /** The same key, whose value may change by date. */
  Field mayBeDated() {
    return new Field(key, new DatedShape(shape), meaning, required, true, decidesCredits, orElse);
  }

  /** The same key, as one that decides what is earned: a change of it makes a new version. */
  Field inVersion() {
    return new Field(key, shape, meaning, required, dated, true, orElse);
  }

  /** The same key with a default, given as JSON. */
  Field orElse(String json) {
    return new Field(key, shape, meaning, required, dated, decidesCredits, Json.parse(json));
  }
}
