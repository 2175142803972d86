package io.growthline.ingest;

import io.growthline.schemas.deadletters.DeadLetterReason;
import io.growthline.schemas.events.CommandKind;
import io.growthline.schemas.events.CreditCommand;
import io.growthline.schemas.events.Event;
import io.growthline.schemas.events.HrEvent;
import io.growthline.schemas.events.HrKind;
import io.growthline.schemas.events.LearningEvent;
import io.growthline.schemas.events.LearningVerb;
import io.growthline.schemas.events.PerformanceEvent;
import io.growthline.schemas.events.SurveyAbout;
import io.growthline.schemas.events.SurveyEvent;
import io.growthline.schemas.ledger.Category;

/** What the contract asks of an event's values, however the event was written. */
final class EventRules {

  /** Largest amount of a decimal(12,2), in hundredths. */
  private static final long MOST_CREDITS = 999_999_999_999L;

  /** A century, in seconds. */
  private static final long LONGEST_DURATION = 36_525L * 86_400;

  private static final int MOST_FORMATS = 64;

  private EventRules() {}

  /**
   * The event as a usable record.
   *
   * @throws UnusableInputException if it does not keep the contract
   */
  static InputRecord accept(Event event) throws UnusableInputException {
    if (event instanceof LearningEvent learning) {
      check(learning);
      return InputRecord.of(learning);
    }
    if (event instanceof CreditCommand command) {
      check(command);
      return InputRecord.of(command);
    }
    if (event instanceof PerformanceEvent performance) {
      check(performance);
      return InputRecord.of(performance);
    }
    if (event instanceof HrEvent hr) {
      check(hr);
      return InputRecord.of(hr);
    }
    SurveyEvent survey = (SurveyEvent) event;
    check(survey);
    return InputRecord.of(survey);
  }

  private static void check(LearningEvent event) throws UnusableInputException {
    identity(event);
    ValueRules.known("verb", event.verb(), LearningVerb.UNKNOWN);
    if (event.verb() == LearningVerb.VOIDED) {
      ValueRules.id("voidsEventId", event.voidsEventId());
      ValueRules.optionalId("activityId", emptyToNull(event.activityId()));
    } else {
      ValueRules.id("activityId", event.activityId());
      ValueRules.optionalId("voidsEventId", event.voidsEventId());
    }
    ValueRules.optionalId("voidsSource", event.voidsSource());
    ValueRules.optionalId("submissionId", event.submissionId());
    ValueRules.within("score", event.score(), 0, 1);
    ValueRules.within("progress", event.progress(), 0, 1);
    ValueRules.within("rating", event.rating(), 1, 5);
    ValueRules.within("durationSeconds", event.durationSeconds(), 0, LONGEST_DURATION);
  }

  private static void check(CreditCommand event) throws UnusableInputException {
    identity(event);
    ValueRules.known("kind", event.kind(), CommandKind.UNKNOWN);
    switch (event.kind()) {
      case REDEEM -> ValueRules.id("rewardId", event.rewardId());
      case CANCEL -> ValueRules.id("targetEventId", event.targetEventId());
      case ADJUST -> {
        ValueRules.present("credits", event.credits());
        ValueRules.known("category", event.category(), Category.UNKNOWN);
      }
      case UNKNOWN -> throw new IllegalStateException("refused above");
    }
    ValueRules.optionalId("rewardId", event.rewardId());
    ValueRules.optionalId("targetEventId", event.targetEventId());
    ValueRules.optionalId("targetSource", event.targetSource());
    ValueRules.within("credits", event.credits(), -MOST_CREDITS, MOST_CREDITS);
    ValueRules.text("reason", event.reason());
    ValueRules.optionalId("issuedBy", event.issuedBy());
  }

  private static void check(PerformanceEvent event) throws UnusableInputException {
    identity(event);
    ValueRules.id("metric", event.metric());
    ValueRules.within("value", event.value(), -Double.MAX_VALUE, Double.MAX_VALUE);
    ValueRules.optionalId("unit", event.unit());
    ValueRules.optionalId("reason", event.reason());
    ValueRules.date("periodStart", event.periodStart());
    ValueRules.date("periodEnd", event.periodEnd());
    if (event.periodEnd() <= event.periodStart()) {
      throw new UnusableInputException(
          DeadLetterReason.OUT_OF_RANGE, "periodEnd is not after periodStart");
    }
    ValueRules.optionalId("voidsEventId", event.voidsEventId());
    ValueRules.optionalId("voidsSource", event.voidsSource());
  }

  private static void check(HrEvent event) throws UnusableInputException {
    identity(event);
    ValueRules.known("kind", event.kind(), HrKind.UNKNOWN);
    ValueRules.instant("effectiveAt", event.effectiveAt());
    ValueRules.optionalId("jobId", event.jobId());
    ValueRules.optionalId("grade", event.grade());
    ValueRules.optionalId("teamId", event.teamId());
    ValueRules.optionalId("managerId", event.managerId());
    if (event.hiredOn() != null) {
      ValueRules.date("hiredOn", event.hiredOn());
    }
    if (event.preferredFormats() != null) {
      ValueRules.atMost("preferredFormats", event.preferredFormats().size(), MOST_FORMATS);
      for (String format : event.preferredFormats()) {
        ValueRules.id("preferredFormats", format);
      }
    }
    ValueRules.optionalId("voidsEventId", event.voidsEventId());
    ValueRules.optionalId("voidsSource", event.voidsSource());
  }

  private static void check(SurveyEvent event) throws UnusableInputException {
    identity(event);
    ValueRules.known("about", event.about(), SurveyAbout.UNKNOWN);
    ValueRules.optionalId("subjectId", event.subjectId());
    ValueRules.text("question", event.question());
    ValueRules.within("score", event.score(), 0, 1);
    ValueRules.text("comment", event.comment());
  }

  private static void identity(Event event) throws UnusableInputException {
    ValueRules.id("eventId", event.eventId());
    ValueRules.id("source", event.source());
    ValueRules.id("employeeId", event.employeeId());
    ValueRules.instant("occurredAt", event.occurredAt());
    ValueRules.attributes(event.attributes());
  }

  private static String emptyToNull(String text) {
    return text != null && text.isEmpty() ? null : text;
  }
}
