package io.growthline.ledger.rules;

import io.growthline.schemas.ledger.GoalKind;
import io.growthline.schemas.ledger.GoalProgress;
import io.growthline.schemas.ledger.RequirementProgress;
import java.util.List;

/**
 * The goal that lacks the fewest credits.
 *
 * @param lacking hundredths of a credit, positive
 */
record NearestGoal(String goalId, long lacking) {

  /** Progress is in millionths of its unit. */
  private static final long MILLIONTHS_OF_A_HUNDREDTH = 10_000;

  /**
   * Of goals that are not held and lack credits, the one that lacks the fewest; of several the
   * first. A goal lacks what its credit requirement furthest from being met lacks.
   *
   * @return null if there is none
   */
  static NearestGoal of(List<GoalProgress> goals) {
    NearestGoal nearest = null;
    for (GoalProgress goal : goals) {
      long lacking = lacking(goal);
      boolean counts = goal.kind() != GoalKind.SCHEME && !goal.held() && lacking > 0;
      if (counts && (nearest == null || lacking < nearest.lacking())) {
        nearest = new NearestGoal(goal.goalId(), lacking);
      }
    }
    return nearest;
  }

  private static long lacking(GoalProgress goal) {
    long most = 0;
    for (RequirementProgress requirement : goal.requirements()) {
      if (requirement.unit().equals(Figures.CREDITS)) {
        most = Math.max(most, requirement.gap() / MILLIONTHS_OF_A_HUNDREDTH);
      }
    }
    return most;
  }
}
