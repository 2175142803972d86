package io.growthline.ledger.rules;

import io.growthline.rulebook.Goal;
import io.growthline.rulebook.GoalTerms;
import io.growthline.rulebook.Requirement;
import io.growthline.rulebook.RequirementText;
import io.growthline.rulebook.Who;
import io.growthline.rulebook.Window;
import io.growthline.schemas.ledger.Direction;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Decides at one instant which goals an employee reaches and loses. */
final class Goals {

  private final CompiledRules rules;
  private final Account account;
  private final RequirementGauge gauge;

  Goals(CompiledRules rules, Account account) {
    this.rules = rules;
    this.account = account;
    this.gauge = new RequirementGauge(rules, account);
  }

  /**
   * Evaluates every goal.
   *
   * @param cause the fact, or the boundary in time, that made this evaluation necessary
   */
  void evaluate(FactId cause, Consumer<GoalEdge> edges) {
    int today = account.today();
    LocalCalendar.Days period = account.window(Window.PERIOD);
    for (Goal goal : rules.book().goals()) {
      GoalTerms terms = goal.versions().at(today);
      if (terms != null && terms.requires() != null) {
        evaluate(goal.id(), terms, today, period, cause, edges);
      }
    }
  }

  private void evaluate(
      String goalId,
      GoalTerms terms,
      int today,
      LocalCalendar.Days period,
      FactId cause,
      Consumer<GoalEdge> edges) {
    GoalStanding standing = account.goal(goalId);
    boolean reachedThisPeriod = standing.firing() > 0 && period.include(standing.reachedOn());
    if (terms.perPeriod() && standing.held() && !reachedThisPeriod) {
      standing = standing.ended();
      account.goal(goalId, standing);
    }
    if (account.person().left() || !concerns(terms.who(), account.person(), today)) {
      return;
    }
    if (standing.held() && !terms.revoke()) {
      return;
    }
    boolean met = allMet(terms.requires());
    if (met && !standing.held() && !(terms.perPeriod() && reachedThisPeriod)) {
      GoalStanding reached = standing.reached(account.now(), today);
      account.goal(goalId, reached);
      edges.accept(edge(goalId, terms, Direction.REACHED, reached, cause));
    } else if (!met && standing.held()) {
      GoalStanding lost = standing.ended();
      account.goal(goalId, lost);
      edges.accept(edge(goalId, terms, Direction.LOST, lost, cause));
    }
  }

  private GoalEdge edge(
      String goalId, GoalTerms terms, Direction direction, GoalStanding standing, FactId cause) {
    return new GoalEdge(
        goalId, direction, standing.firing(), account.now(), cause, reason(terms.requires()));
  }

  private String reason(List<Requirement> requirements) {
    return requirements.stream()
        .map(requirement -> RequirementText.of(requirement) + " " + gauge.figures(requirement))
        .collect(Collectors.joining("; "));
  }

  private boolean allMet(List<Requirement> requirements) {
    for (Requirement requirement : requirements) {
      if (!gauge.met(requirement)) {
        return false;
      }
    }
    return true;
  }

  /** Whether a person belongs to those a goal is for. */
  static boolean concerns(Who who, Person person, int today) {
    return isOneOf(who.jobs(), person.jobId())
        && isOneOf(who.grades(), person.grade())
        && isOneOf(who.teams(), person.teamId())
        && (who.withinDaysOfHire() == null
            || (person.hiredOn() != null && today <= person.hiredOn() + who.withinDaysOfHire()))
        && (who.tenureAtLeast() == null
            || (person.hiredOn() != null
                && who.tenureAtLeast().after((int) person.hiredOn()) <= today));
  }

  private static boolean isOneOf(List<String> allowed, String value) {
    return allowed == null || (value != null && allowed.contains(value));
  }
}
