package io.growthline.features.rules;

import io.growthline.rulebook.Activity;
import io.growthline.rulebook.ActivityTerms;
import io.growthline.rulebook.Job;
import io.growthline.rulebook.JobTerms;
import io.growthline.rulebook.Metric;
import io.growthline.rulebook.RuleBook;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;

/** What features ask of a rule book. Days are days since 1970-01-01 in the scheme's zone. */
public final class FeatureRules {

  private final RuleBook book;

  public FeatureRules(RuleBook book) {
    this.book = book;
  }

  /** Number of the revision. */
  public long ordinal() {
    return book.ordinal();
  }

  /** The local day of an instant. */
  public int dayOf(long epochMillis) {
    return Math.toIntExact(dateOf(epochMillis).toEpochDay());
  }

  /** The last millisecond of the local month that an instant lies in. */
  public long endOfMonth(long epochMillis) {
    LocalDate next = dateOf(epochMillis).withDayOfMonth(1).plusMonths(1);
    return next.atStartOfDay(book.zone()).toInstant().toEpochMilli() - 1;
  }

  /** The last millisecond of the last local month that is over at an instant. */
  public long lastEndOfMonth(long epochMillis) {
    LocalDate first = dateOf(epochMillis + 1).withDayOfMonth(1);
    return first.atStartOfDay(book.zone()).toInstant().toEpochMilli() - 1;
  }

  private LocalDate dateOf(long epochMillis) {
    return LocalDate.ofInstant(Instant.ofEpochMilli(epochMillis), book.zone());
  }

  /** An activity as it was on a day, or null if nothing is known of it. */
  ActivityTerms activity(String activityId, int day) {
    Activity activity = book.activity(activityId);
    return activity == null ? null : activity.versions().at(day);
  }

  /** Whether a metric's higher values are the better ones, or null if nothing is known of it. */
  Boolean higherIsBetter(String metricId) {
    Metric metric = book.metrics().get(metricId);
    return metric == null ? null : Boolean.valueOf(metric.terms().higherIsBetter());
  }

  /** The highest level of each skill that a job, or the next, asks for on a day. */
  Map<String, Integer> levelsAsked(String jobId, int day) {
    Map<String, Integer> levels = new TreeMap<>();
    JobTerms job = job(jobId, day);
    if (job != null) {
      job.skills().forEach(skill -> levels.merge(skill.skill(), skill.level(), Math::max));
      JobTerms next = job(job.next(), day);
      if (next != null) {
        next.skills().forEach(skill -> levels.merge(skill.skill(), skill.level(), Math::max));
      }
    }
    return levels;
  }

  private JobTerms job(String jobId, int day) {
    Job job = jobId == null ? null : book.jobs().get(jobId);
    return job == null ? null : job.versions().at(day);
  }
}
