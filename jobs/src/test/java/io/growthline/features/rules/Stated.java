package io.growthline.features.rules;

import io.growthline.rulebook.RuleBookFile;
import io.growthline.rulebook.RuleBooks;
import io.growthline.schemas.events.HrEvent;
import io.growthline.schemas.events.HrKind;
import io.growthline.schemas.events.LearningEvent;
import io.growthline.schemas.events.LearningVerb;
import io.growthline.schemas.events.PerformanceEvent;
import io.growthline.schemas.reference.Revision;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** Statements about Li Na, and a rule book that knows what they speak of. Times in ISO 8601. */
public final class Stated {

  public static final String LI_NA = "li-na";

  private static final String RULES =
      """
      scheme: {zone: Asia/Shanghai}
      activities:
        - {id: intro, kind: course, category: elective, credits: 2, format: video,
           tags: [sales, basics], skills: [{skill: selling, level: 2}], passScore: 0.6}
        - {id: cases, kind: course, category: elective, credits: 3, format: case,
           tags: [sales], skills: [{skill: selling, level: 4}]}
        - {id: kaizen, kind: practice, category: practice, credits: 5, format: hands-on}
        - {id: plain, kind: course, category: required, credits: 1}
      goals:
        - {id: certificate, kind: certification, requires: [{credits: total, atLeast: 20}]}
      metrics:
        - {id: sales, kind: sum, better: higher}
        - {id: complaints, kind: count, better: lower}
      jobs:
        - {id: seller, next: manager, skills: [{skill: selling, level: 3}]}
        - {id: manager, skills: [{skill: leading, level: 2}, {skill: selling, level: 5}]}
      """;

  private Stated() {}

  public static Revision revision(long ordinal) {
    return RuleBookFile.read("rulebook.yaml", RULES.getBytes(StandardCharsets.UTF_8))
        .revision(ordinal, 0);
  }

  static FeatureRules rules() {
    return new FeatureRules(RuleBooks.from(revision(1)));
  }

  public static long millis(String time) {
    return Instant.parse(time).toEpochMilli();
  }

  public static Statement learning(String id, LearningVerb verb, String activity, String at) {
    return learning(id, verb, activity, at, null, null, null);
  }

  static Statement scored(
      String id, LearningVerb verb, String activity, String at, double score, String submission) {
    return learning(id, verb, activity, at, score, submission, null);
  }

  static Statement lasting(String id, String activity, String at, long seconds) {
    return Statement.of(
        new LearningEvent(
            id,
            "lms",
            LI_NA,
            millis(at),
            LearningVerb.PROGRESSED,
            activity,
            null,
            null,
            null,
            seconds,
            null,
            null,
            null,
            null));
  }

  static Statement learningVoided(String id, String target, String at) {
    return learning(id, LearningVerb.VOIDED, "intro", at, null, null, target);
  }

  private static Statement learning(
      String id,
      LearningVerb verb,
      String activity,
      String at,
      Double score,
      String submission,
      String voids) {
    return Statement.of(
        new LearningEvent(
            id,
            "lms",
            LI_NA,
            millis(at),
            verb,
            activity,
            score,
            null,
            null,
            null,
            submission,
            voids,
            null,
            null));
  }

  public static Statement people(
      String id, HrKind kind, String job, String statedAt, String effectiveAt) {
    return people(id, kind, job, null, statedAt, effectiveAt, null);
  }

  static Statement prefers(String id, String at, String... formats) {
    return people(id, HrKind.PROFILE_UPDATED, null, List.of(formats), at, at, null);
  }

  static Statement peopleVoided(String id, String target, String at) {
    return people(id, HrKind.PROFILE_UPDATED, null, null, at, at, target);
  }

  private static Statement people(
      String id,
      HrKind kind,
      String job,
      List<String> formats,
      String statedAt,
      String effectiveAt,
      String voids) {
    return Statement.of(
        new HrEvent(
            id,
            "hr",
            LI_NA,
            millis(statedAt),
            kind,
            millis(effectiveAt),
            job,
            null,
            null,
            null,
            null,
            formats,
            voids,
            null,
            null));
  }

  /** Of anyone: what they are from an instant on; null: not said. */
  public static Statement post(
      String employeeId, String id, HrKind kind, String team, String job, String at) {
    return Statement.of(
        new HrEvent(
            id,
            "hr",
            employeeId,
            millis(at),
            kind,
            millis(at),
            job,
            null,
            team,
            null,
            null,
            null,
            null,
            null,
            null));
  }

  /** Of anyone: a metric's value over January. */
  static Statement measured(String employeeId, String id, String metric, double value, String at) {
    return Statement.of(
        new PerformanceEvent(
            id,
            "crm",
            employeeId,
            millis(at),
            metric,
            value,
            null,
            null,
            day("2026-01-01"),
            day("2026-02-01"),
            null,
            null,
            null));
  }

  static Statement sales(String id, double value, String from, String until, String at) {
    return performance(id, value, null, from, until, at, null);
  }

  static Statement salesBy(
      String id, double value, String reason, String from, String until, String at) {
    return performance(id, value, reason, from, until, at, null);
  }

  static Statement salesVoided(String id, String target, String at) {
    return performance(id, 0, null, "2026-01-01", "2026-02-01", at, target);
  }

  private static Statement performance(
      String id, double value, String reason, String from, String until, String at, String voids) {
    return Statement.of(
        new PerformanceEvent(
            id,
            "crm",
            LI_NA,
            millis(at),
            "sales",
            value,
            null,
            reason,
            day(from),
            day(until),
            voids,
            null,
            null));
  }

  static int day(String date) {
    return (int) LocalDate.parse(date).toEpochDay();
  }
}
