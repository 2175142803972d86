package io.growthline.oracle;

import io.growthline.rulebook.Requirement;
import io.growthline.rulebook.Requirement.AnyOf;
import io.growthline.rulebook.Requirement.Completed;
import io.growthline.rulebook.Requirement.CreditsAtLeast;
import io.growthline.rulebook.Requirement.RequiredActivitiesCompleted;
import io.growthline.rulebook.Requirement.ShareAtLeast;
import io.growthline.rulebook.Requirement.SkillAtLeast;
import io.growthline.rulebook.Selector;
import io.growthline.rulebook.Span;
import io.growthline.rulebook.Window;
import io.growthline.rulebook.Within;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The canonical texts that name a goal's requirements in its rows of progress. */
final class RequirementText {

  private RequirementText() {}

  /** One text per requirement; the second and further of equal ones are numbered. */
  static List<String> of(List<Requirement> requirements) {
    List<String> plain = new ArrayList<>();
    List<String> texts = new ArrayList<>();
    for (Requirement requirement : requirements) {
      String text = of(requirement);
      plain.add(text);
      long count = plain.stream().filter(text::equals).count();
      texts.add(count == 1 ? text : text + "#" + count);
    }
    return texts;
  }

  private static String of(Requirement requirement) {
    if (requirement instanceof CreditsAtLeast credits) {
      return "credits(" + amount(credits) + within(credits.within()) + ")";
    } else if (requirement instanceof ShareAtLeast share) {
      return "share(" + selector(share.selector()) + ")";
    } else if (requirement instanceof Completed) {
      return "completed";
    } else if (requirement instanceof RequiredActivitiesCompleted) {
      return "requiredActivities";
    } else if (requirement instanceof SkillAtLeast skill) {
      return "skill(" + skill.skill() + ")";
    } else {
      return ((AnyOf) requirement)
          .options().stream()
              .map(RequirementText::of)
              .collect(Collectors.joining(",", "anyOf(", ")"));
    }
  }

  private static String amount(CreditsAtLeast credits) {
    return switch (credits.measure()) {
      case TOTAL -> "total";
      case AVAILABLE -> "available";
      case SELECTED -> selector(credits.selector());
    };
  }

  private static String selector(Selector selector) {
    String key = selector.by().name().toLowerCase(Locale.ROOT);
    return key + "=" + String.join("|", selector.values());
  }

  private static String within(Within within) {
    Span rolling = within.rolling();
    if (rolling == null) {
      return within.window() == Window.LIFETIME
          ? ""
          : ",within=" + within.window().name().toLowerCase(Locale.ROOT);
    } else if (rolling.days() > 0) {
      return ",within=" + rolling.days() + "d";
    } else if (rolling.months() > 0) {
      return ",within=" + rolling.months() + "m";
    } else {
      return ",within=" + rolling.years() + "y";
    }
  }
}
