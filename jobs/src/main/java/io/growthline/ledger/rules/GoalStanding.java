package io.growthline.ledger.rules;

/**
 * Where an employee stands with one goal.
 *
 * @param held reached and not lost
 * @param since effective instant it was last reached; meaningless while never reached
 * @param firing how often it was reached
 * @param reachedOn local day it was last reached
 */
public record GoalStanding(boolean held, long since, int firing, int reachedOn) {

  static final GoalStanding NEVER = new GoalStanding(false, 0, 0, 0);

  GoalStanding reached(long at, int day) {
    return new GoalStanding(true, at, firing + 1, day);
  }

  GoalStanding ended() {
    return new GoalStanding(false, since, firing, reachedOn);
  }
}
