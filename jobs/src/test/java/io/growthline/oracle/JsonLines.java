package io.growthline.oracle;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.growthline.schemas.events.CommandKind;
import io.growthline.schemas.events.CreditCommand;
import io.growthline.schemas.events.Event;
import io.growthline.schemas.events.HrEvent;
import io.growthline.schemas.events.HrKind;
import io.growthline.schemas.events.LearningEvent;
import io.growthline.schemas.events.LearningVerb;
import io.growthline.schemas.ledger.Category;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Events as the contract's JSON objects, one a line; fields that are null are left out. */
public final class JsonLines {

  private static final ObjectMapper JSON =
      new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

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

  /** Reads a line of {@code learning.jsonl} that {@link #line(LearningEvent)} could write. */
  static LearningEvent learningEvent(String line) {
    JsonNode json = read(line);
    JsonNode duration = json.get("durationSeconds");
    return new LearningEvent(
        text(json, "eventId"),
        text(json, "source"),
        text(json, "employeeId"),
        Instant.parse(text(json, "occurredAt")).toEpochMilli(),
        LearningVerb.valueOf(text(json, "verb")),
        text(json, "activityId"),
        number(json, "score"),
        number(json, "progress"),
        number(json, "rating"),
        duration == null ? null : duration.longValue(),
        text(json, "submissionId"),
        text(json, "voidsEventId"),
        text(json, "voidsSource"),
        attributes(json));
  }

  /** Reads a line of {@code hr.jsonl} that {@link #line(HrEvent)} could write. */
  static HrEvent hrEvent(String line) {
    JsonNode json = read(line);
    String hiredOn = text(json, "hiredOn");
    List<String> formats = null;
    if (json.has("preferredFormats")) {
      formats = new ArrayList<>();
      for (JsonNode format : json.get("preferredFormats")) {
        formats.add(format.textValue());
      }
    }
    return new HrEvent(
        text(json, "eventId"),
        text(json, "source"),
        text(json, "employeeId"),
        Instant.parse(text(json, "occurredAt")).toEpochMilli(),
        HrKind.valueOf(text(json, "kind")),
        Instant.parse(text(json, "effectiveAt")).toEpochMilli(),
        text(json, "jobId"),
        text(json, "grade"),
        text(json, "teamId"),
        text(json, "managerId"),
        hiredOn == null ? null : (int) LocalDate.parse(hiredOn).toEpochDay(),
        formats,
        text(json, "voidsEventId"),
        text(json, "voidsSource"),
        attributes(json));
  }

  /** Reads a line of {@code commands.jsonl} that {@link #line(CreditCommand)} could write. */
  static CreditCommand creditCommand(String line) {
    JsonNode json = read(line);
    JsonNode credits = json.get("credits");
    String category = text(json, "category");
    return new CreditCommand(
        text(json, "eventId"),
        text(json, "source"),
        text(json, "employeeId"),
        Instant.parse(text(json, "occurredAt")).toEpochMilli(),
        CommandKind.valueOf(text(json, "kind")),
        text(json, "rewardId"),
        text(json, "targetEventId"),
        text(json, "targetSource"),
        credits == null ? null : credits.decimalValue().movePointRight(2).longValueExact(),
        category == null ? null : Category.valueOf(category),
        text(json, "reason"),
        text(json, "issuedBy"),
        attributes(json));
  }

  private static JsonNode read(String line) {
    try {
      return JSON.readTree(line);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private static String text(JsonNode json, String name) {
    return json.has(name) ? json.get(name).textValue() : null;
  }

  private static Double number(JsonNode json, String name) {
    return json.has(name) ? json.get(name).doubleValue() : null;
  }

  private static Map<String, String> attributes(JsonNode json) {
    if (!json.has("attributes")) {
      return null;
    }
    Map<String, String> attributes = new TreeMap<>();
    json.get("attributes")
        .properties()
        .forEach(field -> attributes.put(field.getKey(), field.getValue().textValue()));
    return attributes;
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
