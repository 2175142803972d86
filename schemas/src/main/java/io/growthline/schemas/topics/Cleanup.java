package io.growthline.schemas.topics;

/** What a topic forgets. */
public enum Cleanup {
  /** Keeps the latest record of each key. */
  COMPACT,

  /** Keeps every record for a while, {@link TopicCreation#RETENTION} unless set otherwise. */
  RETENTION
}
