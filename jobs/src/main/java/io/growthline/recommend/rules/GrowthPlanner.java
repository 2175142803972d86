package io.growthline.recommend.rules;

import io.growthline.rulebook.ActivityTerms;
import io.growthline.rulebook.Goal;
import io.growthline.rulebook.GoalTerms;
import io.growthline.rulebook.Requirement;
import io.growthline.rulebook.RuleBook;
import io.growthline.rulebook.Selector;
import io.growthline.schemas.ledger.EmployeeProgress;
import io.growthline.schemas.ledger.GoalKind;
import io.growthline.schemas.ledger.GoalProgress;
import io.growthline.schemas.ledger.RequirementProgress;
import io.growthline.schemas.recommendations.GrowthGap;
import io.growthline.schemas.recommendations.GrowthPlan;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Puts together, for each goal, what the ledger suggests for its requirements: what is taken for
 * one counts for the others too.
 */
final class GrowthPlanner {

  private static final double MILLIONTHS = 1_000_000;
  private static final long MILLIONTHS_OF_A_HUNDREDTH = 10_000;

  private final RuleBook book;
  private final int day;
  private final Map<String, Goal> goals = new HashMap<>();

  /** A requirement that is not met, beside how far it is. */
  private record Open(Requirement requirement, RequirementProgress progress) {

    /** The less there is to choose, the earlier it is planned. */
    int freedom() {
      if (requirement instanceof Requirement.CreditsAtLeast credits) {
        return credits.selector() == null ? 2 : 1;
      }
      return 0;
    }
  }

  GrowthPlanner(RuleBook book, int day) {
    this.book = book;
    this.day = day;
    book.goals().forEach(goal -> goals.put(goal.id(), goal));
  }

  /**
   * A plan for each goal that is not held.
   *
   * @param earned hundredths of a credit in all
   */
  List<GrowthPlan> plans(EmployeeProgress progress, long earned) {
    List<GrowthPlan> plans = new ArrayList<>();
    for (GoalProgress goal : progress.goals()) {
      List<Open> open = open(goal);
      if (goal.kind() != GoalKind.SCHEME && !goal.held() && !open.isEmpty()) {
        plans.add(plan(goal, open, earned));
      }
    }
    return plans;
  }

  private List<Open> open(GoalProgress goal) {
    Goal defined = goals.get(goal.goalId());
    GoalTerms terms = defined == null ? null : defined.versions().at(day);
    List<Open> open = new ArrayList<>();
    // Another revision than the ledger's may be in force here for a moment.
    if (terms != null
        && terms.requires() != null
        && terms.requires().size() == goal.requirements().size()) {
      for (int i = 0; i < goal.requirements().size(); i++) {
        if (!goal.requirements().get(i).met()) {
          open.add(new Open(terms.requires().get(i), goal.requirements().get(i)));
        }
      }
    }
    return open;
  }

  private GrowthPlan plan(GoalProgress goal, List<Open> open, long earned) {
    List<String> activities = new ArrayList<>();
    List<Open> inOrder = new ArrayList<>(open);
    inOrder.sort(Comparator.comparingInt(Open::freedom));
    inOrder.forEach(requirement -> extend(activities, requirement));
    boolean closes =
        open.stream().allMatch(requirement -> closes(activities, requirement))
            && keepsShares(activities, goal, earned);
    return new GrowthPlan(
        goal.goalId(),
        goal.titles(),
        open.stream().map(o -> gap(o.progress())).toList(),
        List.copyOf(activities),
        closes);
  }

  private void extend(List<String> plan, Open open) {
    if (open.requirement() instanceof Requirement.CreditsAtLeast credits) {
      long lacking = lacking(open);
      for (String activity : beyond(plan, open.progress().suggestedActivities())) {
        if (worth(plan, credits.selector()) < lacking) {
          plan.add(activity);
        }
      }
    } else {
      plan.addAll(beyond(plan, open.progress().suggestedActivities()));
    }
  }

  private boolean closes(List<String> plan, Open open) {
    return open.requirement() instanceof Requirement.CreditsAtLeast credits
        ? worth(plan, credits.selector()) >= lacking(open)
        : !open.progress().suggestedActivities().isEmpty();
  }

  /** What is taken for one requirement may dilute the share that another asks for. */
  private boolean keepsShares(List<String> plan, GoalProgress goal, long earned) {
    List<Requirement> requires = goals.get(goal.goalId()).versions().at(day).requires();
    for (int i = 0; i < requires.size(); i++) {
      if (requires.get(i) instanceof Requirement.ShareAtLeast share) {
        double selected = goal.requirements().get(i).current() / MILLIONTHS * earned;
        double after = selected + worth(plan, share.selector());
        double total = earned + worth(plan, null);
        if (after < share.atLeast().doubleValue() * total) {
          return false;
        }
      }
    }
    return true;
  }

  private static long lacking(Open open) {
    return open.progress().gap() / MILLIONTHS_OF_A_HUNDREDTH;
  }

  /** What is suggested as often as it is, less what is planned already. */
  private static List<String> beyond(List<String> plan, List<String> suggested) {
    List<String> beyond = new ArrayList<>(suggested);
    plan.forEach(beyond::remove);
    return beyond;
  }

  private long worth(List<String> plan, Selector selector) {
    long credits = 0;
    for (String id : plan) {
      ActivityTerms terms = book.activity(id) == null ? null : book.activity(id).versions().at(day);
      boolean counts =
          terms != null
              && terms.offeredOn(day)
              && (selector == null || selector.picks(id, terms, terms.category()));
      credits += counts ? terms.credits() : 0;
    }
    return credits;
  }

  private static GrowthGap gap(RequirementProgress progress) {
    return new GrowthGap(
        progress.requirement(),
        progress.unit(),
        progress.current(),
        progress.target(),
        progress.gap());
  }
}
