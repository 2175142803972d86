package io.growthline.ledger.rules;

import io.growthline.rulebook.Goal;
import io.growthline.rulebook.GoalTerms;
import io.growthline.schemas.ledger.Direction;
import io.growthline.schemas.ledger.LedgerHash;
import io.growthline.schemas.ledger.Milestone;
import java.util.List;

/**
 * Announces goals reached and lost, each once. After the past has changed it announces what is new,
 * and puts right what turned out never to have been so.
 */
final class Announcer {

  private final String employeeId;
  private final CompiledRules rules;
  private final LedgerState state;
  private final LedgerOutput output;
  private final long version;

  Announcer(
      String employeeId,
      CompiledRules rules,
      LedgerState state,
      LedgerOutput output,
      long version) {
    this.employeeId = employeeId;
    this.rules = rules;
    this.state = state;
    this.output = output;
    this.version = version;
  }

  /**
   * Announces those edges that lie beyond what was announced, then puts right what was announced
   * but turned out never to have been so.
   *
   * @param edges what the fold said, in effective order
   * @param account where the fold ended
   * @param trigger the fact that made the fold run
   */
  void announce(List<GoalEdge> edges, Account account, FactId trigger) {
    for (GoalEdge edge : edges) {
      if (edge.position() > announced(edge.goalId()).position()) {
        announce(edge);
      }
    }
    for (Goal goal : rules.book().goals()) {
      putRight(goal.id(), account, trigger);
    }
  }

  private void putRight(String goalId, Account account, FactId trigger) {
    GoalStanding standing = account.goal(goalId);
    Announced announced = announced(goalId);
    // A hold that only ended with its period was reached all the same: nothing to put right.
    boolean neverReached = standing.firing() < announced.firing();
    if (announced.held() && !standing.held() && neverReached) {
      announce(edge(goalId, Direction.LOST, announced.firing(), account.now(), trigger));
    } else if (!announced.held() && standing.held()) {
      announce(edge(goalId, Direction.REACHED, announced.firing() + 1, standing.since(), trigger));
    }
  }

  private static GoalEdge edge(
      String goalId, Direction direction, int firing, long at, FactId trigger) {
    return new GoalEdge(goalId, direction, firing, at, trigger, "the past was put right");
  }

  private void announce(GoalEdge edge) {
    state
        .announced()
        .put(edge.goalId(), new Announced(edge.firing(), edge.direction() == Direction.REACHED));
    GoalTerms terms = termsOf(edge);
    output.milestone(
        new Milestone(
            LedgerHash.id(employeeId, edge.goalId(), edge.firing(), edge.direction()),
            employeeId,
            edge.goalId(),
            terms.kind(),
            edge.direction(),
            edge.firing(),
            edge.at(),
            edge.cause().source(),
            edge.cause().eventId(),
            terms.titles(),
            terms.reward(),
            edge.reason(),
            version));
  }

  private GoalTerms termsOf(GoalEdge edge) {
    int day = rules.calendar().dayOf(edge.at());
    for (Goal goal : rules.book().goals()) {
      if (goal.id().equals(edge.goalId())) {
        GoalTerms then = goal.versions().at(day);
        return then == null ? goal.versions().latest() : then;
      }
    }
    throw new IllegalStateException("an edge names a goal of its own rule book");
  }

  private Announced announced(String goalId) {
    Announced announced = state.announced().get(goalId);
    return announced == null ? Announced.NOTHING : announced;
  }
}
