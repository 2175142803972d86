package io.growthline.ledger.rules;

import io.growthline.rulebook.Requirement;
import io.growthline.rulebook.Span;
import io.growthline.rulebook.Window;
import io.growthline.rulebook.Within;
import java.util.Locale;
import java.util.stream.Collectors;

/** The canonical text of a requirement, for example {@code credits(category=practice)}. */
final class RequirementText {

  private RequirementText() {}

  static String of(Requirement requirement) {
    if (requirement instanceof Requirement.CreditsAtLeast credits) {
      String amount =
          credits.selector() == null
              ? credits.measure().name().toLowerCase(Locale.ROOT)
              : credits.selector().text();
      return "credits(" + amount + within(credits.within()) + ")";
    }
    if (requirement instanceof Requirement.ShareAtLeast share) {
      return "share(" + share.selector().text() + ")";
    }
    if (requirement instanceof Requirement.Completed) {
      return "completed";
    }
    if (requirement instanceof Requirement.SkillAtLeast skill) {
      return "skill(" + skill.skill() + ")";
    }
    if (requirement instanceof Requirement.RequiredActivitiesCompleted) {
      return "requiredActivities";
    }
    return ((Requirement.AnyOf) requirement)
        .options().stream()
            .map(RequirementText::of)
            .collect(Collectors.joining(",", "anyOf(", ")"));
  }

  private static String within(Within within) {
    if (within.window() == Window.LIFETIME) {
      return "";
    }
    return ",within="
        + (within.rolling() == null
            ? within.window().name().toLowerCase(Locale.ROOT)
            : length(within.rolling()));
  }

  private static String length(Span span) {
    if (span.days() > 0) {
      return span.days() + "d";
    }
    return span.months() > 0 ? span.months() + "m" : span.years() + "y";
  }
}
