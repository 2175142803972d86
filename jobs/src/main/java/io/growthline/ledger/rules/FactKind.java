package io.growthline.ledger.rules;

/** Kinds of facts in the order in which those of one instant are applied. */
public enum FactKind {
  PEOPLE,
  LEARNING,
  COMMAND,
  /** Not a fact that is sent: a boundary in time, such as the start of a period. */
  CLOCK,
  /** Not a fact that is sent: a new revision of the rule book. */
  RULE_BOOK
}
