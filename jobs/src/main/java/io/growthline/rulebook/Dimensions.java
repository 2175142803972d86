package io.growthline.rulebook;

import io.growthline.rulebook.JobTerms.JobSkill;
import io.growthline.schemas.tables.ActivityRow;
import io.growthline.schemas.tables.GoalRow;
import io.growthline.schemas.tables.JobRow;
import io.growthline.schemas.tables.SchemeRow;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;

/**
 * The rule book as tables: what it says at one instant.
 *
 * @param asOf the instant: epoch milliseconds, UTC
 */
public record Dimensions(RuleBook book, long asOf) {

  private static final int MONEY_DIGITS = 2;
  private static final int RATIO_DIGITS = 6;

  /** One row: there is one scheme. */
  public List<SchemeRow> schemes() {
    return List.of(new SchemeRow(book.schemeId(), book.zone().getId(), book.ordinal(), asOf));
  }

  /** One row an activity. */
  public List<ActivityRow> activities() {
    return book.activities().values().stream()
        .map(activity -> row(activity.id(), inForce(activity.versions())))
        .toList();
  }

  /** One row a goal. */
  public List<GoalRow> goals() {
    return book.goals().stream().map(goal -> row(goal.id(), inForce(goal.versions()))).toList();
  }

  /** One row a job. */
  public List<JobRow> jobs() {
    return book.jobs().values().stream()
        .map(job -> row(job.id(), inForce(job.versions())))
        .toList();
  }

  private <T> T inForce(Versions<T> versions) {
    T terms = versions.at(today());
    return terms == null ? versions.latest() : terms;
  }

  /** When the next definition dated ahead takes over: epoch milliseconds, or null if none does. */
  Long nextChange() {
    Integer day = book.changeDays().higher(today());
    return day == null
        ? null
        : Long.valueOf(
            LocalDate.ofEpochDay(day).atStartOfDay(book.zone()).toInstant().toEpochMilli());
  }

  private int today() {
    return book.dayOf(asOf);
  }

  private ActivityRow row(String id, ActivityTerms terms) {
    return new ActivityRow(
        id,
        terms.titles().get("en"),
        terms.titles().get("zh"),
        terms.version(),
        lower(terms.kind()),
        terms.category(),
        terms.credits(),
        terms.offer().fromDay(),
        terms.offer().untilDay(),
        terms.tags(),
        SkillLevel.highest(terms.skills()),
        terms.jobs(),
        lower(terms.repeat().mode()),
        period(terms.repeat().every()),
        terms.cap() == null ? null : terms.cap().credits(),
        terms.cap() == null ? null : lower(terms.cap().per()),
        terms.passScore() == null ? null : unscaled(terms.passScore(), RATIO_DIGITS),
        terms.format(),
        terms.prerequisites(),
        unscaled(terms.cost(), MONEY_DIGITS),
        terms.application(),
        terms.candidate(),
        book.ordinal(),
        asOf);
  }

  private GoalRow row(String id, GoalTerms terms) {
    Who who = terms.who();
    return new GoalRow(
        id,
        terms.titles().get("en"),
        terms.titles().get("zh"),
        terms.kind(),
        who.jobs(),
        who.grades(),
        who.teams(),
        who.withinDaysOfHire(),
        period(who.tenureAtLeast()),
        terms.requires() == null
            ? null
            : terms.requires().stream().map(RequirementText::withTarget).toList(),
        terms.revoke() ? "revoke" : "keep",
        terms.perPeriod() ? "period" : "once",
        terms.reward(),
        book.ordinal(),
        asOf);
  }

  private JobRow row(String id, JobTerms terms) {
    return new JobRow(
        id,
        terms.titles().get("en"),
        terms.titles().get("zh"),
        terms.next(),
        levels(terms.skills(), skill -> !skill.forPromotion()),
        levels(terms.skills(), JobSkill::forPromotion),
        book.ordinal(),
        asOf);
  }

  private static Map<String, Integer> levels(List<JobSkill> skills, Predicate<JobSkill> which) {
    return SkillLevel.highest(
        skills.stream()
            .filter(which)
            .map(skill -> new SkillLevel(skill.skill(), skill.level()))
            .toList());
  }

  private static String period(Span span) {
    return span == null
        ? null
        : java.time.Period.of(span.years(), span.months(), span.days()).toString();
  }

  private static long unscaled(BigDecimal decimal, int digits) {
    return decimal.movePointRight(digits).longValueExact();
  }

  private static String lower(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
