package io.growthline.recommend.rules;

import io.growthline.rulebook.JobTerms;
import io.growthline.rulebook.JobTerms.JobSkill;
import io.growthline.rulebook.RuleBook;
import io.growthline.schemas.ledger.Category;
import io.growthline.schemas.tables.ActivityRow;
import io.growthline.schemas.tables.JobRow;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What the rule book alone says of taste: a course with the tag that someone clicks on, in the
 * format they prefer, for their job. The regression is drawn to it instead of to zero, so a course
 * that nobody took yet can be recommended, and by nobody's example at all. The figures are in the
 * unit of the regression's targets: 1 is a course that is taken next for certain.
 */
public final class ContentPrior {

  private static final double CLICKED = 0.3;
  private static final double TAG = 0.3;
  private static final double FORMAT = 0.1;
  private static final double JOB = 0.1;
  private static final double SKILL_OF_JOB = 0.1;
  private static final double NEXT_STEP = 0.2;
  private static final double SAME_TAG = 0.05;

  private final Map<String, CourseTraits> activities;
  private final Map<String, Set<String>> skillsOfJobs;

  /**
   * What the rule book says on a day. It is looked up once, for all activities.
   *
   * @param day days since 1970-01-01 in the scheme's zone
   */
  public ContentPrior(RuleBook book, int day) {
    this(CourseTraits.of(book, day), new HashMap<>());
    book.jobs().forEach((id, job) -> addSkills(id, job.versions().at(day)));
  }

  private ContentPrior(
      Map<String, CourseTraits> activities, Map<String, Set<String>> skillsOfJobs) {
    this.activities = activities;
    this.skillsOfJobs = skillsOfJobs;
  }

  /** What the tables of the rule book say: one row for each activity and job. */
  public static ContentPrior of(List<ActivityRow> activities, List<JobRow> jobs) {
    Map<String, Set<String>> skillsOfJobs = new HashMap<>();
    for (JobRow row : jobs) {
      Set<String> skills = new HashSet<>(row.skills().keySet());
      skills.addAll(row.promotionSkills().keySet());
      skillsOfJobs.put(row.jobId(), skills);
    }
    return new ContentPrior(CourseTraits.of(activities), skillsOfJobs);
  }

  private void addSkills(String id, JobTerms terms) {
    if (terms != null) {
      skillsOfJobs.put(
          id, terms.skills().stream().map(JobSkill::skill).collect(Collectors.toSet()));
    }
  }

  /** Activities that the company asks of people: that somebody took them tells no taste. */
  public Set<String> required() {
    return activities.entrySet().stream()
        .filter(activity -> activity.getValue().category() == Category.REQUIRED)
        .map(Map.Entry::getKey)
        .collect(Collectors.toUnmodifiableSet());
  }

  /** What a signal adds to an activity's score. */
  public double of(SignalId signal, String activityId) {
    CourseTraits content = activities.get(activityId);
    if (content == null) {
      return 0;
    }
    String subject = signal.subject();
    return switch (signal.kind()) {
      case CLICKED -> subject.equals(activityId) ? CLICKED : 0;
      case INTEREST -> content.tags().contains(subject) ? TAG : 0;
      case PREFERRED_FORMAT, USED_FORMAT -> subject.equals(content.format()) ? FORMAT : 0;
      case JOB -> ofJob(subject, content);
      case LAST_TAKEN -> ofTaken(subject, activityId, content);
      case ANYONE, TAKEN, TENURE, GRADE -> 0;
    };
  }

  private double ofJob(String jobId, CourseTraits content) {
    double meant = content.jobs().contains(jobId) ? JOB : 0;
    Set<String> asked = skillsOfJobs.getOrDefault(jobId, Set.of());
    return meant
        + (content.skills().keySet().stream().anyMatch(asked::contains) ? SKILL_OF_JOB : 0);
  }

  private double ofTaken(String taken, String activityId, CourseTraits content) {
    if (taken.equals(activityId)) {
      return 0;
    }
    CourseTraits before = activities.get(taken);
    List<String> tags = before == null ? List.of() : before.tags();
    return (content.prerequisites().contains(taken) ? NEXT_STEP : 0)
        + (content.tags().stream().anyMatch(tags::contains) ? SAME_TAG : 0);
  }
}
