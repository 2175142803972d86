package io.growthline.features.rules;

import io.growthline.rulebook.ActivityKind;
import io.growthline.rulebook.ActivityTerms;
import io.growthline.rulebook.Format;
import io.growthline.rulebook.SkillLevel;
import io.growthline.schemas.events.LearningEvent;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Sums of what an employee learned, to which one event after the other is added, in order. */
final class LearningRecord {

  /** So that no history is too long to be told with each of its steps. */
  private static final int MOST_TAKEN = 200;

  private final FeatureRules rules;
  private final Map<String, ActivityTrail> trails = new HashMap<>();
  private final FormatShares clicked = new FormatShares();
  private final FormatShares completed = new FormatShares();
  private final Interests tagInterests = new Interests();
  private final Interests activityInterests = new Interests();
  private final Set<String> taken = new LinkedHashSet<>();
  private int views;
  private int enrolments;
  private int completions;
  private int failures;
  private int withdrawals;
  private long seconds;
  private Long newestAt;

  LearningRecord(FeatureRules rules) {
    this.rules = rules;
  }

  /** Adds an event that is not void and not older than any before it. */
  void add(LearningEvent event) {
    newestAt = event.occurredAt();
    seconds += event.durationSeconds() == null ? 0 : event.durationSeconds();
    ActivityTrail trail = trails.computeIfAbsent(event.activityId(), id -> new ActivityTrail());
    if (event.score() != null) {
      trail.score(event.score());
    }
    int day = rules.dayOf(event.occurredAt());
    ActivityTerms terms = rules.activity(event.activityId(), day);
    switch (event.verb()) {
      case VIEWED -> view(event, terms);
      case ENROLLED -> {
        enrolments++;
        taken.add(event.activityId());
        trail.enrol();
      }
      case COMPLETED -> {
        if (isDone(event, terms, ActivityKind.COURSE)) {
          taken.add(event.activityId());
          trail.complete(day);
          count(terms, 1);
        } else {
          trail.end();
        }
      }
      case APPROVED -> {
        if (isDone(event, terms, ActivityKind.PRACTICE)) {
          taken.add(event.activityId());
          count(terms, trail.approve(submissionOf(event), day) ? 1 : 0);
        }
      }
      case REJECTED -> {
        if (trail.reject(submissionOf(event))) {
          count(terms, -1);
        }
      }
      case FAILED -> {
        failures++;
        trail.end();
      }
      case WITHDRAWN -> {
        withdrawals++;
        trail.end();
      }
      case PROGRESSED, RATED, SUBMITTED, VOIDED, UNKNOWN -> {}
    }
  }

  private void view(LearningEvent event, ActivityTerms terms) {
    views++;
    activityInterests.click(event.activityId(), event.occurredAt());
    if (terms != null) {
      clicked.add(Format.of(terms.format()), 1);
      terms.tags().forEach(tag -> tagInterests.click(tag, event.occurredAt()));
    }
  }

  private void count(ActivityTerms terms, int change) {
    completions += change;
    if (terms != null) {
      completed.add(Format.of(terms.format()), change);
    }
  }

  private static boolean isDone(LearningEvent event, ActivityTerms terms, ActivityKind kind) {
    return terms != null && terms.kind() == kind && terms.passes(event.score());
  }

  private static String submissionOf(LearningEvent event) {
    return event.submissionId() == null ? event.eventId() : event.submissionId();
  }

  int views() {
    return views;
  }

  int enrolments() {
    return enrolments;
  }

  int completions() {
    return completions;
  }

  int failures() {
    return failures;
  }

  int withdrawals() {
    return withdrawals;
  }

  long seconds() {
    return seconds;
  }

  /** When the newest event occurred: epoch milliseconds; null before the first. */
  Long newestAt() {
    return newestAt;
  }

  FormatShares clicked() {
    return clicked;
  }

  FormatShares completed() {
    return completed;
  }

  Interests tagInterests() {
    return tagInterests;
  }

  Interests activityInterests() {
    return activityInterests;
  }

  /** The activities taken last, each where it was taken first, oldest first. */
  List<String> taken() {
    return taken.stream().skip(Math.max(0, taken.size() - MOST_TAKEN)).toList();
  }

  /** Activities they are enrolled in now, by id. */
  List<String> enrolledIn() {
    return trails.entrySet().stream()
        .filter(entry -> entry.getValue().isOpen())
        .map(Map.Entry::getKey)
        .sorted()
        .toList();
  }

  /** Day of the newest completion that stands, by activity. */
  Map<String, Integer> completedOn() {
    Map<String, Integer> days = new TreeMap<>();
    trails.forEach(
        (activity, trail) -> {
          if (trail.isCompleted()) {
            days.put(activity, trail.completedOn());
          }
        });
    return days;
  }

  /** Activities enrolled in that were completed, of all enrolled in; null if there are none. */
  Double completionRate() {
    int enrolled = 0;
    int done = 0;
    for (ActivityTrail trail : trails.values()) {
      if (trail.isEnrolled()) {
        enrolled++;
        done += trail.isCompleted() ? 1 : 0;
      }
    }
    return enrolled == 0 ? null : Double.valueOf(done / (double) enrolled);
  }

  /** Mean of each activity's newest score; null if there is none. */
  Double meanScore() {
    // In order of ids: a sum of doubles depends on its order, and a replay has to agree.
    double sum = 0;
    int scored = 0;
    for (ActivityTrail trail : new TreeMap<>(trails).values()) {
      if (trail.newestScore() != null) {
        sum += trail.newestScore();
        scored++;
      }
    }
    return scored == 0 ? null : Double.valueOf(sum / scored);
  }

  /** The highest level of a skill that completed activities give on a day; 0: none. */
  int levelOf(String skill, int day) {
    int level = 0;
    for (Map.Entry<String, ActivityTrail> entry : trails.entrySet()) {
      ActivityTerms terms =
          entry.getValue().isCompleted() ? rules.activity(entry.getKey(), day) : null;
      if (terms != null) {
        for (SkillLevel taught : terms.skills()) {
          level = taught.skill().equals(skill) ? Math.max(level, taught.level()) : level;
        }
      }
    }
    return level;
  }
}
