package io.growthline.rulebook;

import java.math.BigDecimal;
import java.util.List;

/** One thing a goal asks for. */
public sealed interface Requirement {

  /**
   * Credits of the selected kind reach a number.
   *
   * @param measure total, available, or what the selector picks
   * @param selector for {@link Measure#SELECTED}, else null
   * @param atLeast hundredths of a credit
   */
  record CreditsAtLeast(Measure measure, Selector selector, long atLeast, Within within)
      implements Requirement {}

  /** What {@link CreditsAtLeast} measures. */
  enum Measure {
    TOTAL,
    AVAILABLE,
    SELECTED
  }

  /** The selected credits are at least that share of all earned; compared exactly. */
  record ShareAtLeast(Selector selector, BigDecimal atLeast) implements Requirement {}

  /** At least that many of these activities are completed. */
  record Completed(List<String> activities, int atLeast) implements Requirement {}

  /** Every required activity offered now that fits the employee's job is completed. */
  record RequiredActivitiesCompleted() implements Requirement {}

  /** Completed activities give that level of a skill, 1..5. */
  record SkillAtLeast(String skill, int atLeast) implements Requirement {}

  /** One of these holds. */
  record AnyOf(List<Requirement> options) implements Requirement {}
}
