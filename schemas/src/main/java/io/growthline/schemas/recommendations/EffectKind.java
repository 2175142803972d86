package io.growthline.schemas.recommendations;

/** What became of a recommendation. */
public enum EffectKind {
  UNKNOWN,
  SHOWN,
  VIEWED,
  ENROLLED,
  COMPLETED
}
