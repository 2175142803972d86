package io.growthline.ledger.rules;

import io.growthline.facts.CreditStanding;
import io.growthline.ledger.rules.FactIntake.Arrival;
import io.growthline.schemas.ledger.Balance;
import io.growthline.schemas.ledger.CreditLot;
import io.growthline.schemas.ledger.Decision;
import io.growthline.schemas.ledger.EmployeeProgress;
import io.growthline.schemas.ledger.Milestone;
import io.growthline.schemas.ledger.Posting;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * What the ledger would have said of an employee at each instant, had every fact come when it was
 * stated. A fold over all facts cannot tell: what was declared void later never happened in it. So
 * the facts go through a ledger of their own, one after the other, as they do live.
 */
public final class StandingHistory {

  private static final Comparator<LedgerFact> ORDER_OF_STATEMENT =
      Comparator.comparingLong((LedgerFact fact) -> fact.event().occurredAt())
          .thenComparing(LedgerFact.EFFECTIVE_ORDER);

  /** The same for all: identities are settled, so that no two facts share one. */
  private static final String CONTENT = "";

  private final LedgerState state = new TransientState();
  private final FactIntake intake;
  private final Standings standings;
  private final EmployeeLedger ledger;

  private StandingHistory(String employeeId, CompiledRules rules, Consumer<CreditStanding> told) {
    this.intake = new FactIntake(state, decision -> {}, fact -> fact.event().occurredAt());
    this.standings = new Standings(told);
    this.ledger = new EmployeeLedger(employeeId, rules, state, standings, Result::causedAt);
  }

  /**
   * Tells all standings, in order.
   *
   * @param facts those that count
   * @param answers given before to requests for rewards; other requests are answered by what was
   *     known then
   * @param until how far time passes, epoch milliseconds
   */
  public static void tell(
      String employeeId,
      CompiledRules rules,
      List<LedgerFact> facts,
      Map<FactId, RecordedOutcome> answers,
      long until,
      Consumer<CreditStanding> standings) {
    StandingHistory history = new StandingHistory(employeeId, rules, standings);
    answers.forEach(history.state.outcomes()::put);
    List<LedgerFact> inOrder = facts.stream().sorted(ORDER_OF_STATEMENT).toList();
    int first = 0;
    while (first < inOrder.size()) {
      int next = first + 1;
      while (next < inOrder.size() && statedAt(inOrder, next) == statedAt(inOrder, first)) {
        next++;
      }
      history.passTo(statedAt(inOrder, first) - 1);
      history.take(inOrder.subList(first, next), rules);
      first = next;
    }
    history.passTo(until);
    history.standings.end();
  }

  private static long statedAt(List<LedgerFact> facts, int index) {
    return facts.get(index).event().occurredAt();
  }

  private void take(List<LedgerFact> facts, CompiledRules rules) {
    boolean changesThePast = false;
    for (LedgerFact fact : facts) {
      Arrival arrival = intake.store(fact, CONTENT, rules.book());
      changesThePast |= arrival == Arrival.CHANGES_THE_PAST;
    }
    ledger.takeTogether(facts, changesThePast);
  }

  /** Lets happen by itself what does until an instant. */
  private void passTo(long instant) {
    while (state.account() != null && state.account().wakeUpAt() <= instant) {
      ledger.advanceTo(state.account().wakeUpAt());
    }
  }

  /** Hears standings, and nothing else; of one instant only the last counts. */
  private static final class Standings implements LedgerOutput {

    private final Consumer<CreditStanding> told;
    private CreditStanding newest;

    Standings(Consumer<CreditStanding> told) {
      this.told = told;
    }

    @Override
    public void standing(CreditStanding standing) {
      if (newest != null && newest.asOf() < standing.asOf()) {
        told.accept(newest);
      }
      newest = standing;
    }

    void end() {
      if (newest != null) {
        told.accept(newest);
      }
    }

    @Override
    public void posting(Posting posting) {}

    @Override
    public void decision(Decision decision) {}

    @Override
    public void milestone(Milestone milestone) {}

    @Override
    public void lot(CreditLot lot) {}

    @Override
    public void balance(Balance balance) {}

    @Override
    public void progress(EmployeeProgress progress) {}

    @Override
    public boolean tellsProgress() {
      return false;
    }

    @Override
    public void lotErased(String lotId) {}

    @Override
    public void employeeErased(String employeeId) {}

    @Override
    public void accepted(LedgerFact fact) {}
  }
}
