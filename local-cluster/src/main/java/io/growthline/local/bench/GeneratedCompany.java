package io.growthline.local.bench;

import io.growthline.rulebook.RuleBookFile;
import io.growthline.schemas.features.FeatureVector;
import io.growthline.schemas.ledger.EmployeeProgress;
import io.growthline.schemas.ledger.GoalKind;
import io.growthline.schemas.ledger.GoalProgress;
import io.growthline.schemas.ledger.RequirementProgress;
import io.growthline.schemas.reference.Revision;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A company with so many courses: its rule book, and how far its people are towards its goals. Each
 * subject has its courses, one job and one skill.
 */
record GeneratedCompany(int courses) {

  static final int SUBJECTS = GeneratedLearners.SUBJECTS;

  private static final String[] FORMATS = {"video", "case", "article", "live", "hands-on"};
  private static final int LEVELS = 4;

  /** Every so many courses of a subject one asks for the one before it. */
  private static final int PREREQUISITE_EVERY = 10;

  private static final int SUGGESTED = 3;
  private static final long CREDIT = 1_000_000;

  static String course(int number) {
    return "course-" + number;
  }

  static String job(int subject) {
    return "job-" + subject;
  }

  static String format(int number) {
    return FORMATS[number % FORMATS.length];
  }

  /** The rule book: everything that a recommendation looks at. */
  Revision ruleBook() {
    StringBuilder yaml = new StringBuilder("scheme: {zone: UTC, target: 100}\n");
    yaml.append("metrics:\n  - {id: sales, kind: sum, better: higher}\n");
    yaml.append("skills:\n");
    for (int subject = 0; subject < SUBJECTS; subject++) {
      yaml.append("  - {id: skill-%d, demand: 0.%02d}%n".formatted(subject, 5 * (subject % 10)));
    }
    yaml.append("jobs:\n");
    for (int subject = 0; subject < SUBJECTS; subject++) {
      yaml.append(
          """
            - {id: %s, title: {en: Job %d, zh: 岗位%2$d}, skills: [{skill: skill-%2$d, level: 3}, \
          {skill: skill-%d, level: 2, requiredFor: promotion}]}
          """
              .formatted(job(subject), subject, (subject + 1) % SUBJECTS));
    }
    yaml.append("activities:\n");
    for (int number = 0; number < courses; number++) {
      yaml.append(activity(number));
    }
    yaml.append(
        """
        goals:
          - {id: leave-day, title: {en: Leave, zh: 假}, kind: reward, requires: [{credits: total, atLeast: 100}]}
          - {id: expert, title: {en: Expert, zh: 专家}, kind: certification, \
        requires: [{credits: {tag: subject-0}, atLeast: 20}, {completed: [course-0, course-1, course-2]}]}
          - {id: lead, title: {en: Lead, zh: 组长}, kind: promotion, \
        requires: [{requiredActivities: completed}, {credits: total, atLeast: 150}, {share: {tag: subject-1}, atLeast: 0.3}]}
        """);
    return RuleBookFile.read("bench", yaml.toString().getBytes(StandardCharsets.UTF_8))
        .revision(1, 0);
  }

  private static String activity(int number) {
    int subject = number % SUBJECTS;
    int rank = number / SUBJECTS;
    String needed =
        rank % PREREQUISITE_EVERY == PREREQUISITE_EVERY - 1 ? course(number - SUBJECTS) : "";
    return """
          - {id: %s, title: {en: Course %d, zh: 课程%2$d}, kind: course, category: elective, credits: %d, \
        tags: [subject-%d], skills: [{skill: skill-%4$d, level: %d}], format: %s, prerequisites: [%s]}
        """
        .formatted(
            course(number),
            number,
            1 + number % LEVELS,
            subject,
            1 + rank % LEVELS,
            format(number),
            needed);
  }

  /** How far someone is who has earned what the vector says. */
  EmployeeProgress progress(FeatureVector person) {
    List<String> suggested = new ArrayList<>();
    for (int number = 0; number < courses && suggested.size() < SUGGESTED; number++) {
      if (!person.completedOn().containsKey(course(number))) {
        suggested.add(course(number));
      }
    }
    long earned = person.completions() * CREDIT;
    return new EmployeeProgress(
        person.employeeId(),
        person.version(),
        person.asOf(),
        person.employeeId() + "@" + person.version() + "@" + person.asOf(),
        List.of(
            goal("leave-day", GoalKind.REWARD, credits("credits(total)", earned, 100, suggested)),
            goal(
                "expert",
                GoalKind.CERTIFICATION,
                credits("credits(tag=subject-0)", earned, 20, suggested),
                count("completed", 3, suggested)),
            goal(
                "lead",
                GoalKind.PROMOTION,
                count("requiredActivities", 0, List.of()),
                credits("credits(total)", earned, 150, suggested),
                new RequirementProgress(
                    "share(tag=subject-1)",
                    "ratio",
                    0,
                    300_000,
                    300_000,
                    false,
                    List.of(),
                    List.of(),
                    suggested))));
  }

  private static GoalProgress goal(String id, GoalKind kind, RequirementProgress... requirements) {
    return new GoalProgress(
        id, kind, Map.of("en", id, "zh", id), false, null, 0, List.of(requirements));
  }

  private static RequirementProgress credits(
      String requirement, long earned, long target, List<String> suggested) {
    long gap = Math.max(0, target * CREDIT - earned);
    return new RequirementProgress(
        requirement,
        "credits",
        earned,
        target * CREDIT,
        gap,
        gap == 0,
        List.of(),
        List.of(),
        suggested);
  }

  private static RequirementProgress count(String requirement, int target, List<String> suggested) {
    return new RequirementProgress(
        requirement,
        "activities",
        0,
        target * CREDIT,
        target * CREDIT,
        target == 0,
        suggested,
        List.of(),
        suggested);
  }
}
