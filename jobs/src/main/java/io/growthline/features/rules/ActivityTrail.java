package io.growthline.features.rules;

import java.util.Collections;
import java.util.HashMap;
import java.util.Map;

/** What an employee has done in one activity so far. Days are days since 1970-01-01. */
final class ActivityTrail {

  private final Map<String, Integer> approvedOn = new HashMap<>();
  private boolean enrolled;
  private boolean open;
  private Integer courseCompletedOn;
  private Double newestScore;

  void enrol() {
    enrolled = true;
    open = true;
  }

  /** Takes note that it was given up or failed: whoever enrolled is not in it any more. */
  void end() {
    open = false;
  }

  void complete(int day) {
    courseCompletedOn = day;
    open = false;
  }

  /** Takes note of a piece of practice that was approved; whether it was not so before. */
  boolean approve(String submission, int day) {
    open = false;
    return approvedOn.putIfAbsent(submission, day) == null;
  }

  /** Takes note of one that was rejected; whether it was approved before. */
  boolean reject(String submission) {
    return approvedOn.remove(submission) != null;
  }

  void score(double score) {
    newestScore = score;
  }

  boolean isEnrolled() {
    return enrolled;
  }

  /** Whether they enrolled and it has not ended since, in whatever way. */
  boolean isOpen() {
    return open;
  }

  boolean isCompleted() {
    return completedOn() != null;
  }

  /** Day of the newest completion that stands, or null. */
  Integer completedOn() {
    return approvedOn.isEmpty() ? courseCompletedOn : newest();
  }

  private Integer newest() {
    int newest = Collections.max(approvedOn.values());
    return courseCompletedOn == null ? newest : Math.max(newest, courseCompletedOn);
  }

  /** Null before the first. */
  Double newestScore() {
    return newestScore;
  }
}
