package io.growthline.local.kafka;

import io.growthline.schemas.features.FeatureVector;
import io.growthline.schemas.ledger.Direction;
import io.growthline.schemas.ledger.EmployeeProgress;
import io.growthline.schemas.ledger.GoalKind;
import io.growthline.schemas.ledger.GoalProgress;
import io.growthline.schemas.ledger.Milestone;
import io.growthline.schemas.ledger.Posting;
import io.growthline.schemas.ledger.RequirementProgress;
import io.growthline.schemas.recommendations.EmployeeRecommendations;
import io.growthline.schemas.recommendations.GrowthPlan;
import io.growthline.schemas.recommendations.ReasonCode;
import io.growthline.schemas.recommendations.RecommendedActivity;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What of the jobs' output people want to hear at once, in words: goals reached and lost, who is
 * close to one and what is next for them, what someone is interested in of late, and rewards taken
 * and given back. Says nothing twice. For one thread.
 */
public final class TriggerLines {

  /** Close is what lacks at most three of these steps, each 5 % of the target. */
  private static final int STEPS_OF_A_TARGET = 20;

  private static final int CLOSE_STEPS = 3;

  /** Interest that is worth a word: two clicks just now, or more that are older. */
  private static final double MUCH_INTEREST = 2;

  private static final int DIGITS_OF_A_MILLIONTH = 6;
  private static final String TOTAL = "credits(total)";
  private static final Set<GoalKind> WORTH_A_HINT =
      Set.of(GoalKind.CERTIFICATION, GoalKind.PROMOTION, GoalKind.COMPENSATION);

  private final Map<String, String> names;
  private final Map<String, Long> toldStepsByGoal = new HashMap<>();
  private final Map<String, Boolean> saidMilestones = new HashMap<>();
  private final Map<String, String> toldNext = new HashMap<>();
  private final Map<String, String> toldInterest = new HashMap<>();

  /**
   * Knows people by name.
   *
   * @param names display name by employee id; whoever is missing is called by the id
   */
  public TriggerLines(Map<String, String> names) {
    this.names = Map.copyOf(names);
  }

  /** A line for a goal reached or lost; empty if it was told before. */
  public List<String> of(Milestone milestone) {
    if (saidMilestones.put(milestone.milestoneId(), true) != null) {
      return List.of();
    }
    String verb = milestone.direction() == Direction.LOST ? "lost" : "reached";
    String reason = milestone.reason() == null ? "" : " (" + milestone.reason() + ")";
    return List.of(
        "%s: %s %s%s"
            .formatted(
                name(milestone.employeeId()),
                verb,
                title(milestone.titles(), milestone.goalId()),
                reason));
  }

  /** A line for a reward that was paid for, or given back; empty for all other postings. */
  public List<String> of(Posting posting) {
    String verb =
        switch (posting.kind()) {
          case REDEEM -> "took";
          case CANCEL -> "gave back";
          default -> null;
        };
    return verb == null
        ? List.of()
        : List.of("%s: %s %s".formatted(name(posting.employeeId()), verb, posting.reason()));
  }

  /** A line for each goal that the employee has come a step closer to, or fallen back from. */
  public List<String> of(EmployeeProgress progress) {
    List<String> lines = new ArrayList<>();
    for (GoalProgress goal : progress.goals()) {
      if (!goal.held() && WORTH_A_HINT.contains(goal.kind())) {
        goal.requirements().stream()
            .filter(row -> row.requirement().equals(TOTAL))
            .filter(row -> isNews(progress.employeeId(), goal.goalId(), stepsLeft(row)))
            .findFirst()
            .ifPresent(row -> lines.add(hint(progress.employeeId(), goal, row)));
      }
    }
    return lines;
  }

  /**
   * A line for what comes first on the list of someone who is close to a goal, and what would reach
   * it, or who clicked their way there; empty if it was told before.
   */
  public List<String> of(EmployeeRecommendations list) {
    if (list.items().isEmpty()) {
      return List.of();
    }
    RecommendedActivity first = list.items().get(0);
    GrowthPlan near = list.growth().stream().filter(TriggerLines::isNear).findFirst().orElse(null);
    if (near == null && !ofClicks(first)) {
      return List.of();
    }
    String line = next(list.employeeId(), first) + (near == null ? "" : way(near));
    return line.equals(toldNext.put(list.employeeId(), line)) ? List.of() : List.of(line);
  }

  /** A line for what the employee looked at most of late; empty if it was that before. */
  public List<String> of(FeatureVector vector) {
    Map.Entry<String, Double> most =
        vector.tagInterest().entrySet().stream().max(Map.Entry.comparingByValue()).orElse(null);
    if (most == null
        || most.getValue() < MUCH_INTEREST
        || most.getKey().equals(toldInterest.put(vector.employeeId(), most.getKey()))) {
      return List.of();
    }
    return List.of(
        "%s: looks at %s most, %d courses begun, %d completed, %s credits in 90 days"
            .formatted(
                name(vector.employeeId()),
                most.getKey(),
                vector.enrolments(),
                vector.completions(),
                credits(vector.earned90Days())));
  }

  private static boolean isNear(GrowthPlan plan) {
    return plan.closes()
        && plan.gaps().stream()
            .anyMatch(
                gap ->
                    gap.requirement().equals(TOTAL)
                        && gap.gap() * STEPS_OF_A_TARGET <= gap.target() * CLOSE_STEPS);
  }

  private static boolean ofClicks(RecommendedActivity activity) {
    return activity.reasons().stream()
        .limit(1)
        .anyMatch(r -> r.code() == ReasonCode.CLICKED || r.code() == ReasonCode.INTEREST);
  }

  private String next(String employeeId, RecommendedActivity activity) {
    String why =
        activity.reasons().isEmpty() ? "" : ": " + activity.reasons().get(0).text().get("en");
    return "%s: next %s (%s credits)%s"
        .formatted(
            name(employeeId),
            title(activity.titles(), activity.activityId()),
            credits(activity.credits()),
            why);
  }

  private static String way(GrowthPlan plan) {
    return "; to %s: %s"
        .formatted(title(plan.titles(), plan.goalId()), String.join(", ", plan.activities()));
  }

  /** Steps still to go, rounded up: 3 for 15 short of 100, 4 for 15.01. */
  private static long stepsLeft(RequirementProgress row) {
    return (row.gap() * STEPS_OF_A_TARGET + row.target() - 1) / row.target();
  }

  private boolean isNews(String employeeId, String goalId, long stepsLeft) {
    Long told = toldStepsByGoal.put(employeeId + "|" + goalId, stepsLeft);
    return stepsLeft > 0 && stepsLeft <= CLOSE_STEPS && (told == null || told != stepsLeft);
  }

  private String hint(String employeeId, GoalProgress goal, RequirementProgress row) {
    return "%s: %s credits, %s short of %s"
        .formatted(
            name(employeeId),
            number(row.current()),
            number(row.gap()),
            title(goal.titles(), goal.goalId()));
  }

  private String name(String employeeId) {
    return names.getOrDefault(employeeId, employeeId);
  }

  private static String title(Map<String, String> titles, String goalId) {
    return titles == null ? goalId : titles.getOrDefault("en", goalId);
  }

  private static String credits(long hundredths) {
    return BigDecimal.valueOf(hundredths, 2).stripTrailingZeros().toPlainString();
  }

  private static String number(long millionths) {
    return BigDecimal.valueOf(millionths, DIGITS_OF_A_MILLIONTH)
        .stripTrailingZeros()
        .toPlainString();
  }
}
