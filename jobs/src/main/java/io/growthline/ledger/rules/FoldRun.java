package io.growthline.ledger.rules;

import java.util.ArrayList;
import java.util.List;

/** One run of the fold, and what it said. */
final class FoldRun {

  private final List<Result> results = new ArrayList<>();
  private final List<GoalEdge> edges = new ArrayList<>();
  private final LedgerFold fold;

  FoldRun(CompiledRules rules, AccountHead from, LedgerState state) {
    LedgerFold.Listener listener = new LedgerFold.Listener(results::add, edges::add);
    this.fold = new LedgerFold(rules, from, state.stores(), state.outcomes(), listener);
  }

  LedgerFold fold() {
    return fold;
  }

  Account account() {
    return fold.account();
  }

  List<Result> results() {
    return results;
  }

  List<GoalEdge> edges() {
    return edges;
  }

  /** Tells of a void fact, which is not folded, if it could have earned. */
  void leaveOut(LedgerFact fact, long voidedAt) {
    if (fact.canEarn()) {
      results.add(Result.voided(fact, voidedAt));
    }
  }
}
