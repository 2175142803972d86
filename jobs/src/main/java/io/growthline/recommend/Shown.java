package io.growthline.recommend;

/**
 * That an activity stands, or stood lately, on an employee's list. Instants are of the employee's
 * own event time, epoch milliseconds: of the newest fact that the list knew.
 *
 * @param modelVersion which recommended it; null: the rule book alone
 * @param rank place in the first list, from 1
 * @param shownAt of the first list
 * @param listedAt of the newest list
 */
public record Shown(
    String modelVersion,
    int rank,
    long shownAt,
    long listedAt,
    boolean viewed,
    boolean enrolled,
    boolean completed) {

  Shown listedAgain(long instant) {
    return new Shown(modelVersion, rank, shownAt, instant, viewed, enrolled, completed);
  }
}
