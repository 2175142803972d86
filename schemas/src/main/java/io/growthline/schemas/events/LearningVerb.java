package io.growthline.schemas.events;

/** What happened to an activity. {@link #UNKNOWN} stands for a symbol newer than this reader. */
public enum LearningVerb {
  UNKNOWN,
  VIEWED,
  ENROLLED,
  PROGRESSED,
  COMPLETED,
  FAILED,
  WITHDRAWN,
  RATED,
  SUBMITTED,
  APPROVED,
  REJECTED,
  VOIDED
}
