package io.growthline.local.bench;

import io.growthline.ledger.rules.LedgerFact;
import io.growthline.schemas.events.CommandKind;
import io.growthline.schemas.events.CreditCommand;
import io.growthline.schemas.events.LearningEvent;
import io.growthline.schemas.events.LearningVerb;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/**
 * Employees with a past, a fact a day. All facts are of the kinds that cost the ledger most: a
 * course completed, then practice approved, each earning a lot of credits, and every tenth a reward
 * that is paid from such lots.
 *
 * @param firstDay when the past begins: epoch milliseconds
 */
record Staff(long firstDay) {

  private static final String EMPLOYEE_START = "employee-";
  private static final String SOURCE = "lms";
  private static final int REWARD_EVERY = 10;

  /** The fact of that day of the employee's past, counted from 0. */
  LedgerFact fact(int employee, int day) {
    if (day == 0) {
      return LedgerFact.of(learning(employee, day, LearningVerb.COMPLETED, "basics"));
    }
    return isForReward(day) ? LedgerFact.of(reward(employee, day)) : task(employee, day);
  }

  /** Whether the fact of that day is a request for a reward. */
  static boolean isForReward(int day) {
    return day % REWARD_EVERY == REWARD_EVERY - 1;
  }

  /** Practice approved on a day before, in or after the past. */
  LedgerFact task(int employee, int day) {
    return LedgerFact.of(learning(employee, day, LearningVerb.APPROVED, "task"));
  }

  /** Practice approved at an instant. */
  static LearningEvent task(int employee, long number, long occurredAt) {
    return learning(
        employee, new UUID(number, employee), occurredAt, LearningVerb.APPROVED, "task");
  }

  static String name(int employee) {
    return EMPLOYEE_START + employee;
  }

  static int number(String employeeId) {
    return Integer.parseInt(employeeId.substring(EMPLOYEE_START.length()));
  }

  private long at(int day) {
    return firstDay + TimeUnit.DAYS.toMillis(day);
  }

  private LearningEvent learning(int employee, int day, LearningVerb verb, String activity) {
    return learning(employee, new UUID(employee, day), at(day), verb, activity);
  }

  private static LearningEvent learning(
      int employee, UUID id, long occurredAt, LearningVerb verb, String activity) {
    return new LearningEvent(
        id.toString(),
        SOURCE,
        name(employee),
        occurredAt,
        verb,
        activity,
        0.9,
        null,
        null,
        null,
        verb == LearningVerb.APPROVED ? id.toString() : null,
        null,
        null,
        null);
  }

  private CreditCommand reward(int employee, int day) {
    return new CreditCommand(
        new UUID(employee, day).toString(),
        SOURCE,
        name(employee),
        at(day),
        CommandKind.REDEEM,
        "voucher",
        null,
        null,
        null,
        null,
        null,
        null,
        null);
  }
}
