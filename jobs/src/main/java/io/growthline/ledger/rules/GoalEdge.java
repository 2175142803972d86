package io.growthline.ledger.rules;

import io.growthline.schemas.ledger.Direction;

/**
 * A goal reached or lost on an employee's time line.
 *
 * @param firing how often the goal was reached, this time included
 * @param at effective instant: epoch milliseconds
 * @param cause the fact, or the boundary in time, at which it happened
 * @param reason the figures that decided it, in words
 */
public record GoalEdge(
    String goalId, Direction direction, int firing, long at, FactId cause, String reason) {

  /** Where the edge stands in the sequence reached 1, lost 1, reached 2, … of its goal. */
  int position() {
    return 2 * firing + (direction == Direction.LOST ? 1 : 0);
  }
}
