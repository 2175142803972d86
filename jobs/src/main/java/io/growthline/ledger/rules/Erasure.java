package io.growthline.ledger.rules;

import io.growthline.schemas.events.HrKind;
import io.growthline.schemas.ledger.PostingKind;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The end of everything that is known of one employee. */
public final class Erasure {

  private static final Set<PostingKind> OPENING_LOTS =
      Set.of(PostingKind.EARN, PostingKind.ADJUST, PostingKind.CANCEL);

  private final String employeeId;
  private final LedgerState state;
  private final LedgerOutput output;

  public Erasure(String employeeId, LedgerState state, LedgerOutput output) {
    this.employeeId = employeeId;
    this.state = state;
    this.output = output;
  }

  /** Whether a fact demands that the employee be erased; what voids another does nothing else. */
  public static boolean isDemandedBy(LedgerFact fact) {
    return fact.hr() != null && fact.hr().kind() == HrKind.ERASED && fact.voids() == null;
  }

  /** Whether it may have been so that an effect opened a lot, of which the topic knows then. */
  static boolean mayHaveOpenedLot(BookingId id, Booked booked) {
    return OPENING_LOTS.contains(id.kind()) && booked.entryId() != null;
  }

  /**
   * Whether the employee has to be erased by now, wherever in the past the demand sorts.
   *
   * @param facts all that are kept
   * @param instant how far time has passed, epoch milliseconds
   */
  boolean isDue(List<LedgerFact> facts, long instant) {
    for (LedgerFact fact : facts) {
      if (isDemandedBy(fact)
          && fact.effectiveAt() <= instant
          && state.voids().get(fact.id()) == null) {
        return true;
      }
    }
    return false;
  }

  /**
   * The same, by the facts that wait. People facts wait only while there is no rule book at all.
   *
   * @param instant how far time has passed, epoch milliseconds
   */
  public boolean isDueOfThoseThatWait(long instant) {
    for (Map.Entry<WaitingId, LedgerFact> entry : state.waiting().entries()) {
      LedgerFact fact = entry.getValue();
      if (isDemandedBy(fact) && fact.effectiveAt() <= instant && isInForce(entry.getKey(), fact)) {
        return true;
      }
    }
    return false;
  }

  private boolean isInForce(WaitingId id, LedgerFact fact) {
    KnownFact demand = KnownFact.first(fact, id.contentHash());
    for (Map.Entry<WaitingId, LedgerFact> other : state.waiting().entries()) {
      boolean isVoided = fact.id().equals(other.getValue().voids());
      boolean isOutbid =
          fact.id().equals(other.getKey().fact())
              && !id.equals(other.getKey())
              && demand.yieldsTo(other.getValue(), other.getKey().contentHash());
      if (isVoided || isOutbid) {
        return false;
      }
    }
    return true;
  }

  /** Takes back what was told as the latest, and forgets everything. */
  public void carryOut() {
    lotsTold().forEach(id -> output.lotErased(EntryIds.of(employeeId, id)));
    output.employeeErased(employeeId);
    state.clear();
  }

  /** Every lot that was told and may still be on its topic, also of awards that are void now. */
  private Set<BookingId> lotsTold() {
    Set<BookingId> lots = new HashSet<>();
    state.stores().lots().entries().forEach(entry -> lots.add(entry.getKey()));
    if (state.opening() != null) {
      lots.addAll(state.opening().lots().keySet());
    }
    for (Map.Entry<BookingId, Booked> entry : state.journal().entries()) {
      if (mayHaveOpenedLot(entry.getKey(), entry.getValue())) {
        lots.add(entry.getKey());
      }
    }
    return lots;
  }
}
