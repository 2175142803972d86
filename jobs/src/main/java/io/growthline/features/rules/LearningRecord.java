package io.growthline.features.rules;

import io.growthline.rulebook.ActivityKind;
import io.growthline.rulebook.ActivityTerms;
import io.growthline.rulebook.SkillLevel;
import io.growthline.schemas.events.LearningEvent;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** Sums of what an employee learned, to which one event after the other is added, in order. */
final class LearningRecord {

  private final FeatureRules rules;
  private final Map<String, ActivityTrail> trails = new HashMap<>();
  private final FormatShares clicked = new FormatShares();
  private final FormatShares completed = new FormatShares();
  private final Interests interests = new Interests();
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
    ActivityTerms terms = rules.activity(event.activityId(), rules.dayOf(event.occurredAt()));
    switch (event.verb()) {
      case VIEWED -> view(event, terms);
      case ENROLLED -> {
        enrolments++;
        trail.enrol();
      }
      case COMPLETED -> {
        if (isDone(event, terms, ActivityKind.COURSE)) {
          trail.complete();
          count(terms, 1);
        }
      }
      case APPROVED -> {
        if (isDone(event, terms, ActivityKind.PRACTICE) && trail.approve(submissionOf(event))) {
          count(terms, 1);
        }
      }
      case REJECTED -> {
        if (trail.reject(submissionOf(event))) {
          count(terms, -1);
        }
      }
      case FAILED -> failures++;
      case WITHDRAWN -> withdrawals++;
      case PROGRESSED, RATED, SUBMITTED, VOIDED, UNKNOWN -> {}
    }
  }

  private void view(LearningEvent event, ActivityTerms terms) {
    views++;
    if (terms != null) {
      clicked.add(Format.of(terms.format()), 1);
      terms.tags().forEach(tag -> interests.click(tag, event.occurredAt()));
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

  Interests interests() {
    return interests;
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
