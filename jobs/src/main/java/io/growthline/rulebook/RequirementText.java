package io.growthline.rulebook;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.stream.Collectors;

/** The canonical text of a requirement, for example {@code credits(category=practice)}. */
public final class RequirementText {

  private RequirementText() {}

  /** The text; requirements that ask the same of an employee in the same way have the same. */
  public static String of(Requirement requirement) {
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

  /** The text with what it asks for, for example {@code credits(total) >= 100}. */
  public static String withTarget(Requirement requirement) {
    if (requirement instanceof Requirement.CreditsAtLeast credits) {
      return of(requirement) + " >= " + plain(BigDecimal.valueOf(credits.atLeast(), 2));
    }
    if (requirement instanceof Requirement.ShareAtLeast share) {
      return of(requirement) + " >= " + plain(share.atLeast());
    }
    if (requirement instanceof Requirement.Completed completed) {
      return "completed("
          + String.join(",", completed.activities())
          + ") >= "
          + completed.atLeast();
    }
    if (requirement instanceof Requirement.SkillAtLeast skill) {
      return of(requirement) + " >= " + skill.atLeast();
    }
    if (requirement instanceof Requirement.AnyOf any) {
      return any.options().stream()
          .map(RequirementText::withTarget)
          .collect(Collectors.joining(" or "));
    }
    return of(requirement);
  }

  private static String plain(BigDecimal number) {
    return number.stripTrailingZeros().toPlainString();
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
