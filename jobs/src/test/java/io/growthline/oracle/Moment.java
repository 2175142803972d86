package io.growthline.oracle;

import io.growthline.oracle.OracleResult.Adjustment;
import io.growthline.oracle.OracleResult.Award;
import io.growthline.oracle.OracleResult.Figures;
import io.growthline.rulebook.ActivityTerms;
import io.growthline.rulebook.Requirement;
import io.growthline.rulebook.Requirement.AnyOf;
import io.growthline.rulebook.Requirement.Completed;
import io.growthline.rulebook.Requirement.CreditsAtLeast;
import io.growthline.rulebook.Requirement.Measure;
import io.growthline.rulebook.Requirement.RequiredActivitiesCompleted;
import io.growthline.rulebook.Requirement.ShareAtLeast;
import io.growthline.rulebook.Requirement.SkillAtLeast;
import io.growthline.rulebook.RuleBook;
import io.growthline.rulebook.Selector;
import io.growthline.rulebook.SkillLevel;
import io.growthline.rulebook.Within;
import io.growthline.schemas.ledger.Category;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * An employee at one instant, after all facts of that instant.
 *
 * @param made awards made until then, those taken back since included
 * @param adjustments made until then
 * @param available what is spendable then, less the debt
 * @param completed activities completed then
 */
record Moment(
    RuleBook book,
    long at,
    LocalDate today,
    Person person,
    List<Award> made,
    List<Adjustment> adjustments,
    long available,
    Set<String> completed) {

  private static final long MILLION = 1_000_000;

  Calendar calendar() {
    return new Calendar(book.period(), person.hiredOn());
  }

  int day() {
    return (int) today.toEpochDay();
  }

  Figures figures(Requirement requirement) {
    if (requirement instanceof CreditsAtLeast credits) {
      return credits(credits);
    } else if (requirement instanceof ShareAtLeast share) {
      return share(share);
    } else if (requirement instanceof Completed listed) {
      return activities(new LinkedHashSet<>(listed.activities()), listed.atLeast());
    } else if (requirement instanceof RequiredActivitiesCompleted) {
      Set<String> required = requiredActivities();
      return activities(required, required.size());
    } else if (requirement instanceof SkillAtLeast skill) {
      return skill(skill);
    } else {
      return anyOf((AnyOf) requirement);
    }
  }

  private Figures credits(CreditsAtLeast requirement) {
    Selector selector = requirement.measure() == Measure.SELECTED ? requirement.selector() : null;
    long sum =
        requirement.measure() == Measure.AVAILABLE
            ? available
            : earnedWithin(requirement.within(), selector);
    boolean listed = selector != null && selector.by() == Selector.By.ACTIVITIES;
    Set<String> activities = new LinkedHashSet<>(listed ? selector.values() : List.of());
    return new Figures(
        "credits",
        sum * 10_000,
        requirement.atLeast() * 10_000,
        Math.max(0, requirement.atLeast() - sum) * 10_000,
        sum >= requirement.atLeast(),
        filter(activities, id -> !completed.contains(id)),
        filter(activities, completed::contains));
  }

  private long earnedWithin(Within within, Selector selector) {
    long awarded =
        made.stream()
            .filter(award -> selects(selector, award))
            .mapToLong(award -> countedWithin(within, award))
            .sum();
    long adjusted =
        adjustments.stream()
            .filter(adjustment -> selects(selector, adjustment))
            .filter(adjustment -> calendar().counts(within, adjustment.day(), today))
            .mapToLong(Adjustment::credits)
            .sum();
    return awarded + adjusted;
  }

  /** An award counts on its own day; what was taken back counts against the day it was taken. */
  private long countedWithin(Within within, Award award) {
    long sum = calendar().counts(within, award.day(), today) ? award.amount() : 0;
    if (!award.standsAt(at)) {
      LocalDate takenBackOn =
          LocalDate.ofInstant(Instant.ofEpochMilli(award.takenBackAt()), book.zone());
      sum -= calendar().counts(within, takenBackOn, today) ? award.amount() : 0;
    }
    return sum;
  }

  private Figures share(ShareAtLeast requirement) {
    long total = earnedWithin(Within.LIFETIME, null);
    long part = earnedWithin(Within.LIFETIME, requirement.selector());
    long target = requirement.atLeast().movePointRight(6).longValueExact();
    long current = total <= 0 ? 0 : floorMillionths(part, total);
    boolean met =
        total > 0
            && BigDecimal.valueOf(part)
                    .compareTo(requirement.atLeast().multiply(BigDecimal.valueOf(total)))
                >= 0;
    return new Figures(
        "ratio", current, target, Math.max(0, target - current), met, List.of(), List.of());
  }

  private static long floorMillionths(long part, long whole) {
    return BigDecimal.valueOf(part)
        .divide(BigDecimal.valueOf(whole), 6, RoundingMode.FLOOR)
        .movePointRight(6)
        .longValueExact();
  }

  private Figures activities(Set<String> asked, int atLeast) {
    List<String> done = filter(asked, completed::contains);
    return new Figures(
        "activities",
        done.size() * MILLION,
        atLeast * MILLION,
        Math.max(0, atLeast - done.size()) * MILLION,
        done.size() >= atLeast,
        filter(asked, id -> !completed.contains(id)),
        done);
  }

  private Set<String> requiredActivities() {
    Set<String> required = new TreeSet<>();
    book.activities()
        .forEach(
            (id, activity) -> {
              ActivityTerms terms = activity.versions().at(day());
              if (terms.category() == Category.REQUIRED
                  && Earning.isOffered(terms, day())
                  && (terms.jobs().isEmpty() || Person.isOneOf(terms.jobs(), person.job()))) {
                required.add(id);
              }
            });
    return required;
  }

  private Figures skill(SkillAtLeast requirement) {
    long level = 0;
    for (String activity : completed) {
      for (SkillLevel given : book.activities().get(activity).versions().at(day()).skills()) {
        if (given.skill().equals(requirement.skill())) {
          level = Math.max(level, given.level());
        }
      }
    }
    long gap = Math.max(0, requirement.atLeast() - level);
    return new Figures(
        "level",
        level * MILLION,
        requirement.atLeast() * MILLION,
        gap * MILLION,
        gap == 0,
        List.of(),
        List.of());
  }

  /** The first option met, or else the one relatively nearest. */
  private Figures anyOf(AnyOf requirement) {
    List<Figures> options = new ArrayList<>();
    requirement.options().forEach(option -> options.add(figures(option)));
    Figures best = options.get(0);
    for (Figures option : options) {
      if (option.met()) {
        return option;
      }
      if (isNearer(option, best)) {
        best = option;
      }
    }
    return best;
  }

  private static boolean isNearer(Figures one, Figures other) {
    BigInteger left = BigInteger.valueOf(one.gap()).multiply(BigInteger.valueOf(other.target()));
    BigInteger right = BigInteger.valueOf(other.gap()).multiply(BigInteger.valueOf(one.target()));
    return left.compareTo(right) < 0;
  }

  /** A command has a category but no activity. */
  private static boolean selects(Selector selector, Adjustment adjustment) {
    return selector == null
        || (selector.by() == Selector.By.CATEGORY
            && selector.values().contains(adjustment.category().name().toLowerCase(Locale.ROOT)));
  }

  /** By the activity as it was on the award's own day; null selects all. */
  private boolean selects(Selector selector, Award award) {
    if (selector == null) {
      return true;
    }
    String wanted = selector.values().get(0);
    ActivityTerms terms =
        book.activities().get(award.activityId()).versions().at((int) award.day().toEpochDay());
    return switch (selector.by()) {
      case CATEGORY -> terms.category().name().toLowerCase(Locale.ROOT).equals(wanted);
      case KIND -> terms.kind().name().toLowerCase(Locale.ROOT).equals(wanted);
      case TAG -> terms.tags().contains(wanted);
      case SKILL -> terms.skills().stream().anyMatch(given -> given.skill().equals(wanted));
      case ACTIVITIES -> selector.values().contains(award.activityId());
    };
  }

  private static List<String> filter(Set<String> activities, Predicate<String> which) {
    return activities.stream().filter(which).toList();
  }
}
