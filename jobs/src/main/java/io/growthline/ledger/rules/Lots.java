package io.growthline.ledger.rules;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What an employee can spend: open lots, and debt where credits already spent were taken back. Lots
 * pay debt as long as there are any, so whoever owes has no open lot. Amounts are hundredths of a
 * credit.
 */
final class Lots {

  private final KeyedStore<BookingId, Lot> store;
  private final boolean forgiving;
  private long left;
  private long debt;
  private long forgiven;
  private int opened;
  private int soonest;
  private final Set<BookingId> changed = new LinkedHashSet<>();

  /**
   * @param forgiving whether what no lot can give is forgiven instead of owed
   * @param head sums over all lots in the store
   */
  Lots(KeyedStore<BookingId, Lot> store, boolean forgiving, AccountHead.Spending head) {
    this.store = store;
    this.forgiving = forgiving;
    this.left = head.left();
    this.debt = head.debt();
    this.opened = head.lots();
    this.soonest = head.soonestExpiry();
  }

  long left() {
    return left;
  }

  long debt() {
    return debt;
  }

  /** What was not asked for, since this was built. */
  long forgiven() {
    return forgiven;
  }

  int opened() {
    return opened;
  }

  /** No open lot expires before the end of this local day. */
  int soonestExpiry() {
    return soonest;
  }

  /** Looks again after lots have lapsed. */
  void findSoonestExpiry() {
    List<Lot> open = open();
    soonest = open.isEmpty() ? Lot.NEVER : open.get(0).expiresOn();
  }

  /** What can be spent; negative while credits are owed. */
  long available() {
    return left - debt;
  }

  /** Lots that changed since this was built. */
  Set<BookingId> changed() {
    return changed;
  }

  /** Lots with something left, in spending order. */
  List<Lot> open() {
    List<Lot> open = new ArrayList<>();
    for (Map.Entry<BookingId, Lot> entry : store.entries()) {
      if (entry.getValue().left() > 0) {
        open.add(entry.getValue());
      }
    }
    open.sort(Lot.SPENDING_ORDER);
    return open;
  }

  /** Adds a new lot; debt is paid from what is there first. */
  void open(Lot lot) {
    opened++;
    put(lot.numbered(opened));
    payDebt();
  }

  /** Takes credits from the lots that expire first; what they lack is owed or forgiven. */
  Payment pay(long credits) {
    List<Payment.Draw> draws = draw(Math.min(credits, left));
    long lacking = credits;
    for (Payment.Draw draw : draws) {
      lacking -= draw.credits();
    }
    if (forgiving) {
      forgiven += lacking;
      return new Payment(draws, 0, lacking);
    }
    debt += lacking;
    return new Payment(draws, lacking, 0);
  }

  /**
   * Gives back what was paid: into the lots it came from, and off the debt it made.
   *
   * @param today a lot that expired before can be spent until the end of this day
   * @return what was owed and has been paid by other lots since
   */
  long putBack(Payment payment, int today) {
    for (Payment.Draw draw : payment.draws()) {
      put(store.get(draw.lot()).putBack(draw.credits(), today));
    }
    long stillOwed = Math.min(debt, payment.owed());
    debt -= stillOwed;
    payDebt();
    return payment.owed() - stillOwed;
  }

  /**
   * Takes back everything a lot once brought: what is left of it is removed, what was spent has to
   * come from elsewhere, what had lapsed is gone already.
   *
   * @return what was not taken because it had lapsed or was forgiven
   */
  long takeBack(BookingId opening) {
    Lot lot = store.get(opening);
    long spent = lot.amount() - lot.left() - lot.lapsed();
    put(lot.drawn(lot.left()));
    return lot.lapsed() + pay(spent).forgiven();
  }

  /** Lets credits of a lot lapse. */
  void lapse(Lot lot, long credits) {
    put(lot.lapsing(credits));
  }

  /** Carries part of a lot into the next period, where it is not carried again; the rest lapses. */
  void carryOver(Lot lot, long carried) {
    Lot rest = lot.lapsing(lot.left() - carried);
    put(carried > 0 ? rest.carriedOver() : rest);
  }

  private void payDebt() {
    if (debt > 0) {
      for (Payment.Draw draw : draw(Math.min(debt, left))) {
        debt -= draw.credits();
      }
    }
  }

  private List<Payment.Draw> draw(long credits) {
    List<Payment.Draw> draws = new ArrayList<>();
    long wanted = credits;
    if (wanted == 0) {
      return draws;
    }
    for (Lot lot : open()) {
      long drawn = Math.min(wanted, lot.left());
      put(lot.drawn(drawn));
      draws.add(new Payment.Draw(lot.opening(), drawn));
      wanted -= drawn;
      if (wanted == 0) {
        break;
      }
    }
    return draws;
  }

  private void put(Lot lot) {
    Lot before = store.get(lot.opening());
    left += lot.left() - (before == null ? 0 : before.left());
    soonest = lot.left() > 0 ? Math.min(soonest, lot.expiresOn()) : soonest;
    store.put(lot.opening(), lot);
    changed.add(lot.opening());
  }
}
