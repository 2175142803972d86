package io.growthline.schemas.events;

/** What a credit command asks for. {@link #UNKNOWN} stands for a newer symbol. */
public enum CommandKind {
  UNKNOWN,
  REDEEM,
  CANCEL,
  ADJUST
}
