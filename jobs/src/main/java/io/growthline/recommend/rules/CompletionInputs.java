package io.growthline.recommend.rules;

import io.growthline.rulebook.Format;
import io.growthline.schemas.features.FeatureVector;
import io.growthline.schemas.ledger.Category;
import java.util.List;
import java.util.Set;

/**
 * What the model of completion is told of a person who begins a course; the same class online and
 * in training. Counts are logarithms, what is unknown is 0 beside a flag that says so.
 */
public final class CompletionInputs {

  /** Names of the inputs, in order. */
  public static final List<String> FEATURES =
      List.of(
          "course/rate",
          "course/credits",
          "course/required",
          "course/level",
          "course/levels-up",
          "course/for-job",
          "course/closes-gap",
          "course/preferred-format",
          "course/used-format",
          "course/clicked",
          "course/tag-interest",
          "person/completion-rate",
          "person/completions",
          "person/enrolments",
          "person/failures",
          "person/withdrawals",
          "person/open",
          "person/score",
          "person/score-unknown",
          "person/silent-days",
          "person/silent-days-unknown",
          "person/tenure",
          "person/tenure-unknown",
          "person/earned-90-days",
          "person/views",
          "person/learning-hours");

  /** Rates at the edge would be endless in log-odds. */
  private static final double LEAST_RATE = 0.001;

  private static final double CREDIT = 100;
  private static final double HOUR_SECONDS = 3_600;

  /** People are taken to complete half of what they begin until two enrolments say otherwise. */
  private static final double PRIOR_ENROLMENTS = 2;

  private CompletionInputs() {}

  /**
   * One input for each feature.
   *
   * @param person as known before they begin
   * @param activityId the course
   * @param rate share of those who completed the course so far, 0..1
   */
  public static double[] of(
      FeatureVector person, String activityId, CourseTraits course, double rate) {
    Inputs inputs = new Inputs();
    inputs.add(logOdds(rate));
    addCourse(person, course, inputs);
    inputs.addCount(person.activityInterest().getOrDefault(activityId, 0.0));
    inputs.addCount(
        course.tags().stream()
            .mapToDouble(tag -> person.tagInterest().getOrDefault(tag, 0.0))
            .max()
            .orElse(0));
    addPerson(person, inputs);
    return inputs.values;
  }

  /** The same with another rate. */
  public static double[] withRate(double[] inputs, double rate) {
    double[] others = inputs.clone();
    others[0] = logOdds(rate);
    return others;
  }

  private static double logOdds(double rate) {
    double bounded = Math.max(LEAST_RATE, Math.min(1 - LEAST_RATE, rate));
    return Math.log(bounded / (1 - bounded));
  }

  private static void addCourse(FeatureVector person, CourseTraits course, Inputs inputs) {
    inputs.addCount(course.credits() / CREDIT);
    inputs.addFlag(course.category() == Category.REQUIRED);
    inputs.add(course.level());
    inputs.add(levelsUp(person, course));
    inputs.addFlag(!course.jobs().isEmpty() && course.fitsJob(person.jobId()));
    Set<String> skills = course.skills().keySet();
    inputs.addFlag(
        skills.stream().anyMatch(skill -> person.skillGaps().getOrDefault(skill, 0) > 0));
    int format = course.format() == null ? -1 : Format.NAMES.indexOf(course.format());
    FormatHabit habit = format < 0 ? null : FormatHabit.of(person).get(format);
    inputs.add(habit == null ? 0 : habit.preferred());
    inputs.add(habit == null ? 0 : habit.used());
  }

  /** How many levels above what the person has it teaches, of the skill where it is the most. */
  private static int levelsUp(FeatureVector person, CourseTraits course) {
    return course.skills().entrySet().stream()
        .mapToInt(
            taught -> taught.getValue() - person.skillLevels().getOrDefault(taught.getKey(), 0))
        .max()
        .orElse(0);
  }

  private static void addPerson(FeatureVector person, Inputs inputs) {
    double rate = person.completionRate() == null ? 0.5 : person.completionRate();
    inputs.add(
        logOdds(
            (rate * person.enrolments() + PRIOR_ENROLMENTS / 2)
                / (person.enrolments() + PRIOR_ENROLMENTS)));
    inputs.addCount(person.completions());
    inputs.addCount(person.enrolments());
    inputs.addCount(person.failures());
    inputs.addCount(person.withdrawals());
    inputs.addCount(person.enrolledIn().size());
    inputs.add(person.meanScore() == null ? 0 : person.meanScore());
    inputs.addFlag(person.meanScore() == null);
    inputs.addCount(person.daysSinceActivity() == null ? 0 : person.daysSinceActivity());
    inputs.addFlag(person.daysSinceActivity() == null);
    inputs.addCount(person.tenureDays() == null ? 0 : person.tenureDays());
    inputs.addFlag(person.tenureDays() == null);
    inputs.addCount(person.earned90Days() / CREDIT);
    inputs.addCount(person.views());
    inputs.addCount(person.learningSeconds() / HOUR_SECONDS);
  }

  /** Collects inputs in order. */
  private static final class Inputs {

    final double[] values = new double[FEATURES.size()];
    private int next;

    void add(double value) {
      values[next++] = value;
    }

    void addFlag(boolean flag) {
      add(flag ? 1 : 0);
    }

    /** Of a count below 0, such as days before a hire, as of none. */
    void addCount(double count) {
      add(Math.log1p(Math.max(0, count)));
    }
  }
}
