package io.growthline.recommend.rules;

import io.growthline.rulebook.ActivityTerms;
import io.growthline.rulebook.JobTerms;
import io.growthline.rulebook.RuleBook;
import java.util.List;

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

  private final RuleBook book;
  private final int day;

  /**
   * @param day days since 1970-01-01 in the scheme's zone
   */
  public ContentPrior(RuleBook book, int day) {
    this.book = book;
    this.day = day;
  }

  /** What a signal adds to an activity's score. */
  public double of(SignalId signal, String activityId) {
    ActivityTerms terms = terms(activityId);
    if (terms == null) {
      return 0;
    }
    String subject = signal.subject();
    return switch (signal.kind()) {
      case CLICKED -> subject.equals(activityId) ? CLICKED : 0;
      case INTEREST -> terms.tags().contains(subject) ? TAG : 0;
      case PREFERRED_FORMAT, USED_FORMAT -> subject.equals(terms.format()) ? FORMAT : 0;
      case JOB -> ofJob(subject, terms);
      case LAST_TAKEN -> ofTaken(subject, activityId, terms);
      case ANYONE, TAKEN, TENURE, GRADE -> 0;
    };
  }

  private double ofJob(String jobId, ActivityTerms terms) {
    double meant = terms.jobs().contains(jobId) ? JOB : 0;
    JobTerms job =
        book.jobs().containsKey(jobId) ? book.jobs().get(jobId).versions().at(day) : null;
    boolean asked =
        job != null
            && terms.skills().stream()
                .anyMatch(
                    taught ->
                        job.skills().stream().anyMatch(s -> s.skill().equals(taught.skill())));
    return meant + (asked ? SKILL_OF_JOB : 0);
  }

  private double ofTaken(String taken, String activityId, ActivityTerms terms) {
    if (taken.equals(activityId)) {
      return 0;
    }
    ActivityTerms before = terms(taken);
    List<String> tags = before == null ? List.of() : before.tags();
    return (terms.prerequisites().contains(taken) ? NEXT_STEP : 0)
        + (terms.tags().stream().anyMatch(tags::contains) ? SAME_TAG : 0);
  }

  private ActivityTerms terms(String activityId) {
    return book.activity(activityId) == null ? null : book.activity(activityId).versions().at(day);
  }
}
