package io.growthline.oracle;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.growthline.schemas.events.CreditCommand;
import io.growthline.schemas.events.Event;
import io.growthline.schemas.events.HrEvent;
import io.growthline.schemas.events.LearningEvent;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;

/** Events as the contract's JSON objects, one a line; fields that are null are left out. */
public final class JsonLines {

  private JsonLines() {}

  /** A line of {@code learning.jsonl}, without its end. */
  public static String line(LearningEvent event) {
    ObjectNode json = common(event);
    json.put("verb", event.verb().name());
    put(json, "activityId", event.activityId());
    put(json, "score", event.score());
    put(json, "progress", event.progress());
    put(json, "rating", event.rating());
    if (event.durationSeconds() != null) {
      json.put("durationSeconds", event.durationSeconds());
    }
    put(json, "submissionId", event.submissionId());
    put(json, "voidsEventId", event.voidsEventId());
    put(json, "voidsSource", event.voidsSource());
    return json.toString();
  }

  /** A line of {@code hr.jsonl}, without its end. */
  public static String line(HrEvent event) {
    ObjectNode json = common(event);
    json.put("kind", event.kind().name());
    json.put("effectiveAt", Instant.ofEpochMilli(event.effectiveAt()).toString());
    put(json, "jobId", event.jobId());
    put(json, "grade", event.grade());
    put(json, "teamId", event.teamId());
    put(json, "managerId", event.managerId());
    if (event.hiredOn() != null) {
      json.put("hiredOn", LocalDate.ofEpochDay(event.hiredOn()).toString());
    }
    if (event.preferredFormats() != null) {
      event.preferredFormats().forEach(json.withArray("/preferredFormats")::add);
    }
    put(json, "voidsEventId", event.voidsEventId());
    put(json, "voidsSource", event.voidsSource());
    return json.toString();
  }

  /** A line of {@code commands.jsonl}, without its end. */
  public static String line(CreditCommand command) {
    ObjectNode json = common(command);
    json.put("kind", command.kind().name());
    put(json, "rewardId", command.rewardId());
    put(json, "targetEventId", command.targetEventId());
    put(json, "targetSource", command.targetSource());
    if (command.credits() != null) {
      json.put("credits", BigDecimal.valueOf(command.credits(), 2));
    }
    if (command.category() != null) {
      json.put("category", command.category().name());
    }
    put(json, "reason", command.reason());
    put(json, "issuedBy", command.issuedBy());
    return json.toString();
  }

  private static ObjectNode common(Event event) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("eventId", event.eventId());
    json.put("source", event.source());
    json.put("employeeId", event.employeeId());
    json.put("occurredAt", Instant.ofEpochMilli(event.occurredAt()).toString());
    if (event.attributes() != null) {
      ObjectNode attributes = json.putObject("attributes");
      event.attributes().forEach(attributes::put);
    }
    return json;
  }

  private static void put(ObjectNode json, String name, String value) {
    if (value != null) {
      json.put(name, value);
    }
  }

  private static void put(ObjectNode json, String name, Double value) {
    if (value != null) {
      json.put(name, value);
    }
  }
}
