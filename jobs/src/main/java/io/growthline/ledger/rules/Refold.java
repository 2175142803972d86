package io.growthline.ledger.rules;

import io.growthline.rulebook.RewardTerms;
import io.growthline.schemas.events.CommandKind;
import io.growthline.schemas.ledger.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Folds all facts that are kept, on top of the opening balance, if there is one. */
final class Refold {

  private final CompiledRules rules;
  private final LedgerState state;
  private final List<LedgerFact> facts;

  /**
   * @param facts in effective order
   */
  Refold(CompiledRules rules, LedgerState state, List<LedgerFact> facts) {
    this.rules = rules;
    this.state = state;
    this.facts = facts;
  }

  /**
   * Folds and answers requests that have no answer yet.
   *
   * @param instant how far time has passed, epoch milliseconds: facts dated later are left for then
   */
  FoldRun run(long instant) {
    AccountHead before = state.account();
    List<LedgerFact> unanswered = unanswered();
    FoldRun run = fold(instant);
    for (LedgerFact request : unanswered) {
      boolean late = before != null && request.effectiveAt() <= before.now();
      run = declineIfItCannotStand(request, late, run, instant);
    }
    return run;
  }

  /** Folds everything up to an instant, without a thought for requests that come too late. */
  FoldRun fold(long instant) {
    FoldRun run = begin();
    List<LedgerFact> counting = counting(run);
    int first = 0;
    while (first < counting.size() && counting.get(first).effectiveAt() <= instant) {
      int next = endOfInstant(counting, first);
      run.fold().apply(counting.subList(first, next));
      first = next;
    }
    Account account = run.account();
    if (first < counting.size()) {
      account.ahead(counting.get(first).effectiveAt());
    }
    if (instant >= account.now()) {
      run.fold().advanceTo(instant);
      account.moveTo(instant);
    }
    return run;
  }

  private FoldRun begin() {
    Opening opening = state.opening();
    if (opening == null) {
      state.stores().clear();
      return new FoldRun(rules, AccountHead.empty(rules.book().ordinal()), state);
    }
    opening.restore(state.stores());
    FoldRun run = new FoldRun(rules, opening.head(), state);
    run.fold().resume(opening.until(), countingBefore(opening.until()));
    return run;
  }

  /** Of what is older than the opening balance only people facts are kept. */
  private List<LedgerFact> countingBefore(long until) {
    return facts.stream()
        .filter(fact -> fact.effectiveAt() < until && state.voids().get(fact.id()) == null)
        .toList();
  }

  /** Facts that count, in effective order; of void ones that could have earned it tells. */
  private List<LedgerFact> counting(FoldRun run) {
    long from = state.opening() == null ? Long.MIN_VALUE : state.opening().until();
    List<LedgerFact> counting = new ArrayList<>(facts.size());
    for (LedgerFact fact : facts) {
      if (fact.effectiveAt() >= from && !FactIntake.isWaiting(fact, rules.book())) {
        Long voidedAt = state.voids().get(fact.id());
        if (voidedAt == null) {
          counting.add(fact);
        } else {
          run.leaveOut(fact, voidedAt);
        }
      }
    }
    return counting;
  }

  private static int endOfInstant(List<LedgerFact> facts, int first) {
    int next = first + 1;
    while (next < facts.size() && facts.get(next).effectiveAt() == facts.get(first).effectiveAt()) {
      next++;
    }
    return next;
  }

  /** Requests for rewards that have no answer yet. */
  private List<LedgerFact> unanswered() {
    List<LedgerFact> requests = new ArrayList<>();
    for (LedgerFact fact : facts) {
      boolean asks = fact.command() != null && fact.command().kind() == CommandKind.REDEEM;
      if (asks && state.outcomes().get(fact.id()) == null) {
        requests.add(fact);
      }
    }
    return requests;
  }

  /**
   * A request may be granted by what there was at its time, although later requests, granted
   * already, have spent it. One that comes late may ask for what is known by now to have been taken
   * back, or for more than the limit together with later ones. Spending never overdraws: then it is
   * declined after all.
   */
  private FoldRun declineIfItCannotStand(
      LedgerFact request, boolean late, FoldRun granted, long instant) {
    RecordedOutcome outcome = state.outcomes().get(request.id());
    if (outcome == null || outcome.outcome() != Outcome.APPROVED) {
      return granted;
    }
    if (late && isBeyondLimit(request.id(), granted.account())) {
      decline(request, outcome, Outcome.LIMIT_REACHED, "taken as often already");
      return fold(instant);
    }
    long lacking = lacking(granted, late);
    if (lacking == 0) {
      return granted;
    }
    decline(request, outcome, Outcome.INSUFFICIENT_CREDITS, "spent or taken back since");
    FoldRun declined = fold(instant);
    if (lacking(declined, late) < lacking) {
      return declined;
    }
    state.outcomes().put(request.id(), outcome);
    return fold(instant);
  }

  private void decline(LedgerFact request, RecordedOutcome granted, Outcome outcome, String why) {
    state.outcomes().put(request.id(), granted.declined(outcome, why));
  }

  /** Whether the reward of a granted request was taken more often than it can be. */
  private boolean isBeyondLimit(FactId request, Account account) {
    KeyedStore<FactId, Redemption> redemptions = state.stores().redemptions();
    Redemption granted = redemptions.get(request);
    RewardTerms terms = rules.book().rewards().get(granted.rewardId()).versions().at(granted.day());
    if (terms == null || terms.limitCount() == null) {
      return false;
    }
    LocalCalendar.Days window =
        rules.calendar().windowOf(terms.limitPer(), granted.day(), account.person().hiredOn());
    return Spending.taken(redemptions, granted.rewardId(), window) > terms.limitCount();
  }

  /**
   * What granted requests cost beyond what there was to spend, in hundredths of a credit.
   *
   * @param everything whether what was taken back and had been spent counts, too: it is owed or
   *     forgiven
   */
  private long lacking(FoldRun run, boolean everything) {
    long lacking = 0;
    for (Map.Entry<FactId, Redemption> entry : state.stores().redemptions().entries()) {
      Payment payment = entry.getValue().payment();
      lacking += payment.owed() + payment.forgiven();
    }
    Lots lots = run.account().lots();
    return everything ? lacking + lots.debt() + lots.forgiven() : lacking;
  }
}
