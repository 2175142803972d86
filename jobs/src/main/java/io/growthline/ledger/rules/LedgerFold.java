package io.growthline.ledger.rules;

import io.growthline.schemas.events.LearningVerb;
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
  private final Spending spending;
  private final Lapses lapses;
  private final Goals goals;
  private final Listener listener;

  /**
   * @param outcomes answers given to requests for rewards; new ones are added
   */
  public LedgerFold(
      CompiledRules rules,
      AccountHead head,
      AccountStores stores,
      KeyedStore<FactId, RecordedOutcome> outcomes,
      Listener listener) {
    this.rules = rules;
    this.account = new Account(rules, head, stores);
    this.earning = new Earning(rules, account, listener.results());
    this.spending = new Spending(rules, account, outcomes, listener.results());
    this.lapses = new Lapses(rules, account);
    this.goals = new Goals(rules, account);
    this.listener = listener;
  }

  public Account account() {
    return account;
  }

  /** What is shown of the account: call it when the fold stands at the instant wanted. */
  public ProgressReport progress() {
    return new ProgressReport(rules, account, true);
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
   * Goes on from an opening balance.
   *
   * @param from epoch milliseconds; the balance is that of the instant before
   * @param people all people facts earlier than that which count, in effective order
   */
  void resume(long from, List<LedgerFact> people) {
    account.person(Person.UNKNOWN);
    people.forEach(this::apply);
    account.nextLapse(lapses.next(rules.calendar().dayOf(from)));
    // Goals may be others than when the balance was drawn up.
    account.nextBoundary(from);
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
      if (fact.hr() == null && fact.voids() == null) {
        account.keeps(instant);
      }
      apply(fact);
    }
    if (changed) {
      account.nextLapse(lapses.next(account.today()));
      evaluateGoals(facts.get(facts.size() - 1).id());
    }
  }

  /** Whether a fact can change an account at all; many verbs, such as VIEWED, cannot. */
  static boolean matters(LedgerFact fact) {
    return fact.learning() == null || MOVING_VERBS.contains(fact.learning().verb());
  }

  private void apply(LedgerFact fact) {
    if (fact.learning() != null) {
      earning.apply(fact);
    } else if (fact.command() != null) {
      spending.apply(fact);
    } else if (fact.hr().voidsEventId() == null) {
      int day = rules.calendar().dayOf(fact.effectiveAt());
      account.person(account.person().after(fact.hr(), day));
    }
  }

  private void passBoundaries(long instant, boolean inclusive) {
    while (nextByItself() < instant
        || (inclusive && nextByItself() == instant && instant != Long.MAX_VALUE)) {
      long boundary = nextByItself();
      account.moveTo(boundary);
      if (boundary == account.nextLapse()) {
        letLapse();
      } else {
        evaluateGoals(clock());
      }
    }
  }

  private long nextByItself() {
    return Math.min(account.nextBoundary(), account.nextLapse());
  }

  private void letLapse() {
    // Not today: where a zone skips a day, that day ends in the last millisecond of the one before.
    int begins = rules.calendar().dayOf(account.now() + 1);
    boolean lapsed = lapses.apply(begins - 1, listener.results());
    account.nextLapse(lapses.next(begins));
    if (lapsed) {
      evaluateGoals(clock());
    }
  }

  private FactId clock() {
    return new FactId(FactKind.CLOCK, "clock", Instant.ofEpochMilli(account.now()).toString());
  }

  private void evaluateGoals(FactId cause) {
    goals.evaluate(cause, listener.edges());
    account.nextBoundary(rules.clock().nextBoundary(account));
  }
}
