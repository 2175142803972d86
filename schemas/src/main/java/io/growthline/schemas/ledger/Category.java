package io.growthline.schemas.ledger;

/** The three parts of a credit scheme. {@link #UNKNOWN} stands for a newer symbol. */
public enum Category {
  UNKNOWN,
  REQUIRED,
  ELECTIVE,
  PRACTICE
}
