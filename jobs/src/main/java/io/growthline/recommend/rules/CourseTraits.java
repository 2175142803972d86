package io.growthline.recommend.rules;

import io.growthline.rulebook.ActivityKind;
import io.growthline.rulebook.ActivityTerms;
import io.growthline.rulebook.RuleBook;
import io.growthline.rulebook.SkillLevel;
import io.growthline.schemas.ledger.Category;
import io.growthline.schemas.tables.ActivityRow;
import java.io.Serializable;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What the rule book says of an activity, as far as it tells who takes it and who finishes it.
 *
 * @param course whether it is one, and no practice
 * @param offered whether it is put forward at all, now or later
 * @param category null before its first dated value
 * @param credits hundredths of a credit, of one award
 * @param format null: none
 * @param skills level reached by completing it, by skill
 * @param prerequisites activities to complete before
 * @param jobs it is for; empty: all
 */
public record CourseTraits(
    boolean course,
    boolean offered,
    Category category,
    long credits,
    String format,
    List<String> tags,
    Map<String, Integer> skills,
    List<String> prerequisites,
    List<String> jobs)
    implements Serializable {

  /**
   * What the rule book says on a day, by activity.
   *
   * @param day days since 1970-01-01 in the scheme's zone
   */
  public static Map<String, CourseTraits> of(RuleBook book, int day) {
    Map<String, CourseTraits> traits = new HashMap<>();
    book.activities()
        .forEach(
            (id, activity) -> {
              ActivityTerms terms = activity.versions().at(day);
              if (terms != null) {
                traits.put(id, of(terms));
              }
            });
    return traits;
  }

  /** What the table says, by activity: one row for each. */
  public static Map<String, CourseTraits> of(List<ActivityRow> rows) {
    Map<String, CourseTraits> traits = new HashMap<>();
    rows.forEach(row -> traits.put(row.activityId(), of(row)));
    return traits;
  }

  private static CourseTraits of(ActivityTerms terms) {
    return new CourseTraits(
        terms.kind() == ActivityKind.COURSE,
        !terms.candidate() && terms.credits() != null && terms.category() != null,
        terms.category(),
        terms.credits() == null ? 0 : terms.credits(),
        terms.format(),
        terms.tags(),
        SkillLevel.highest(terms.skills()),
        terms.prerequisites(),
        terms.jobs());
  }

  private static CourseTraits of(ActivityRow row) {
    return new CourseTraits(
        row.kind().equals(ActivityKind.COURSE.name().toLowerCase(Locale.ROOT)),
        !row.candidate() && row.credits() != null && row.category() != null,
        row.category(),
        row.credits() == null ? 0 : row.credits(),
        row.format(),
        row.tags(),
        row.skills(),
        row.prerequisites(),
        row.jobs());
  }

  /** The highest level of any skill that it teaches, 1..5; 0: none. */
  int level() {
    return skills.values().stream().mapToInt(Integer::intValue).max().orElse(0);
  }

  /** Whether it is for people of that job; null: the job is unknown. */
  boolean fitsJob(String jobId) {
    return jobs.isEmpty() || (jobId != null && jobs.contains(jobId));
  }
}
