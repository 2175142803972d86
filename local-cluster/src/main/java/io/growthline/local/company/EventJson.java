package io.growthline.local.company;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.growthline.schemas.events.CreditCommand;
import io.growthline.schemas.events.Event;
import io.growthline.schemas.events.HrEvent;
import io.growthline.schemas.events.LearningEvent;
import io.growthline.schemas.events.PerformanceEvent;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;

/** Events as the JSON objects that other systems send; null fields are left out. */
public final class EventJson {

  private EventJson() {}

  /** One line of JSON, without line break. */
  public static String of(Event event) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("eventId", event.eventId());
    json.put("source", event.source());
    json.put("employeeId", event.employeeId());
    json.put("occurredAt", time(event.occurredAt()));
    if (event instanceof LearningEvent learning) {
      learning(json, learning);
    } else if (event instanceof HrEvent hr) {
      hr(json, hr);
    } else if (event instanceof CreditCommand command) {
      command(json, command);
    } else if (event instanceof PerformanceEvent performance) {
      performance(json, performance);
    } else {
      throw new IllegalArgumentException("the sample company sends no " + event.getClass());
    }
    if (event.attributes() != null) {
      event.attributes().forEach(json.putObject("attributes")::put);
    }
    json.properties().removeIf(field -> field.getValue().isNull());
    return json.toString();
  }

  private static void learning(ObjectNode json, LearningEvent event) {
    json.put("verb", event.verb().name());
    json.put("activityId", event.activityId());
    json.put("score", event.score());
    json.put("progress", event.progress());
    json.put("rating", event.rating());
    json.put("durationSeconds", event.durationSeconds());
    json.put("submissionId", event.submissionId());
    json.put("voidsEventId", event.voidsEventId());
    json.put("voidsSource", event.voidsSource());
  }

  private static void hr(ObjectNode json, HrEvent event) {
    json.put("kind", event.kind().name());
    json.put("effectiveAt", time(event.effectiveAt()));
    json.put("jobId", event.jobId());
    json.put("grade", event.grade());
    json.put("teamId", event.teamId());
    json.put("managerId", event.managerId());
    if (event.hiredOn() != null) {
      json.put("hiredOn", LocalDate.ofEpochDay(event.hiredOn()).toString());
    }
    if (event.preferredFormats() != null) {
      event.preferredFormats().forEach(json.putArray("preferredFormats")::add);
    }
    json.put("voidsEventId", event.voidsEventId());
    json.put("voidsSource", event.voidsSource());
  }

  private static void command(ObjectNode json, CreditCommand command) {
    json.put("kind", command.kind().name());
    json.put("rewardId", command.rewardId());
    json.put("targetEventId", command.targetEventId());
    json.put("targetSource", command.targetSource());
    if (command.credits() != null) {
      json.put("credits", BigDecimal.valueOf(command.credits(), 2).toPlainString());
    }
    if (command.category() != null) {
      json.put("category", command.category().name().toLowerCase(java.util.Locale.ROOT));
    }
    json.put("reason", command.reason());
    json.put("issuedBy", command.issuedBy());
  }

  private static void performance(ObjectNode json, PerformanceEvent event) {
    json.put("metric", event.metric());
    json.put("value", event.value());
    json.put("unit", event.unit());
    json.put("reason", event.reason());
    json.put("periodStart", LocalDate.ofEpochDay(event.periodStart()).toString());
    json.put("periodEnd", LocalDate.ofEpochDay(event.periodEnd()).toString());
    json.put("voidsEventId", event.voidsEventId());
    json.put("voidsSource", event.voidsSource());
  }

  private static String time(long epochMillis) {
    return Instant.ofEpochMilli(epochMillis).toString();
  }
}
