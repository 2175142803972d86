package io.growthline.rulebook.problem;

import java.util.Locale;

/** Whether a problem keeps a rule book from being published. */
public enum Severity {
  ERROR,
  WARNING;

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
