package io.growthline.oracle;

import io.growthline.oracle.OracleResult.Edge;
import io.growthline.oracle.OracleResult.Hold;
import io.growthline.rulebook.Goal;
import io.growthline.rulebook.GoalTerms;
import io.growthline.rulebook.Window;
import io.growthline.schemas.ledger.Direction;
import java.util.ArrayList;
import java.util.List;

/** Follows one goal through all moments of an employee's history. */
final class GoalHistory {

  private final Goal goal;
  private final List<Edge> edges;
  private final List<Moment> reached = new ArrayList<>();
  private boolean held;

  /**
   * @param edges where what happens is told
   */
  GoalHistory(Goal goal, List<Edge> edges) {
    this.goal = goal;
    this.edges = edges;
  }

  /** The goal as held after the last moment, or null. */
  Hold hold() {
    return held ? new Hold(goal.id(), lastReached().at(), reached.size()) : null;
  }

  void follow(Moment moment) {
    GoalTerms terms = goal.versions().at(moment.day());
    if (terms == null || terms.requires() == null) {
      return;
    }
    if (held && terms.perPeriod() && !samePeriod(lastReached(), moment)) {
      held = false;
    }
    if (!moment.person().employed() || !moment.person().isIn(terms.who(), moment.today())) {
      return;
    }
    boolean met = terms.requires().stream().allMatch(asked -> moment.figures(asked).met());
    if (held && !met && terms.revoke()) {
      held = false;
      add(Direction.LOST, moment);
    } else if (!held && met && mayFire(terms, moment)) {
      held = true;
      reached.add(moment);
      add(Direction.REACHED, moment);
    }
  }

  private boolean mayFire(GoalTerms terms, Moment moment) {
    return !terms.perPeriod() || reached.stream().noneMatch(then -> samePeriod(then, moment));
  }

  private static boolean samePeriod(Moment then, Moment now) {
    return now.calendar().same(Window.PERIOD, then.today(), now.today());
  }

  private Moment lastReached() {
    return reached.get(reached.size() - 1);
  }

  private void add(Direction direction, Moment moment) {
    edges.add(new Edge(goal.id(), direction, reached.size(), moment.at()));
  }
}
