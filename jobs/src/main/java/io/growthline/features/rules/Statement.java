package io.growthline.features.rules;

import io.growthline.schemas.events.Event;
import io.growthline.schemas.events.HrEvent;
import io.growthline.schemas.events.LearningEvent;
import io.growthline.schemas.events.LearningVerb;
import io.growthline.schemas.events.PerformanceEvent;
import java.util.Comparator;

/**
 * An event about an employee that counts: exactly one part is non-null. It is known from the
 * instant on at which it was stated, also where it speaks of an earlier one.
 */
public record Statement(LearningEvent learning, HrEvent people, PerformanceEvent performance) {

  /** By when they were stated; those of one instant by kind, source and id. */
  public static final Comparator<Statement> ORDER =
      Comparator.comparingLong(Statement::statedAt)
          .thenComparing(statement -> statement.id().kind())
          .thenComparing(statement -> statement.event().source())
          .thenComparing(statement -> statement.event().eventId());

  /** A customer's own fields, which no feature is made of, are not kept. */
  public static Statement of(LearningEvent e) {
    return new Statement(
        new LearningEvent(
            e.eventId(),
            e.source(),
            e.employeeId(),
            e.occurredAt(),
            e.verb(),
            e.activityId(),
            e.score(),
            e.progress(),
            e.rating(),
            e.durationSeconds(),
            e.submissionId(),
            e.voidsEventId(),
            e.voidsSource(),
            null),
        null,
        null);
  }

  public static Statement of(HrEvent e) {
    return new Statement(
        null,
        new HrEvent(
            e.eventId(),
            e.source(),
            e.employeeId(),
            e.occurredAt(),
            e.kind(),
            e.effectiveAt(),
            e.jobId(),
            e.grade(),
            e.teamId(),
            e.managerId(),
            e.hiredOn(),
            e.preferredFormats(),
            e.voidsEventId(),
            e.voidsSource(),
            null),
        null);
  }

  public static Statement of(PerformanceEvent e) {
    return new Statement(
        null,
        null,
        new PerformanceEvent(
            e.eventId(),
            e.source(),
            e.employeeId(),
            e.occurredAt(),
            e.metric(),
            e.value(),
            e.unit(),
            e.reason(),
            e.periodStart(),
            e.periodEnd(),
            e.voidsEventId(),
            e.voidsSource(),
            null));
  }

  Event event() {
    if (learning != null) {
      return learning;
    }
    return people != null ? people : performance;
  }

  public String employeeId() {
    return event().employeeId();
  }

  /** Epoch milliseconds. */
  public long statedAt() {
    return event().occurredAt();
  }

  /** From when what it says is true and known: epoch milliseconds. */
  long holdsFrom() {
    return people == null ? statedAt() : Math.max(statedAt(), people.effectiveAt());
  }

  public StatementId id() {
    return new StatementId(kind(), event().source(), event().eventId());
  }

  /** The statement that this one declares void, or null. */
  StatementId voids() {
    if (learning != null) {
      return learning.verb() == LearningVerb.VOIDED
          ? target(learning.voidsSource(), learning.voidsEventId())
          : null;
    }
    return people != null
        ? target(people.voidsSource(), people.voidsEventId())
        : target(performance.voidsSource(), performance.voidsEventId());
  }

  private StatementId target(String source, String eventId) {
    return eventId == null
        ? null
        : new StatementId(kind(), source == null ? event().source() : source, eventId);
  }

  private StatementKind kind() {
    if (learning != null) {
      return StatementKind.LEARNING;
    }
    return people != null ? StatementKind.PEOPLE : StatementKind.PERFORMANCE;
  }
}
