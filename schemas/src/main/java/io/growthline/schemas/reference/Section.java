package io.growthline.schemas.reference;

/** The sections of a rule book, each with a topic of its own. */
public enum Section {
  UNKNOWN,
  SCHEMES,
  ACTIVITIES,
  GOALS,
  REWARDS,
  METRICS,
  SKILLS,
  JOBS,
  ALERT_RULES,
  PROGRAMMES
}
