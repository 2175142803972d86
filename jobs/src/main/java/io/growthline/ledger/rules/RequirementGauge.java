package io.growthline.ledger.rules;

import io.growthline.rulebook.Activity;
import io.growthline.rulebook.ActivityTerms;
import io.growthline.rulebook.Requirement;
import io.growthline.rulebook.Selector;
import io.growthline.rulebook.SkillLevel;
import io.growthline.rulebook.Span;
import io.growthline.rulebook.Window;
import io.growthline.rulebook.Within;
import io.growthline.schemas.ledger.Category;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Reads off an account how far requirements are met today. */
final class RequirementGauge {

  private static final int RATIO_DIGITS = 6;
  private static final int DAYS_MONTHS_DIFFER = 4;

  private final CompiledRules rules;
  private final Account account;

  RequirementGauge(CompiledRules rules, Account account) {
    this.rules = rules;
    this.account = account;
  }

  boolean met(Requirement requirement) {
    return figures(requirement).met();
  }

  Figures figures(Requirement requirement) {
    if (requirement instanceof Requirement.CreditsAtLeast credits) {
      return Figures.ofCredits(creditsOf(credits), credits.atLeast());
    }
    if (requirement instanceof Requirement.ShareAtLeast share) {
      return shareFigures(share);
    }
    if (requirement instanceof Requirement.Completed completed) {
      return Figures.ofCount(
          "activities", completedOf(completed.activities()).size(), completed.atLeast());
    }
    if (requirement instanceof Requirement.SkillAtLeast skill) {
      return Figures.ofCount("level", levelOf(skill.skill()), skill.atLeast());
    }
    if (requirement instanceof Requirement.RequiredActivitiesCompleted) {
      List<String> required = requiredNow();
      return Figures.ofCount("activities", completedOf(required).size(), required.size());
    }
    return figures(nearestOf((Requirement.AnyOf) requirement));
  }

  /** The option that is met, else the one with the smallest part still open; the first wins. */
  Requirement nearestOf(Requirement.AnyOf any) {
    Requirement nearest = any.options().get(0);
    Figures best = figures(nearest);
    for (Requirement option : any.options()) {
      Figures figures = figures(option);
      if (figures.met()) {
        return option;
      }
      if (figures.isNearerThan(best)) {
        best = figures;
        nearest = option;
      }
    }
    return nearest;
  }

  /** Activities that a requirement names, in the rule book's order; none for other forms. */
  List<String> activitiesOf(Requirement requirement) {
    if (requirement instanceof Requirement.CreditsAtLeast credits
        && credits.selector() != null
        && credits.selector().by() == Selector.By.ACTIVITIES) {
      return credits.selector().values();
    }
    if (requirement instanceof Requirement.Completed completed) {
      return completed.activities();
    }
    if (requirement instanceof Requirement.RequiredActivitiesCompleted) {
      return requiredNow();
    }
    if (requirement instanceof Requirement.AnyOf any) {
      return activitiesOf(nearestOf(any));
    }
    return List.of();
  }

  List<String> completedOf(List<String> activities) {
    List<String> completed = new ArrayList<>();
    for (String id : activities) {
      if (!completed.contains(id) && account.standing(id).completed()) {
        completed.add(id);
      }
    }
    return completed;
  }

  /** Hundredths of a credit that count for a requirement today. */
  long creditsOf(Requirement.CreditsAtLeast credits) {
    if (credits.measure() == Requirement.Measure.AVAILABLE) {
      return account.lots().available();
    }
    Within within = credits.within();
    if (within.window() == Window.LIFETIME) {
      return credits.selector() == null
          ? account.earned().total()
          : account.earned().of(credits.selector());
    }
    return account.earned().within(daysOf(within), credits);
  }

  private LocalCalendar.Days daysOf(Within within) {
    if (within.rolling() == null) {
      return account.window(within.window());
    }
    return new LocalCalendar.Days(firstOf(within.rolling(), account.today()), account.today() + 1);
  }

  /** The award of day d counts while today ≤ d + span: the first such d. */
  static int firstOf(Span span, int today) {
    // Adding months is not invertible: begin safely early, by more than months differ in length.
    int first = span.before(today) - DAYS_MONTHS_DIFFER;
    while (span.after(first) < today) {
      first++;
    }
    return first;
  }

  private Figures shareFigures(Requirement.ShareAtLeast share) {
    long total = account.earned().total();
    BigDecimal target = share.atLeast();
    long targetMillionths = target.movePointRight(RATIO_DIGITS).longValueExact();
    if (total <= 0) {
      return new Figures("ratio", 0, targetMillionths, false);
    }
    BigDecimal selected = BigDecimal.valueOf(account.earned().of(share.selector()));
    BigDecimal whole = BigDecimal.valueOf(total);
    long current =
        selected.movePointRight(RATIO_DIGITS).divide(whole, 0, RoundingMode.FLOOR).longValueExact();
    boolean met = selected.compareTo(target.multiply(whole)) >= 0;
    return new Figures("ratio", current, targetMillionths, met);
  }

  private int levelOf(String skill) {
    int level = 0;
    for (Map.Entry<String, ActivityStanding> entry : account.standings()) {
      Activity activity = rules.book().activity(entry.getKey());
      if (entry.getValue().completed() && activity != null) {
        for (SkillLevel taught : activity.versions().at(account.today()).skills()) {
          if (taught.skill().equals(skill)) {
            level = Math.max(level, taught.level());
          }
        }
      }
    }
    return level;
  }

  private List<String> requiredNow() {
    int today = account.today();
    String jobId = account.person().jobId();
    List<String> required = new ArrayList<>();
    for (Activity activity : rules.everRequired()) {
      ActivityTerms terms = activity.versions().at(today);
      if (terms.category() == Category.REQUIRED && terms.offeredOn(today) && terms.fitsJob(jobId)) {
        required.add(activity.id());
      }
    }
    required.sort(null);
    return required;
  }
}
