package io.growthline.ledger.rules;

import io.growthline.schemas.ledger.CreditLot;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Tells what lots have become. */
final class LotTeller {

  private final String employeeId;
  private final LocalCalendar calendar;
  private final LedgerState state;
  private final LedgerOutput output;

  LotTeller(String employeeId, LocalCalendar calendar, LedgerState state, LedgerOutput output) {
    this.employeeId = employeeId;
    this.calendar = calendar;
    this.state = state;
    this.output = output;
  }

  /** All lots as they are now. */
  Map<BookingId, Lot> snapshot() {
    Map<BookingId, Lot> lots = new HashMap<>();
    for (Map.Entry<BookingId, Lot> entry : state.stores().lots().entries()) {
      lots.put(entry.getKey(), entry.getValue());
    }
    return lots;
  }

  /** Tells lots that changed while facts were folded on. */
  void tell(Set<BookingId> changed, long version, long asOf) {
    for (BookingId id : changed) {
      tell(state.stores().lots().get(id), version, asOf);
    }
  }

  /** Tells lots that are not what they were before everything was folded again. */
  void tellDifferences(Map<BookingId, Lot> before, long version, long asOf) {
    Map<BookingId, Lot> after = snapshot();
    Set<BookingId> gone = new HashSet<>(before.keySet());
    gone.removeAll(after.keySet());
    for (BookingId id : gone) {
      Lot lot = before.get(id);
      if (lot.left() > 0) {
        tell(lot.drawn(lot.left()), version, asOf);
      }
    }
    after.forEach(
        (id, lot) -> {
          if (!looksTheSame(before.get(id), lot)) {
            tell(lot, version, asOf);
          }
        });
  }

  private static boolean looksTheSame(Lot before, Lot after) {
    if (before == null) {
      return after.left() == 0;
    }
    return before.left() == after.left()
        && before.expiresOn() == after.expiresOn()
        && before.category() == after.category()
        && before.at() == after.at();
  }

  private void tell(Lot lot, long version, long asOf) {
    boolean expires = lot.expiresOn() != Lot.NEVER;
    output.lot(
        new CreditLot(
            EntryIds.of(employeeId, lot.opening()),
            employeeId,
            lot.activityId(),
            lot.category(),
            lot.left(),
            lot.at(),
            expires ? Long.valueOf(calendar.endOf(lot.expiresOn())) : null,
            version,
            asOf));
  }
}
