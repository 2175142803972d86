package io.growthline.local.kafka;

import io.growthline.schemas.ledger.Direction;
import io.growthline.schemas.ledger.EmployeeProgress;
import io.growthline.schemas.ledger.GoalKind;
import io.growthline.schemas.ledger.GoalProgress;
import io.growthline.schemas.ledger.Milestone;
import io.growthline.schemas.ledger.RequirementProgress;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What of the ledger's output people want to hear at once, in words: goals reached and lost, and
 * who is close to one. Says nothing twice. For one thread.
 */
public final class TriggerLines {

  /** Close is what lacks at most this share of the target. */
  private static final int CLOSE_PERCENT = 15;

  private static final int DIGITS_OF_A_MILLIONTH = 6;
  private static final Set<GoalKind> WORTH_A_HINT =
      Set.of(GoalKind.CERTIFICATION, GoalKind.PROMOTION, GoalKind.COMPENSATION);

  private final Map<String, String> names;
  private final Map<String, String> saidByGoal = new HashMap<>();
  private final Map<String, Boolean> saidMilestones = new HashMap<>();

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

  /** A line for each goal that the employee has come close to since it was last told. */
  public List<String> of(EmployeeProgress progress) {
    List<String> lines = new ArrayList<>();
    for (GoalProgress goal : progress.goals()) {
      String line = hint(progress.employeeId(), goal);
      String key = progress.employeeId() + "|" + goal.goalId();
      if (line != null && !line.equals(saidByGoal.put(key, line))) {
        lines.add(line);
      }
    }
    return lines;
  }

  private String hint(String employeeId, GoalProgress goal) {
    if (goal.held() || !WORTH_A_HINT.contains(goal.kind())) {
      return null;
    }
    for (RequirementProgress row : goal.requirements()) {
      boolean close = row.gap() > 0 && row.gap() * 100 <= row.target() * CLOSE_PERCENT;
      if (close && row.requirement().equals("credits(total)")) {
        return "%s: %s credits, %s short of %s"
            .formatted(
                name(employeeId),
                number(row.current()),
                number(row.gap()),
                title(goal.titles(), goal.goalId()));
      }
    }
    return null;
  }

  private String name(String employeeId) {
    return names.getOrDefault(employeeId, employeeId);
  }

  private static String title(Map<String, String> titles, String goalId) {
    return titles == null ? goalId : titles.getOrDefault("en", goalId);
  }

  private static String number(long millionths) {
    return BigDecimal.valueOf(millionths, DIGITS_OF_A_MILLIONTH)
        .stripTrailingZeros()
        .toPlainString();
  }
}
