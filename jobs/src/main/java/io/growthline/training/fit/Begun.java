package io.growthline.training.fit;

import java.util.List;

/**
 * That somebody began a course. Instants are epoch milliseconds, UTC.
 *
 * @param at when they enrolled
 * @param completedAt when they completed it; null: not so far
 * @param inputs of the model of completion, by what was known strictly before; the course's rate in
 *     them is that of a course of which nothing is known
 */
public record Begun(String activityId, long at, Long completedAt, List<Double> inputs) {

  /**
   * Whether they completed it in time.
   *
   * @param horizon milliseconds
   */
  boolean isCompletedWithin(long horizon) {
    return completedAt != null && completedAt - at <= horizon;
  }
}
