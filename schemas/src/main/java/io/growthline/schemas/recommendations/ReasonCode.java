package io.growthline.schemas.recommendations;

/** What speaks for an activity. */
public enum ReasonCode {
  UNKNOWN,
  POPULAR,
  TAKEN,
  CLICKED,
  INTEREST,
  JOB,
  TENURE,
  GRADE,
  FORMAT,
  GOAL,
  SKILL_GAP,
  DEMAND,
  NEEDED_FIRST,
  OTHER
}
