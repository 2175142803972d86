package io.growthline.recommend.rules;

import io.growthline.rulebook.ActivityTerms;
import io.growthline.rulebook.Job;
import io.growthline.rulebook.JobTerms;
import io.growthline.rulebook.JobTerms.JobSkill;
import io.growthline.rulebook.Repeat;
import io.growthline.rulebook.RuleBook;
import io.growthline.rulebook.SkillLevel;
import io.growthline.schemas.features.FeatureVector;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which candidates a person could take now: not done (unless it can be repeated), not enrolled in,
 * for their job, and at a level that fits: something new, and no leap over a step that is on offer.
 */
final class Admission {

  /** Two levels up is a challenge, more is a leap where a step between is on offer. */
  private static final int MOST_LEVELS_UP = 2;

  /** Whoever has worked for that long knows things that no course has told of. */
  private static final int EXPERIENCED_DAYS = 730;

  /** How many levels further up the experienced reach. */
  private static final int LEVELS_OF_EXPERIENCE = 2;

  private final RuleBook book;
  private final Candidates candidates;
  private final int day;
  private final Map<String, boolean[]> byJob = new HashMap<>();

  /** Which candidates teach each skill. */
  private final Map<String, List<Integer>> teaching = new HashMap<>();

  Admission(RuleBook book, Candidates candidates, int day) {
    this.book = book;
    this.candidates = candidates;
    this.day = day;
    for (int candidate = 0; candidate < candidates.size(); candidate++) {
      for (SkillLevel level : candidates.terms(candidate).skills()) {
        teaching.computeIfAbsent(level.skill(), skill -> new ArrayList<>()).add(candidate);
      }
    }
  }

  /** By candidate, but for missing prerequisites; see {@link #missing}. */
  boolean[] of(FeatureVector person) {
    boolean[] forJob = fitting(person.jobId());
    boolean[] admitted = forJob.clone();
    person
        .completedOn()
        .forEach((activity, on) -> close(admitted, activity, !repeats(activity, on)));
    person.enrolledIn().forEach(activity -> close(admitted, activity, true));
    Level level = new Level(levels(person), reach(person), forJob);
    for (int candidate = 0; candidate < admitted.length; candidate++) {
      List<SkillLevel> skills = candidates.terms(candidate).skills();
      admitted[candidate] &= skills.isEmpty() || level.fits(skills);
    }
    return admitted;
  }

  private static boolean isExperienced(FeatureVector person) {
    return person.tenureDays() != null && person.tenureDays() >= EXPERIENCED_DAYS;
  }

  private static int reach(FeatureVector person) {
    return MOST_LEVELS_UP + (isExperienced(person) ? LEVELS_OF_EXPERIENCE : 0);
  }

  /** Prerequisites that a person lacks, in the rule book's order. */
  List<String> missing(int candidate, FeatureVector person) {
    List<String> needed = candidates.terms(candidate).prerequisites();
    // For most candidates, each time for each of them, there is nothing to ask.
    return needed.isEmpty()
        ? needed
        : needed.stream().filter(id -> !person.completedOn().containsKey(id)).toList();
  }

  private boolean[] fitting(String jobId) {
    String key = jobId == null ? "" : jobId;
    boolean[] known = byJob.get(key);
    if (known != null) {
      return known;
    }
    boolean[] fitting = new boolean[candidates.size()];
    for (int candidate = 0; candidate < fitting.length; candidate++) {
      fitting[candidate] = candidates.terms(candidate).fitsJob(jobId);
    }
    // Job ids come from elsewhere: only those of the rule book are worth keeping.
    if (jobId == null || book.jobs().containsKey(jobId)) {
      byJob.put(key, fitting);
    }
    return fitting;
  }

  private void close(boolean[] admitted, String activityId, boolean closed) {
    Integer number = candidates.number(activityId);
    if (number != null && closed) {
      admitted[number] = false;
    }
  }

  private boolean repeats(String activityId, int completedOn) {
    Integer number = candidates.number(activityId);
    Repeat repeat = number == null ? Repeat.ONCE : candidates.terms(number).repeat();
    return switch (repeat.mode()) {
      case ONCE -> false;
      case EACH -> true;
      case EVERY -> repeat.every().after(completedOn) <= day;
    };
  }

  /**
   * The highest level that completed activities give of each skill; the experienced are taken to be
   * at most one level short of what their job asks for.
   */
  private Map<String, Integer> levels(FeatureVector person) {
    Map<String, Integer> levels = new HashMap<>();
    for (String activityId : person.completedOn().keySet()) {
      ActivityTerms terms =
          book.activity(activityId) == null ? null : book.activity(activityId).versions().at(day);
      if (terms != null) {
        terms.skills().forEach(given -> levels.merge(given.skill(), given.level(), Math::max));
      }
    }
    boolean known = isExperienced(person) && person.jobId() != null;
    Job job = known ? book.jobs().get(person.jobId()) : null;
    JobTerms asked = job == null ? null : job.versions().at(day);
    for (JobSkill skill : asked == null ? List.<JobSkill>of() : asked.skills()) {
      if (!skill.forPromotion()) {
        levels.merge(skill.skill(), skill.level() - 1, Math::max);
      }
    }
    return levels;
  }

  /** What a person can do. */
  private final class Level {

    private final Map<String, Integer> levels;
    private final int reach;
    private final boolean[] forJob;

    /**
     * @param levels by skill, of what they completed
     * @param reach how many levels up is no leap
     * @param forJob which candidates are for their job
     */
    Level(Map<String, Integer> levels, int reach, boolean[] forJob) {
      this.levels = levels;
      this.reach = reach;
      this.forJob = forJob;
    }

    boolean fits(List<SkillLevel> skills) {
      boolean isNew = false;
      for (SkillLevel skill : skills) {
        int has = levels.getOrDefault(skill.skill(), 0);
        isNew |= skill.level() > has;
        if (skill.level() > has + reach && hasStepBetween(skill, has)) {
          return false;
        }
      }
      return isNew;
    }

    private boolean hasStepBetween(SkillLevel leap, int has) {
      for (int candidate : teaching.get(leap.skill())) {
        for (SkillLevel step : candidates.terms(candidate).skills()) {
          boolean between = step.level() > has && step.level() < leap.level();
          if (forJob[candidate] && between && step.skill().equals(leap.skill())) {
            return true;
          }
        }
      }
      return false;
    }
  }
}
