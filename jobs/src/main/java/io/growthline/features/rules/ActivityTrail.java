package io.growthline.features.rules;

import java.util.HashSet;
import java.util.Set;

/** What an employee has done in one activity so far. */
final class ActivityTrail {

  private final Set<String> approved = new HashSet<>();
  private boolean enrolled;
  private int courses;
  private Double newestScore;

  void enrol() {
    enrolled = true;
  }

  void complete() {
    courses++;
  }

  /** Takes note of a piece of practice that was approved; whether it was not so before. */
  boolean approve(String submission) {
    return approved.add(submission);
  }

  /** Takes note of one that was rejected; whether it was approved before. */
  boolean reject(String submission) {
    return approved.remove(submission);
  }

  void score(double score) {
    newestScore = score;
  }

  boolean isEnrolled() {
    return enrolled;
  }

  boolean isCompleted() {
    return courses > 0 || !approved.isEmpty();
  }

  /** Null before the first. */
  Double newestScore() {
    return newestScore;
  }
}
