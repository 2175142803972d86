package io.growthline.schemas.ledger;

/** Why a posting was made. {@link #UNKNOWN} stands for a newer symbol. */
public enum PostingKind {
  UNKNOWN,
  EARN,
  REDEEM,
  CANCEL,
  EXPIRE,
  REVERSE,
  ADJUST,
  CARRY_OVER,
  CORRECT
}
