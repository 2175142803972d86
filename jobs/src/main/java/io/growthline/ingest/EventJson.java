package io.growthline.ingest;

import static io.growthline.ingest.JsonFields.required;

import io.growthline.schemas.events.CommandKind;
import io.growthline.schemas.events.CreditCommand;
import io.growthline.schemas.events.HrEvent;
import io.growthline.schemas.events.HrKind;
import io.growthline.schemas.events.LearningEvent;
import io.growthline.schemas.events.LearningVerb;
import io.growthline.schemas.events.PerformanceEvent;
import io.growthline.schemas.events.SurveyAbout;
import io.growthline.schemas.events.SurveyEvent;

/** The five events as they are written in JSON; which values they accept is in EventRules. */
final class EventJson {

  private EventJson() {}

  static LearningEvent learning(JsonFields json) throws UnusableInputException {
    LearningVerb verb = required("verb", json.symbol("verb", LearningVerb.class));
    String activityId = json.text("activityId");
    return new LearningEvent(
        json.text("eventId"),
        json.text("source"),
        json.text("employeeId"),
        required("occurredAt", json.instant("occurredAt")),
        verb,
        // The void of an event needs to name only that event.
        activityId == null && verb == LearningVerb.VOIDED ? "" : activityId,
        json.number("score"),
        json.number("progress"),
        json.number("rating"),
        json.integer("durationSeconds"),
        json.text("submissionId"),
        json.text("voidsEventId"),
        json.text("voidsSource"),
        json.map("attributes"));
  }

  static CreditCommand command(JsonFields json) throws UnusableInputException {
    return new CreditCommand(
        json.text("eventId"),
        json.text("source"),
        json.text("employeeId"),
        required("occurredAt", json.instant("occurredAt")),
        json.symbol("kind", CommandKind.class),
        json.text("rewardId"),
        json.text("targetEventId"),
        json.text("targetSource"),
        json.credits("credits"),
        json.category("category"),
        json.text("reason"),
        json.text("issuedBy"),
        json.map("attributes"));
  }

  static PerformanceEvent performance(JsonFields json) throws UnusableInputException {
    return new PerformanceEvent(
        json.text("eventId"),
        json.text("source"),
        json.text("employeeId"),
        required("occurredAt", json.instant("occurredAt")),
        json.text("metric"),
        required("value", json.number("value")),
        json.text("unit"),
        json.text("reason"),
        required("periodStart", json.date("periodStart")),
        required("periodEnd", json.date("periodEnd")),
        json.text("voidsEventId"),
        json.text("voidsSource"),
        json.map("attributes"));
  }

  static HrEvent hr(JsonFields json) throws UnusableInputException {
    return new HrEvent(
        json.text("eventId"),
        json.text("source"),
        json.text("employeeId"),
        required("occurredAt", json.instant("occurredAt")),
        json.symbol("kind", HrKind.class),
        required("effectiveAt", json.instant("effectiveAt")),
        json.text("jobId"),
        json.text("grade"),
        json.text("teamId"),
        json.text("managerId"),
        json.date("hiredOn"),
        json.texts("preferredFormats"),
        json.text("voidsEventId"),
        json.text("voidsSource"),
        json.map("attributes"));
  }

  static SurveyEvent survey(JsonFields json) throws UnusableInputException {
    return new SurveyEvent(
        json.text("eventId"),
        json.text("source"),
        json.text("employeeId"),
        required("occurredAt", json.instant("occurredAt")),
        json.symbol("about", SurveyAbout.class),
        json.text("subjectId"),
        json.text("question"),
        required("score", json.number("score")),
        json.text("comment"),
        json.map("attributes"));
  }
}
