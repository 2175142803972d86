package io.growthline.ledger.rules;

/**
 * Where an employee stands with one goal.
 *
 * @param held reached and not lost
 * @param since effective instant it was last reached; meaningless while never reached
 * @param firing how often it was reached
 * @param period first day of the period it was last reached in
 */
public record GoalStanding(boolean held, long since, int firing, int period) {

  static final GoalStanding NEVER = new GoalStanding(false, 0, 0, 0);

  GoalStanding reached(long at, int inPeriod) {
    return new GoalStanding(true, at, firing + 1, inPeriod);
  }

  GoalStanding ended() {
    return new GoalStanding(false, since, firing, period);
  }
}
