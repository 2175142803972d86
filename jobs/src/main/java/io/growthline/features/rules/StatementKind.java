package io.growthline.features.rules;

/** What a statement is about, in the order in which those of one instant count. */
public enum StatementKind {
  PEOPLE,
  LEARNING,
  PERFORMANCE
}
