package io.growthline.ledger.rules;

import io.growthline.rulebook.ActivityTerms;
import io.growthline.rulebook.Requirement.CreditsAtLeast;
import io.growthline.rulebook.RuleBook;
import io.growthline.rulebook.Selector;
import io.growthline.rulebook.Window;
import io.growthline.schemas.ledger.Category;
import java.util.HashMap;
import java.util.Map;

/**
 * One employee's account while facts are folded into it: the head unpacked, and the sums that goals
 * ask for. It holds no rule; {@link Earning} and {@link Goals} decide what changes it.
 */
public final class Account {

  private final RuleBook book;
  private final GoalSelectors selectors;
  private final LocalCalendar calendar;
  private final KeyedStore<String, ActivityStanding> standings;

  private long now;
  private long firstAt;
  private long nextBoundary;
  private long nextAhead;
  private Person person;
  private long earned;
  private long required;
  private long elective;
  private long practice;
  private final Map<String, Long> earnedBy;
  private final Map<String, GoalStanding> goals;

  Account(CompiledRules rules, AccountHead head, KeyedStore<String, ActivityStanding> standings) {
    this.book = rules.book();
    this.selectors = rules.selectors();
    this.calendar = rules.calendar();
    this.standings = standings;
    this.now = head.now();
    this.firstAt = head.firstAt();
    this.nextBoundary = head.nextBoundary();
    this.nextAhead = head.nextAhead();
    this.person = head.person();
    this.earned = head.earned();
    this.required = head.required();
    this.elective = head.elective();
    this.practice = head.practice();
    this.earnedBy = new HashMap<>(head.earnedBy());
    this.goals = new HashMap<>(head.goals());
  }

  /** The account packed for state. */
  public AccountHead head() {
    return new AccountHead(
        now,
        firstAt,
        book.ordinal(),
        person,
        earned,
        required,
        elective,
        practice,
        earnedBy,
        goals,
        nextBoundary,
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

  /** The local day of {@link #now}. */
  int today() {
    return calendar.dayOf(now);
  }

  public long nextBoundary() {
    return nextBoundary;
  }

  void nextBoundary(long instant) {
    nextBoundary = instant;
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
    ActivityStanding standing = standings.get(activityId);
    return standing == null ? ActivityStanding.NONE : standing;
  }

  void standing(String activityId, ActivityStanding changed) {
    standings.put(activityId, changed);
  }

  GoalStanding goal(String goalId) {
    return goals.getOrDefault(goalId, GoalStanding.NEVER);
  }

  void goal(String goalId, GoalStanding changed) {
    goals.put(goalId, changed);
  }

  /** Hundredths of a credit earned in a lifetime. */
  public long earned() {
    return earned;
  }

  public long earned(Category category) {
    return switch (category) {
      case REQUIRED -> required;
      case ELECTIVE -> elective;
      case PRACTICE -> practice;
      case UNKNOWN -> 0;
    };
  }

  /** Lifetime credits that a selector of some goal picks. */
  long earned(Selector selector) {
    return earnedBy.getOrDefault(selector.text(), 0L);
  }

  /** Credits of a measure that were posted with effect on those days. */
  long earnedWithin(LocalCalendar.Days days, CreditsAtLeast what) {
    long sum = 0;
    for (Map.Entry<String, ActivityStanding> entry : standings.entries()) {
      sum +=
          entry
              .getValue()
              .postedWithin(
                  days,
                  award ->
                      what.selector() == null || selects(what.selector(), entry.getKey(), award));
    }
    return sum;
  }

  /** Credits earned in the scheme's current period; category null: all. */
  public long earnedInPeriod(Category category) {
    LocalCalendar.Days days = window(Window.PERIOD);
    long sum = 0;
    for (Map.Entry<String, ActivityStanding> entry : standings.entries()) {
      sum +=
          entry
              .getValue()
              .postedWithin(days, award -> category == null || category == award.category());
    }
    return sum;
  }

  /** The instance of a window that holds today. */
  LocalCalendar.Days window(Window window) {
    return calendar.windowOf(window, today(), person.hiredOn());
  }

  /** Adds an award that from now on stands, or (sign −1) takes back one that stood. */
  void count(String activityId, Award award, int sign) {
    long amount = sign * award.amount();
    earned += amount;
    switch (award.category()) {
      case REQUIRED -> required += amount;
      case ELECTIVE -> elective += amount;
      case PRACTICE -> practice += amount;
      case UNKNOWN -> throw new IllegalStateException("an award has a category");
    }
    for (Selector selector : selectors.lifetime()) {
      if (selects(selector, activityId, award)) {
        earnedBy.merge(selector.text(), amount, Long::sum);
      }
    }
  }

  /** All standings by activity id. */
  Iterable<Map.Entry<String, ActivityStanding>> standings() {
    return standings.entries();
  }

  private boolean selects(Selector selector, String activityId, Award award) {
    ActivityTerms terms = book.activity(activityId).versions().at(award.day());
    return GoalSelectors.matches(selector, activityId, terms, award.category());
  }
}
