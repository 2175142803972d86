package io.growthline.ledger.rules;

import java.util.List;
import java.util.Map;

/**
 * The fold's accumulator for one employee, but for what {@link AccountStores} keeps. Amounts are
 * hundredths of a credit.
 *
 * @param now the newest effective instant taken into account: epoch milliseconds
 * @param firstAt the first instant of a fact that was folded; MAX_VALUE before
 * @param oldest the oldest instant of a fact, other than about people, that is still kept;
 *     MAX_VALUE: there is none
 * @param rulesOrdinal revision of the rule book it was folded with
 * @param earned sums of what was earned
 * @param spending sums of what became of it
 * @param goals standing by goal id; goals never reached are left out
 * @param nextBoundary next instant at which goals may change without a fact; MAX_VALUE: never
 * @param nextLapse next instant at which credits may lapse; MAX_VALUE: never
 * @param nextAhead next instant at which a fact dated ahead takes effect; MAX_VALUE: there is none
 */
public record AccountHead(
    long now,
    long firstAt,
    long oldest,
    long rulesOrdinal,
    Person person,
    Earned earned,
    Spending spending,
    Map<String, GoalStanding> goals,
    long nextBoundary,
    long nextLapse,
    long nextAhead) {

  /**
   * What was earned in a lifetime.
   *
   * @param bySelector by the text of each selector that a goal asks for
   * @param adjustments made by hand, in effective order
   * @param newestDay newest local day on which anything was earned or taken back
   * @param credited all that ever came in, also what was taken back since
   * @param deducted all that was ever taken by hand
   */
  public record Earned(
      long total,
      long required,
      long elective,
      long practice,
      Map<String, Long> bySelector,
      List<Adjustment> adjustments,
      int newestDay,
      long credited,
      long deducted) {

    static final Earned NOTHING =
        new Earned(0, 0, 0, 0, Map.of(), List.of(), Integer.MIN_VALUE, 0, 0);
  }

  /**
   * What became of the credits.
   *
   * @param left sum of what is left in open lots
   * @param debt owed because credits already spent were taken back
   * @param lots number of lots ever opened
   * @param soonestExpiry no open lot expires before the end of this local day
   * @param redeemed spent on rewards and not given back
   * @param expired lost at the end of their lots' lives
   * @param lapsed lost at the ends of periods
   * @param spent all that was ever spent on rewards, also what was given back since
   */
  public record Spending(
      long left,
      long debt,
      int lots,
      int soonestExpiry,
      long redeemed,
      long expired,
      long lapsed,
      long spent) {

    static final Spending NOTHING = new Spending(0, 0, 0, Lot.NEVER, 0, 0, 0, 0);
  }

  /** Before the first fact. */
  public static AccountHead empty(long rulesOrdinal) {
    return new AccountHead(
        Long.MIN_VALUE,
        Long.MAX_VALUE,
        Long.MAX_VALUE,
        rulesOrdinal,
        Person.UNKNOWN,
        Earned.NOTHING,
        Spending.NOTHING,
        Map.of(),
        Long.MAX_VALUE,
        Long.MAX_VALUE,
        Long.MAX_VALUE);
  }

  /** The next instant at which something happens by itself; MAX_VALUE: never. */
  public long wakeUpAt() {
    return Math.min(Math.min(nextBoundary, nextLapse), nextAhead);
  }
}
