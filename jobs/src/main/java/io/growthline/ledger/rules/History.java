package io.growthline.ledger.rules;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Bounds what is remembered of one employee: what is older than the scheme's history becomes the
 * opening balance, by whole months. Until that has happened a late fact is still taken in, however
 * old it is.
 */
final class History {

  private final CompiledRules rules;
  private final LedgerState state;

  History(CompiledRules rules, LedgerState state) {
    this.rules = rules;
    this.state = state;
  }

  /** Whether a fact comes for a time that can no longer be changed, or for an award made then. */
  static boolean isTooLate(LedgerFact fact, Opening opening) {
    return opening != null
        && fact.hr() == null
        && (fact.effectiveAt() < opening.until()
            || (fact.voids() != null && opening.hasAwardOf(fact.voids())));
  }

  /** Whether anything is kept that is older than the scheme's history, seen from that instant. */
  boolean isTooLong(AccountHead head) {
    return head.oldest() < horizon(head.now());
  }

  /**
   * Moves the opening balance up to the horizon and forgets what is in it now.
   *
   * @param facts all that are kept, in effective order
   */
  void shorten(List<LedgerFact> facts, long now) {
    long until = horizon(now);
    List<LedgerFact> closed =
        facts.stream().filter(f -> f.effectiveAt() < until && isClosed(f, until)).toList();
    FoldRun run =
        new Refold(rules, state, facts.stream().filter(f -> f.effectiveAt() < until).toList())
            .fold(until - 1);
    state.opening(Opening.of(until, run.account().headWithoutFacts(), state.stores()));
    for (LedgerFact fact : closed) {
      state.facts().remove(fact.id());
      state.voids().remove(fact.id());
      state.outcomes().remove(fact.id());
    }
    settleJournal(until);
  }

  private void settleJournal(long until) {
    Map<BookingId, Booked> settled = new HashMap<>();
    for (Map.Entry<BookingId, Booked> entry : state.journal().entries()) {
      if (entry.getValue().effectiveAt() < until) {
        settled.put(entry.getKey(), entry.getValue());
      }
    }
    settled.forEach(
        (id, booked) -> {
          if (isOfLotThatIsGone(id, booked)) {
            state.journal().put(id, booked.withoutAmounts());
          } else {
            state.journal().remove(id);
          }
        });
  }

  /**
   * Whether there may have been a lot that the opening balance does not have: the topic of lots
   * knows it still, and whoever erases the employee has to find it.
   */
  private boolean isOfLotThatIsGone(BookingId id, Booked booked) {
    return Erasure.mayHaveOpenedLot(id, booked) && state.opening().lots().get(id) == null;
  }

  /** People facts stay, and what voids a fact that stays. */
  private boolean isClosed(LedgerFact fact, long until) {
    KnownFact target = fact.voids() == null ? null : state.facts().get(fact.voids());
    boolean voidsOneThatStays = target != null && target.fact().effectiveAt() >= until;
    return fact.hr() == null && !voidsOneThatStays;
  }

  /** The first instant that has to be kept: the beginning of a local month. */
  private long horizon(long now) {
    int day = rules.book().history().before(rules.calendar().dayOf(now));
    LocalDate month = LocalDate.ofEpochDay(day).withDayOfMonth(1);
    return rules.calendar().startOf((int) month.toEpochDay());
  }
}
