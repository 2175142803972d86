package io.growthline.training;

/**
 * What there is to learn from. Instants are epoch milliseconds, UTC.
 *
 * @param people of whom there is a vector
 * @param learners those of them who took anything
 * @param examples instants at which somebody took something
 * @param takings activities taken, by each person once
 * @param from instant of the oldest example; Long.MAX_VALUE: there is none
 * @param until instant of the newest vector; Long.MIN_VALUE: there is none
 */
public record Extent(
    long people, long learners, long examples, long takings, long from, long until) {

  /** Nothing at all. */
  static final Extent NONE = new Extent(0, 0, 0, 0, Long.MAX_VALUE, Long.MIN_VALUE);

  Extent plus(Extent other) {
    return new Extent(
        people + other.people,
        learners + other.learners,
        examples + other.examples,
        takings + other.takings,
        Math.min(from, other.from),
        Math.max(until, other.until));
  }
}
