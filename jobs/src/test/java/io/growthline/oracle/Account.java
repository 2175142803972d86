package io.growthline.oracle;

import static java.util.Comparator.comparing;
import static java.util.Comparator.naturalOrder;
import static java.util.Comparator.nullsLast;

import io.growthline.oracle.OracleResult.Cause;
import io.growthline.oracle.OracleResult.Entry;
import io.growthline.oracle.OracleResult.OpenLot;
import io.growthline.oracle.OracleResult.PostingKey;
import io.growthline.rulebook.RuleBook;
import io.growthline.rulebook.SchemeTerms;
import io.growthline.schemas.ledger.Category;
import io.growthline.schemas.ledger.PostingKind;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** An employee's credits: the lots they lie in, the debt, and every posting made. */
final class Account {

  /** Credits taken out of one lot. */
  record Draw(Lot lot, long credits) {}

  /** Where charged credits came from: lots, a debt made, or nowhere since they were forgiven. */
  record Charge(List<Draw> draws, long owed, long forgiven) {

    long drawn() {
      return draws.stream().mapToLong(Draw::credits).sum();
    }
  }

  final List<Entry> postings = new ArrayList<>();
  long debt;
  long expired;
  long lapsed;

  private final RuleBook book;

  /** In order of opening, those that are empty included. */
  private final List<Lot> lots = new ArrayList<>();

  Account(RuleBook book) {
    this.book = book;
  }

  long earned() {
    return postings.stream().mapToLong(Entry::earnedChange).sum();
  }

  /** All that ever came in, also what was taken back since. */
  long everCredited() {
    return postings.stream()
        .filter(p -> p.kind() == PostingKind.EARN || p.kind() == PostingKind.ADJUST)
        .mapToLong(p -> Math.max(0, p.earnedChange()))
        .sum();
  }

  /** All that was ever taken by hand. */
  long everDeducted() {
    return postings.stream()
        .filter(p -> p.kind() == PostingKind.ADJUST)
        .mapToLong(p -> Math.max(0, -p.earnedChange()))
        .sum();
  }

  /** All that was ever spent on rewards, also what was given back since. */
  long everSpent() {
    return postings.stream()
        .filter(p -> p.kind() == PostingKind.REDEEM)
        .mapToLong(p -> -p.availableChange())
        .sum();
  }

  long available() {
    return lots.stream().mapToLong(lot -> lot.left).sum() - debt;
  }

  List<OpenLot> shownLots() {
    return openLots().stream()
        .map(
            lot ->
                new OpenLot(
                    lot.opening.cause(),
                    lot.opening.category(),
                    lot.left,
                    lot.opening.at(),
                    lot.expiresOn == null ? null : lastMillisecond(lot.expiresOn)))
        .toList();
  }

  /** Credits earned or given by an adjustment. */
  void add(Booking booking, long credits) {
    post(booking, credits, credits, null);
    open(booking, credits);
    settleDebt();
  }

  /** Credits taken by an adjustment. */
  void subtract(Booking booking, long credits) {
    post(booking, -credits, -credits, null);
    makeUp(booking, charge(credits).forgiven());
  }

  /** Takes back the credits earned for one event; what lapsed of them is gone already. */
  void takeBack(Cause earnedBy, Cause cause, long at) {
    PostingKey award = new PostingKey(earnedBy, PostingKind.EARN);
    Lot lot = lots.stream().filter(l -> l.opening.key().equals(award)).findFirst().orElseThrow();
    Booking booking = lot.opening.as(PostingKind.REVERSE, cause, at);
    post(booking, -lot.amount, -lot.amount, award);
    long spent = lot.amount - lot.left - lot.lapsed;
    lot.left = 0;
    makeUp(booking, lot.lapsed + charge(spent).forgiven());
  }

  /** Credits spent on a reward, whether or not there are enough. */
  Charge spend(Booking booking, long credits) {
    if (credits > 0) {
      post(booking, 0, -credits, null);
    }
    Charge charge = charge(credits);
    makeUp(booking, charge.forgiven());
    return charge;
  }

  /** Gives back what was spent, except what was forgiven. */
  void giveBack(Booking booking, PostingKey spending, Charge charge) {
    long credits = charge.drawn() + charge.owed();
    if (credits > 0) {
      post(booking, 0, credits, spending);
    }
    LocalDate today = localDay(booking.at());
    for (Draw draw : charge.draws()) {
      Lot lot = draw.lot();
      lot.left += draw.credits();
      if (lot.expiresOn != null && lot.expiresOn.isBefore(today)) {
        lot.expiresOn = today;
      }
    }
    long paid = Math.min(debt, charge.owed());
    debt -= paid;
    open(booking, charge.owed() - paid);
    settleDebt();
  }

  /**
   * Lets lapse what ends with a local day.
   *
   * @param endsPeriod whether the scheme's period ends with it
   * @return whether anything lapsed
   */
  boolean endDay(LocalDate day, boolean endsPeriod) {
    int before = postings.size();
    for (Lot lot : openLots()) {
      if (day.equals(lot.expiresOn)) {
        Booking opening = lot.opening;
        post(
            opening.as(PostingKind.EXPIRE, opening.cause(), lastMillisecond(day)),
            0,
            -lot.left,
            null);
        expired += lot.left;
        lot.lapse(lot.left);
      }
    }
    if (endsPeriod && book.period().carryOver() != null) {
      carryOver(day, book.period().carryOver());
    }
    return postings.size() > before;
  }

  private void carryOver(LocalDate day, long most) {
    long room = most;
    long sum = 0;
    for (Lot lot : openLots()) {
      long kept = lot.carried ? 0 : Math.min(lot.left, room);
      long gone = lot.left - kept;
      room -= kept;
      sum += gone;
      lot.lapse(gone);
      if (kept > 0) {
        lot.carried = true;
      }
    }
    if (sum > 0) {
      lapsed += sum;
      Cause cause = new Cause("clock", "period-end@" + day);
      post(
          Booking.general(PostingKind.CARRY_OVER, cause, Category.UNKNOWN, lastMillisecond(day)),
          0,
          -sum,
          null);
    }
  }

  private Charge charge(long credits) {
    List<Draw> draws = draw(credits);
    long missing = credits - draws.stream().mapToLong(Draw::credits).sum();
    if (book.negativeBalanceForgiven()) {
      return new Charge(draws, 0, missing);
    }
    debt += missing;
    return new Charge(draws, missing, 0);
  }

  private void settleDebt() {
    debt -= draw(debt).stream().mapToLong(Draw::credits).sum();
  }

  /** Takes that many credits out of open lots, or as many as there are. */
  private List<Draw> draw(long credits) {
    List<Draw> draws = new ArrayList<>();
    long rest = credits;
    for (Lot lot : openLots()) {
      long part = Math.min(lot.left, rest);
      if (part > 0) {
        lot.left -= part;
        rest -= part;
        draws.add(new Draw(lot, part));
      }
    }
    return draws;
  }

  /** In the order in which they are spent; the sort keeps the order of opening among equals. */
  private List<Lot> openLots() {
    return lots.stream()
        .filter(lot -> lot.left > 0)
        .sorted(
            comparing((Lot lot) -> lot.expiresOn, nullsLast(naturalOrder()))
                .thenComparing(lot -> lot.opening.at()))
        .toList();
  }

  private void open(Booking opening, long credits) {
    LocalDate day = localDay(opening.at());
    SchemeTerms scheme = book.scheme().at((int) day.toEpochDay());
    boolean expires = scheme != null && scheme.expiry() != null;
    lots.add(new Lot(opening, credits, expires ? scheme.expiry().after(day) : null));
  }

  /** Makes up for a part of a posting that nothing was taken for. */
  private void makeUp(Booking original, long credits) {
    if (credits > 0) {
      Booking correction = original.as(PostingKind.CORRECT, original.cause(), original.at());
      post(correction, 0, credits, original.key());
    }
  }

  private void post(Booking booking, long earned, long available, PostingKey corrects) {
    postings.add(
        new Entry(
            booking.kind(),
            booking.activityId(),
            booking.category(),
            earned,
            available,
            booking.at(),
            localDay(booking.at()),
            booking.cause(),
            booking.ruleVersion(),
            corrects));
  }

  private LocalDate localDay(long time) {
    return Instant.ofEpochMilli(time).atZone(book.zone()).toLocalDate();
  }

  private long lastMillisecond(LocalDate day) {
    return day.plusDays(1).atStartOfDay(book.zone()).toInstant().toEpochMilli() - 1;
  }
}
