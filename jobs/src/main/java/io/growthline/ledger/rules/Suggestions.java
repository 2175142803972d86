package io.growthline.ledger.rules;

import io.growthline.rulebook.Cap;
import io.growthline.rulebook.Requirement;
import io.growthline.rulebook.Selector;
import io.growthline.rulebook.Window;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which activities would close the gap of a requirement: few of those that the employee can take
 * today, prerequisites that they lack included and before what needs them.
 */
final class Suggestions {

  /** Longer lists are cut here: nobody plans further ahead. */
  static final int MOST = 20;

  private final Account account;
  private final RequirementGauge gauge;
  private final Offerings offerings;
  private final Map<String, Boolean> earns = new HashMap<>();

  Suggestions(CompiledRules rules, Account account, RequirementGauge gauge) {
    this.account = account;
    this.gauge = gauge;
    this.offerings = rules.offeringsOn(account.today());
  }

  /**
   * Activities that close the gap together, or the first {@link #MOST} of them; practice that earns
   * each time may stand there several times. Empty: nothing on offer can, or there is no gap.
   */
  List<String> closing(Requirement requirement) {
    if (account.person().left() || gauge.met(requirement)) {
      return List.of();
    }
    List<String> plan = plan(requirement);
    return List.copyOf(plan.subList(0, Math.min(MOST, plan.size())));
  }

  private List<String> plan(Requirement requirement) {
    if (requirement instanceof Requirement.CreditsAtLeast credits) {
      return earning(credits.atLeast() - gauge.creditsOf(credits), credits.selector());
    }
    if (requirement instanceof Requirement.ShareAtLeast share) {
      return raising(share);
    }
    if (requirement instanceof Requirement.SkillAtLeast skill) {
      return learning(skill);
    }
    if (requirement instanceof Requirement.AnyOf any) {
      return shortest(any.options().stream().map(this::plan).toList());
    }
    return completing(requirement);
  }

  /** What counts for the share counts in the whole, too: (selected + x) / (total + x) ≥ ratio. */
  private List<String> raising(Requirement.ShareAtLeast share) {
    BigDecimal rest = BigDecimal.ONE.subtract(share.atLeast());
    if (rest.signum() == 0) {
      return List.of();
    }
    BigDecimal total = BigDecimal.valueOf(Math.max(0, account.earned().total()));
    BigDecimal selected = BigDecimal.valueOf(account.earned().of(share.selector()));
    BigDecimal lacking = share.atLeast().multiply(total).subtract(selected);
    long credits = lacking.divide(rest, 0, RoundingMode.CEILING).longValueExact();
    // Nothing at all is no share of nothing: the first credit makes it whole.
    return earning(Math.max(1, credits), share.selector());
  }

  private List<String> learning(Requirement.SkillAtLeast skill) {
    List<List<String>> ways = new ArrayList<>();
    for (Offering offering : offerings.mostCreditsFirst()) {
      List<String> way = offering.gives(skill) ? bundle(offering, List.of()) : null;
      ways.add(way == null ? List.of() : way);
    }
    return shortest(ways);
  }

  private List<String> completing(Requirement requirement) {
    List<String> missing = new ArrayList<>(gauge.activitiesOf(requirement));
    missing.removeAll(gauge.completedOf(missing));
    long lacking = gauge.figures(requirement).gap() / Figures.MILLIONTHS;
    List<String> plan = new ArrayList<>();
    for (String activityId : missing) {
      Offering offering = offerings.of(activityId);
      List<String> bundle = offering == null || lacking == 0 ? null : bundle(offering, plan);
      if (bundle != null) {
        plan.addAll(bundle);
        lacking--;
      }
    }
    return lacking > 0 ? List.of() : plan;
  }

  /** The shortest that is not empty; the first of several. */
  private static List<String> shortest(List<List<String>> plans) {
    List<String> shortest = List.of();
    for (List<String> plan : plans) {
      if (!plan.isEmpty() && (shortest.isEmpty() || plan.size() < shortest.size())) {
        shortest = plan;
      }
    }
    return shortest;
  }

  /**
   * What earns the most for each activity, again and again until it suffices; but at every step
   * also the shortest that closes all that is left. The shorter of these plans: a prerequisite
   * worth little makes its course dear, yet the two together can be all that is needed.
   */
  private List<String> earning(long lacking, Selector selector) {
    List<String> plan = new ArrayList<>();
    List<String> shortest = List.of();
    long left = lacking;
    while (left > 0 && plan.size() < MOST) {
      Step step = step(plan, selector, left);
      if (step.best().isEmpty()) {
        return shortest;
      }
      int length = plan.size() + step.closing().size();
      if (!step.closing().isEmpty() && (shortest.isEmpty() || length < shortest.size())) {
        shortest = new ArrayList<>(plan);
        shortest.addAll(step.closing());
      }
      left -= worth(step.best(), selector);
      plan.addAll(step.best());
    }
    boolean closes = left <= 0 && plan.size() <= shortest.size();
    return shortest.isEmpty() || closes ? plan : shortest;
  }

  /**
   * How a plan can go on.
   *
   * @param best what earns the most for each activity; empty: nothing can
   * @param closing the shortest that closes what is left; empty: nothing does at once
   */
  private record Step(List<String> best, List<String> closing) {}

  private Step step(List<String> plan, Selector selector, long left) {
    List<String> best = List.of();
    List<String> closing = List.of();
    long bestWorth = 0;
    for (Offering offering : offerings.mostCreditsFirst()) {
      boolean again = plan.contains(offering.activityId());
      if (!offering.countsFor(selector)
          || (again && !offering.isForEachTime())
          || !earns(offering)) {
        continue;
      }
      List<String> bundle = bundle(offering, plan);
      if (bundle != null) {
        long worth = worth(bundle, selector);
        if (worth * best.size() > bestWorth * bundle.size() || best.isEmpty()) {
          best = bundle;
          bestWorth = worth;
        }
        if (worth >= left && (closing.isEmpty() || bundle.size() < closing.size())) {
          closing = bundle;
        }
        if (bundle.size() == 1) {
          // All others have fewer credits.
          break;
        }
      }
    }
    return new Step(best, closing);
  }

  private long worth(List<String> bundle, Selector selector) {
    long credits = 0;
    for (String activityId : bundle) {
      Offering offering = offerings.of(activityId);
      credits += offering.countsFor(selector) && earns(offering) ? offering.credits() : 0;
    }
    return credits;
  }

  /** An activity after the prerequisites that are lacking; null: it cannot be taken. */
  private List<String> bundle(Offering offering, List<String> planned) {
    List<String> bundle = new ArrayList<>();
    return add(offering, planned, bundle) ? bundle : null;
  }

  private boolean add(Offering offering, List<String> planned, List<String> bundle) {
    if (offering == null || !offering.terms().fitsJob(account.person().jobId())) {
      return false;
    }
    for (String needed : offering.terms().prerequisites()) {
      boolean there =
          planned.contains(needed)
              || bundle.contains(needed)
              || account.standing(needed).completed();
      if (!there && !add(offerings.of(needed), planned, bundle)) {
        return false;
      }
    }
    bundle.add(offering.activityId());
    return true;
  }

  private boolean earns(Offering offering) {
    return earns.computeIfAbsent(offering.activityId(), id -> canEarn(offering));
  }

  private boolean canEarn(Offering offering) {
    ActivityStanding standing = account.standing(offering.activityId());
    return offering.credits() > 0
        && !Earning.alreadyEarned(standing, offering.terms().repeat(), account.today())
        && hasRoomForLife(standing, offering);
  }

  /** A cap of a day, a month or a year has room again later, that of a lifetime has not. */
  private static boolean hasRoomForLife(ActivityStanding standing, Offering offering) {
    Cap cap = offering.terms().cap();
    if (cap == null || cap.per() != Window.LIFETIME) {
      return true;
    }
    long earned = standing.awards().stream().mapToLong(Award::amount).sum();
    return earned + offering.credits() <= cap.credits();
  }
}
