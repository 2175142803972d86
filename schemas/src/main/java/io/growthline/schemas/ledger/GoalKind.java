package io.growthline.schemas.ledger;

/** What a goal is for. {@link #SCHEME} marks the scheme's own category targets in progress rows. */
public enum GoalKind {
  UNKNOWN,
  REWARD,
  CERTIFICATION,
  PROMOTION,
  ONBOARDING,
  COMPENSATION,
  SCHEME
}
