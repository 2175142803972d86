package io.growthline.rulebook;

/** A course earns when completed, a practice when approved. */
public enum ActivityKind {
  COURSE,
  PRACTICE
}
