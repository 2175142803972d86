package io.growthline.training.fit;

import java.util.HashMap;
import java.util.Map;

/** Shares of those who completed a course, drawn to that of all courses where few began it. */
final class CompletionRates {

  /** So many people weigh as much as what is known of all courses. */
  private static final double PRIOR_BEGUN = 5;

  private final Map<String, Tally> courses = new HashMap<>();
  private final Tally all = new Tally();

  private static final class Tally {
    private int begun;
    private int completed;

    void add(boolean isCompleted) {
      begun++;
      completed += isCompleted ? 1 : 0;
    }
  }

  /** Counts somebody who began a course. */
  void add(String activityId, boolean completed) {
    all.add(completed);
    courses.computeIfAbsent(activityId, id -> new Tally()).add(completed);
  }

  /** The rate of a course, above 0 and below 1. */
  double of(String activityId) {
    Tally course = courses.get(activityId);
    return course == null
        ? ofAll()
        : (course.completed + PRIOR_BEGUN * ofAll()) / (course.begun + PRIOR_BEGUN);
  }

  /** The rate of all courses together, above 0 and below 1. */
  double ofAll() {
    return (all.completed + 1.0) / (all.begun + 2.0);
  }

  /** The rate of each course that anybody began; that of the empty id is everyone's. */
  Map<String, Double> byCourse() {
    Map<String, Double> rates = new HashMap<>();
    rates.put("", ofAll());
    courses.keySet().forEach(id -> rates.put(id, of(id)));
    return rates;
  }
}
