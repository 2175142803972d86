package io.growthline.recommend.rules;

import io.growthline.rulebook.ActivityTerms;
import io.growthline.rulebook.Job;
import io.growthline.rulebook.JobTerms;
import io.growthline.rulebook.JobTerms.JobSkill;
import io.growthline.rulebook.Repeat;
import io.growthline.rulebook.RuleBook;
import io.growthline.rulebook.SkillLevel;
import io.growthline.schemas.features.FeatureVector;
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
  private final Map<String, ForJob> byJob = new HashMap<>();

  Admission(RuleBook book, Candidates candidates, int day) {
    this.book = book;
    this.candidates = candidates;
    this.day = day;
  }

  /** What a person could take, but for missing prerequisites; see {@link #missing}. */
  Admitted of(FeatureVector person) {
    ForJob forJob = forJob(person.jobId());
    boolean[] open = forJob.fits.clone();
    person.completedOn().forEach((activity, on) -> close(open, activity, !repeats(activity, on)));
    person.enrolledIn().forEach(activity -> close(open, activity, true));
    Level level = new Level(levels(person), reach(person), forJob);
    boolean[] isNew = new boolean[open.length];
    for (int candidate = 0; candidate < open.length; candidate++) {
      List<SkillLevel> skills = candidates.terms(candidate).skills();
      if (open[candidate] && !skills.isEmpty()) {
        open[candidate] = !level.isLeap(skills);
        isNew[candidate] = level.isNew(skills);
      } else {
        isNew[candidate] = true;
      }
    }
    return new Admitted(open, isNew);
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

  private ForJob forJob(String jobId) {
    String key = jobId == null ? "" : jobId;
    ForJob known = byJob.get(key);
    if (known != null) {
      return known;
    }
    ForJob forJob = new ForJob(jobId, candidates);
    // Job ids come from elsewhere: only those of the rule book are worth keeping.
    if (jobId == null || book.jobs().containsKey(jobId)) {
      byJob.put(key, forJob);
    }
    return forJob;
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

  /** Candidates that a person could take, by number. */
  static final class Admitted {

    private final boolean[] open;
    private final boolean[] isNew;

    private Admitted(boolean[] open, boolean[] isNew) {
      this.open = open;
      this.isNew = isNew;
    }

    /** Whether it is worth being taken for its own sake. */
    boolean forItself(int candidate) {
      return open[candidate] && isNew[candidate];
    }

    /** Whether it can be taken because another needs it: then it may teach nothing new. */
    boolean beforeAnother(int candidate) {
      return open[candidate];
    }
  }

  /** What is on offer to people of a job. */
  private static final class ForJob {

    /** By candidate. */
    final boolean[] fits;

    /** By skill, which levels of it these candidates teach: bit n stands for level n. */
    private final Map<String, Integer> levels = new HashMap<>();

    ForJob(String jobId, Candidates candidates) {
      fits = new boolean[candidates.size()];
      for (int candidate = 0; candidate < fits.length; candidate++) {
        ActivityTerms terms = candidates.terms(candidate);
        fits[candidate] = terms.fitsJob(jobId);
        for (SkillLevel taught : fits[candidate] ? terms.skills() : List.<SkillLevel>of()) {
          levels.merge(taught.skill(), 1 << taught.level(), (some, more) -> some | more);
        }
      }
    }

    /** Whether a level of a skill is taught that is above one and below the other. */
    boolean teachesBetween(String skill, int above, int below) {
      int between = (1 << below) - (1 << (above + 1));
      return (levels.getOrDefault(skill, 0) & between) != 0;
    }
  }

  /**
   * What a person can do.
   *
   * @param levels by skill, of what they completed
   * @param reach how many levels up is no leap
   */
  private record Level(Map<String, Integer> levels, int reach, ForJob forJob) {

    /** Whether any of these is above what they have. */
    boolean isNew(List<SkillLevel> skills) {
      for (SkillLevel skill : skills) {
        if (skill.level() > has(skill)) {
          return true;
        }
      }
      return false;
    }

    /** Whether any of these is out of reach, with a step before it on offer. */
    boolean isLeap(List<SkillLevel> skills) {
      for (SkillLevel skill : skills) {
        int has = has(skill);
        if (skill.level() > has + reach
            && forJob.teachesBetween(skill.skill(), has, skill.level())) {
          return true;
        }
      }
      return false;
    }

    private int has(SkillLevel skill) {
      return levels.getOrDefault(skill.skill(), 0);
    }
  }
}
