package io.growthline.ledger.rules;

import io.growthline.rulebook.Window;
import io.growthline.schemas.ledger.Category;
import java.util.HashMap;
import java.util.Map;

/**
 * One employee's account while facts are folded into it. It holds no rule; {@link Earning}, {@link
 * Spending}, {@link Lapses} and {@link Goals} decide what changes it.
 */
public final class Account {

  /**
   * Hundredths of a credit that may come in over a lifetime, whatever becomes of them; as many may
   * be taken by hand, and spent on rewards. While differences are posted some postings of the fold
   * before and some of the present one are in force. All that either of them moves in one direction
   * is at most five times this (taken back, lapsed, given back, lapsed again, made good), so that
   * no sum on the way exceeds what its field holds, {@code decimal(12,2)}, in whatever order.
   */
  static final long MOST_CREDITS = 50_000_000_000L;

  private final LocalCalendar calendar;
  private final long rulesOrdinal;
  private final AccountStores stores;
  private final EarnedSums earned;
  private final Lots lots;
  private final Map<String, GoalStanding> goals;

  private long now;
  private long firstAt;
  private long oldest;
  private long nextBoundary;
  private long nextLapse;
  private long nextAhead;
  private Person person;
  private long redeemed;
  private long spent;
  private long expired;
  private long lapsed;

  Account(CompiledRules rules, AccountHead head, AccountStores stores) {
    this.calendar = rules.calendar();
    this.rulesOrdinal = rules.book().ordinal();
    this.stores = stores;
    this.earned = new EarnedSums(rules, head.earned(), stores.standings());
    AccountHead.Spending spending = head.spending();
    this.lots = new Lots(stores.lots(), rules.book().negativeBalanceForgiven(), spending);
    this.redeemed = spending.redeemed();
    this.spent = spending.spent();
    this.expired = spending.expired();
    this.lapsed = spending.lapsed();
    this.now = head.now();
    this.firstAt = head.firstAt();
    this.oldest = head.oldest();
    this.nextBoundary = head.nextBoundary();
    this.nextLapse = head.nextLapse();
    this.nextAhead = head.nextAhead();
    this.person = head.person();
    this.goals = new HashMap<>(head.goals());
    if (head.rulesOrdinal() != rulesOrdinal) {
      earned.sumUpForSelectors();
    }
  }

  /** The account packed for state. */
  public AccountHead head() {
    return new AccountHead(
        now,
        firstAt,
        oldest,
        rulesOrdinal,
        person,
        earned.head(),
        new AccountHead.Spending(
            lots.left(),
            lots.debt(),
            lots.opened(),
            lots.soonestExpiry(),
            redeemed,
            expired,
            lapsed,
            spent),
        goals,
        nextBoundary,
        nextLapse,
        nextAhead);
  }

  /** The newest instant taken into account: epoch milliseconds. */
  public long now() {
    return now;
  }

  void moveTo(long instant) {
    now = instant;
  }

  /** Notes the instant of a fact; whether it is the first. */
  boolean isFirst(long instant) {
    boolean first = firstAt == Long.MAX_VALUE;
    firstAt = Math.min(firstAt, instant);
    return first;
  }

  /** Notes that a fact of that instant is kept, and one day has to be forgotten. */
  void keeps(long instant) {
    oldest = Math.min(oldest, instant);
  }

  /** The account as an opening balance: none of its facts is kept. */
  AccountHead headWithoutFacts() {
    oldest = Long.MAX_VALUE;
    return head();
  }

  /** The local day of {@link #now}. */
  int today() {
    return calendar.dayOf(now);
  }

  long nextBoundary() {
    return nextBoundary;
  }

  void nextBoundary(long instant) {
    nextBoundary = instant;
  }

  long nextLapse() {
    return nextLapse;
  }

  void nextLapse(long instant) {
    nextLapse = instant;
  }

  /** Notes that a fact, known already, takes effect only then. */
  void ahead(long instant) {
    nextAhead = Math.min(nextAhead, instant);
  }

  Person person() {
    return person;
  }

  void person(Person changed) {
    person = changed;
  }

  ActivityStanding standing(String activityId) {
    ActivityStanding standing = stores.standings().get(activityId);
    return standing == null ? ActivityStanding.NONE : standing;
  }

  void standing(String activityId, ActivityStanding changed) {
    stores.standings().put(activityId, changed);
  }

  /** All standings by activity id. */
  Iterable<Map.Entry<String, ActivityStanding>> standings() {
    return stores.standings().entries();
  }

  GoalStanding goal(String goalId) {
    return goals.getOrDefault(goalId, GoalStanding.NEVER);
  }

  void goal(String goalId, GoalStanding changed) {
    goals.put(goalId, changed);
  }

  /** What was earned, never lowered by spending it. */
  EarnedSums earned() {
    return earned;
  }

  /** What can be spent. */
  Lots lots() {
    return lots;
  }

  /** Granted requests for rewards, by request. */
  KeyedStore<FactId, Redemption> redemptions() {
    return stores.redemptions();
  }

  /** How much can still be taken by hand. */
  long roomForDeductions() {
    return MOST_CREDITS - earned.deducted();
  }

  /** How much can still come in. */
  long roomForCredits() {
    return MOST_CREDITS - earned.credited();
  }

  /** How much can still be spent on rewards. */
  long roomForRewards() {
    return MOST_CREDITS - spent;
  }

  /** Counts credits spent on a reward. */
  void redeemed(long credits) {
    redeemed += credits;
    spent += credits;
  }

  /** Counts credits given back for a reward that was cancelled. */
  void givenBack(long credits) {
    redeemed -= credits;
  }

  void expired(long credits) {
    expired += credits;
  }

  void lapsed(long credits) {
    lapsed += credits;
  }

  /** Credits earned in the scheme's current period; category null: all. */
  long earnedInPeriod(Category category) {
    return earned.within(window(Window.PERIOD), category);
  }

  /** The instance of a window that holds today. */
  LocalCalendar.Days window(Window window) {
    return calendar.windowOf(window, today(), person.hiredOn());
  }
}
