package io.growthline.rulebook;

import io.growthline.schemas.reference.Revision;

/** Placeholder until the rule book room lands. */
public final class RuleBooks {
  private RuleBooks() {}

  public static RuleBook from(Revision revision) {
    revision.definitions();
    return null;
  }
}
