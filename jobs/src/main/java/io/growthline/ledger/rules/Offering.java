package io.growthline.ledger.rules;

import io.growthline.rulebook.ActivityKind;
import io.growthline.rulebook.ActivityTerms;
import io.growthline.rulebook.Repeat;
import io.growthline.rulebook.Requirement;
import io.growthline.rulebook.Selector;
import java.util.Comparator;

/**
 * An activity that is on offer on a day.
 *
 * @param terms in force that day
 */
record Offering(String activityId, ActivityTerms terms) {

  /** Of as many credits a course, whose end is sure, before practice. */
  static final Comparator<Offering> MOST_CREDITS_FIRST =
      Comparator.comparingLong((Offering offering) -> -offering.credits())
          .thenComparing(offering -> offering.terms().kind() == ActivityKind.PRACTICE)
          .thenComparing(Offering::activityId);

  /** Hundredths of a credit. */
  long credits() {
    return terms.credits();
  }

  boolean isForEachTime() {
    return terms.repeat().mode() == Repeat.Mode.EACH;
  }

  /** Whether its credits count for what a selector picks; null: for everything. */
  boolean countsFor(Selector selector) {
    return selector == null || selector.picks(activityId, terms, terms.category());
  }

  /** Whether completing it gives that level of a skill. */
  boolean gives(Requirement.SkillAtLeast wanted) {
    return terms.skills().stream()
        .anyMatch(
            taught -> taught.skill().equals(wanted.skill()) && taught.level() >= wanted.atLeast());
  }
}
