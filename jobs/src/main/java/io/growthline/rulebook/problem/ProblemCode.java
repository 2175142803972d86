package io.growthline.rulebook.problem;

import java.util.Locale;

/** Every kind of problem a rule book can have; its text is the name in lower case with hyphens. */
public enum ProblemCode {
  SYNTAX,
  ALIAS,
  DUPLICATE_KEY,
  UNKNOWN_KEY,
  MISSING_KEY,
  NO_VALUE,
  WRONG_TYPE,
  OUT_OF_RANGE,
  TOO_PRECISE,
  BAD_ID,
  DUPLICATE_ID,
  BAD_DATE,
  OVERLAPPING_DATES,
  SHARES_SUM,
  DANGLING_REFERENCE,
  CYCLE,
  UNKNOWN_ZONE,
  TOO_LARGE,
  TWO_COMPARATORS,
  NOT_ALLOWED_HERE,

  PROMOTION_NOT_GATED(Severity.WARNING),
  SKILL_NOT_TAUGHT(Severity.WARNING),
  OUT_OF_REACH(Severity.WARNING),
  NO_TRANSLATION(Severity.WARNING);

  private final Severity severity;

  ProblemCode() {
    this(Severity.ERROR);
  }

  ProblemCode(Severity severity) {
    this.severity = severity;
  }

  public Severity severity() {
    return severity;
  }

  /** The code as printed, for example {@code duplicate-key}. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
