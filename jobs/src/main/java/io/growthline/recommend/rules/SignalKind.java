package io.growthline.recommend.rules;

/** What sort of thing is known of a person. The names are a contract with artefacts. */
public enum SignalKind {
  /** That they are a person: everybody has it, so that something can be said to a newcomer. */
  ANYONE,

  /** An activity in the short memory, which sees mainly the one taken last. */
  LAST_TAKEN,

  /** An activity in the long memory, which fades slowly. */
  TAKEN,

  /** Clicks on an activity. */
  CLICKED,

  /** Clicks on activities with a tag. */
  INTEREST,

  /** A job held. */
  JOB,

  /** A job held, and for how long they have been with the company. */
  TENURE,

  /** A grade held. */
  GRADE,

  /** A format that they say they prefer. */
  PREFERRED_FORMAT,

  /** A format that they use. */
  USED_FORMAT
}
