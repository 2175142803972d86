package io.growthline.schemas.events;

/** What changed in an employment. {@link #UNKNOWN} stands for a newer symbol. */
public enum HrKind {
  UNKNOWN,
  HIRED,
  TRANSFERRED,
  PROMOTED,
  PROFILE_UPDATED,
  LEFT,
  REHIRED,
  ERASED
}
