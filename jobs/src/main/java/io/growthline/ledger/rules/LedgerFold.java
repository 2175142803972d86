package io.growthline.ledger.rules;

import io.growthline.schemas.events.HrEvent;
import io.growthline.schemas.events.LearningVerb;
import io.growthline.schemas.ledger.Outcome;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The rules of the ledger: one fold over an employee's facts in effective order. Everything that is
 * ever posted, decided or announced comes out of {@link #advanceTo} and {@link #apply}; whoever
 * calls it again from the start with one fact more gets the state as if that fact had always been
 * there.
 */
public final class LedgerFold {

  /** What the fold tells while it goes along. */
  public record Listener(Consumer<Result> results, Consumer<GoalEdge> edges) {}

  private static final Set<LearningVerb> MOVING_VERBS =
      EnumSet.of(LearningVerb.COMPLETED, LearningVerb.APPROVED, LearningVerb.REJECTED);

  private final CompiledRules rules;
  private final Account account;
  private final Earning earning;
  private final Goals goals;
  private final Listener listener;

  public LedgerFold(
      CompiledRules rules,
      AccountHead head,
      KeyedStore<String, ActivityStanding> standings,
      Listener listener) {
    this.rules = rules;
    this.account = new Account(rules, head, standings);
    this.earning = new Earning(rules, account);
    this.goals = new Goals(rules, account);
    this.listener = listener;
  }

  public Account account() {
    return account;
  }

  /** What is shown of the account: call it when the fold stands at the instant wanted. */
  public ProgressReport progress() {
    return new ProgressReport(rules, account);
  }

  /**
   * Lets time pass, up to and including an instant: goals change at boundaries in time.
   *
   * @param instant epoch milliseconds, not before {@link Account#now}
   */
  public void advanceTo(long instant) {
    passBoundaries(instant, true);
  }

  /**
   * Applies all facts of one instant together, then looks at the goals once.
   *
   * @param facts in effective order, all of the same instant, later than {@link Account#now}; void
   *     ones and those whose activity is unknown are left out by the caller
   */
  public void apply(List<LedgerFact> facts) {
    long instant = facts.get(0).effectiveAt();
    passBoundaries(instant, false);
    boolean changed = account.isFirst(instant);
    account.moveTo(instant);
    for (LedgerFact fact : facts) {
      changed |= matters(fact);
      Result result = apply(fact);
      if (result != null) {
        listener.results().accept(result);
      }
    }
    if (changed) {
      evaluateGoals(facts.get(facts.size() - 1).id());
    }
  }

  /** Whether a fact can change an account at all; many verbs, such as VIEWED, cannot. */
  static boolean matters(LedgerFact fact) {
    return fact.learning() == null || MOVING_VERBS.contains(fact.learning().verb());
  }

  private Result apply(LedgerFact fact) {
    if (fact.learning() != null) {
      return earning.apply(fact);
    }
    if (fact.command() != null) {
      return Result.declined(
          fact, null, Outcome.NOT_YET_SUPPORTED, "commands are not carried out yet");
    }
    HrEvent event = fact.hr();
    if (event.voidsEventId() == null) {
      account.person(account.person().after(event, rules.calendar().dayOf(event.effectiveAt())));
    }
    return null;
  }

  private void passBoundaries(long instant, boolean inclusive) {
    while (account.nextBoundary() < instant
        || (inclusive && account.nextBoundary() == instant && instant != Long.MAX_VALUE)) {
      long boundary = account.nextBoundary();
      account.moveTo(boundary);
      evaluateGoals(new FactId(FactKind.CLOCK, "clock", Instant.ofEpochMilli(boundary).toString()));
    }
  }

  private void evaluateGoals(FactId cause) {
    goals.evaluate(cause, listener.edges());
    account.nextBoundary(rules.clock().nextBoundary(account));
  }
}
