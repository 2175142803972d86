package io.growthline.schemas.ledger;

/** Whether a goal was reached or lost. */
public enum Direction {
  UNKNOWN,
  REACHED,
  LOST
}
