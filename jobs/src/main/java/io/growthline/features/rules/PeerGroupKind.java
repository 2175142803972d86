package io.growthline.features.rules;

/** What employees are compared within. */
public enum PeerGroupKind {
  TEAM,
  JOB
}
