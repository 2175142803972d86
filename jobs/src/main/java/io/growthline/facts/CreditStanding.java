package io.growthline.facts;

import java.util.Comparator;
import java.util.List;

/**
 * What the ledger says of an employee at one instant to whoever builds on it. Amounts are
 * hundredths of a credit.
 *
 * @param asOf the instant it speaks of: epoch milliseconds
 * @param version number of distinct facts and rule revisions taken into account
 * @param revision the rule book's revision by which it was made
 * @param required earned in category required; elective and practice likewise
 * @param nearestGoal the goal not held that lacks the fewest credits, of those that lack any; or
 *     null
 * @param lacking credits that it lacks, or null
 * @param recent what was earned on each of the last {@link #RECENT_DAYS} local days on which
 *     anything was, in order
 * @param statedOn local day of the statement that the ledger tells it for; null: it tells because
 *     time has passed or the rule book changed, or several waited together
 */
public record CreditStanding(
    String employeeId,
    long asOf,
    long version,
    long revision,
    long earned,
    long available,
    long required,
    long elective,
    long practice,
    String nearestGoal,
    Long lacking,
    List<DayCredits> recent,
    Integer statedOn) {

  /** How many days {@link #recent} goes back, the present one included. */
  public static final int RECENT_DAYS = 365;

  /** As one was told after the other. */
  public static final Comparator<CreditStanding> ORDER_OF_TELLING =
      Comparator.comparingLong(CreditStanding::asOf).thenComparingLong(CreditStanding::version);

  /** Before the ledger has said anything. */
  public static CreditStanding nothing(String employeeId) {
    return new CreditStanding(
        employeeId, Long.MIN_VALUE, 0, 0, 0, 0, 0, 0, 0, null, null, List.of(), null);
  }

  /**
   * Credits earned on the days from one on, which must be among the recent ones.
   *
   * @param firstDay days since 1970-01-01
   */
  public long earnedSince(int firstDay) {
    long sum = 0;
    for (DayCredits day : recent) {
      sum += day.day() >= firstDay ? day.earned() : 0;
    }
    return sum;
  }

  /**
   * Credits earned up to a day's end, after which only recent days may lie.
   *
   * @param lastDay days since 1970-01-01
   */
  public long earnedUntil(int lastDay) {
    return earned - earnedSince(lastDay + 1);
  }
}
