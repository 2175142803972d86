package io.growthline.ledger.rules;

import java.util.Map;

/**
 * The fold's accumulator for one employee, but for the standings per activity. Amounts are
 * hundredths of a credit.
 *
 * @param now the newest effective instant taken into account: epoch milliseconds
 * @param firstAt the first instant of a fact that was folded; MAX_VALUE before
 * @param rulesOrdinal revision of the rule book it was folded with
 * @param earnedBy lifetime credits by the text of each selector that a goal asks for
 * @param goals standing by goal id; goals never reached are left out
 * @param nextBoundary next instant at which goals may change without a fact; MAX_VALUE: never
 * @param nextAhead next instant at which a fact dated ahead takes effect; MAX_VALUE: there is none
 */
public record AccountHead(
    long now,
    long firstAt,
    long rulesOrdinal,
    Person person,
    long earned,
    long required,
    long elective,
    long practice,
    Map<String, Long> earnedBy,
    Map<String, GoalStanding> goals,
    long nextBoundary,
    long nextAhead) {

  /** Before the first fact. */
  public static AccountHead empty(long rulesOrdinal) {
    return new AccountHead(
        Long.MIN_VALUE,
        Long.MAX_VALUE,
        rulesOrdinal,
        Person.UNKNOWN,
        0,
        0,
        0,
        0,
        Map.of(),
        Map.of(),
        Long.MAX_VALUE,
        Long.MAX_VALUE);
  }

  /** The next instant at which something happens by itself; MAX_VALUE: never. */
  public long wakeUpAt() {
    return Math.min(nextBoundary, nextAhead);
  }
}
