package io.growthline.ledger.rules;

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
    List<FactId> unanswered = unanswered();
    FoldRun run = fold(instant);
    for (FactId request : unanswered) {
      run = declineIfOverdrawn(request, run, instant);
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
  private List<FactId> unanswered() {
    List<FactId> requests = new ArrayList<>();
    for (LedgerFact fact : facts) {
      boolean asks = fact.command() != null && fact.command().kind() == CommandKind.REDEEM;
      if (asks && state.outcomes().get(fact.id()) == null) {
        requests.add(fact.id());
      }
    }
    return requests;
  }

  /**
   * A request that comes late may be granted by what there was at its time, although later
   * requests, granted already, have spent it. Spending never overdraws: then it is declined after
   * all.
   */
  private FoldRun declineIfOverdrawn(FactId request, FoldRun granted, long instant) {
    RecordedOutcome outcome = state.outcomes().get(request);
    long lacking = lackingForRewards();
    if (outcome == null || outcome.outcome() != Outcome.APPROVED || lacking == 0) {
      return granted;
    }
    state.outcomes().put(request, outcome.declined("spent by later requests"));
    FoldRun declined = fold(instant);
    if (lackingForRewards() < lacking) {
      return declined;
    }
    state.outcomes().put(request, outcome);
    return fold(instant);
  }

  /** What granted requests cost beyond what there was to spend, in hundredths of a credit. */
  private long lackingForRewards() {
    long lacking = 0;
    for (Map.Entry<FactId, Redemption> entry : state.stores().redemptions().entries()) {
      Payment payment = entry.getValue().payment();
      lacking += payment.owed() + payment.forgiven();
    }
    return lacking;
  }
}
