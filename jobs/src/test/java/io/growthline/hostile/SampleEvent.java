package io.growthline.hostile;

import io.growthline.ingest.InputKind;
import io.growthline.schemas.events.CommandKind;
import io.growthline.schemas.events.CreditCommand;
import io.growthline.schemas.events.HrEvent;
import io.growthline.schemas.events.HrKind;
import io.growthline.schemas.events.LearningEvent;
import io.growthline.schemas.events.LearningVerb;
import io.growthline.schemas.events.PerformanceEvent;
import io.growthline.schemas.events.SurveyAbout;
import io.growthline.schemas.events.SurveyEvent;
import io.growthline.schemas.ledger.Category;
import io.growthline.schemas.wire.SingleObjectEncoding;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A usable event with every field filled, to be spoilt in one place.
 *
 * @param fields names and JSON texts of the values
 */
record SampleEvent(InputKind kind, Map<String, String> fields) {

  /** Kinds with a topic of their own. */
  static final List<InputKind> KINDS =
      List.of(
          InputKind.LEARNING,
          InputKind.COMMANDS,
          InputKind.PERFORMANCE,
          InputKind.HR,
          InputKind.SURVEYS);

  private static final String SOURCE = "hostile";
  private static final long OCCURRED_AT = 1_772_442_000_000L;

  static SampleEvent of(InputKind kind, int number) {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("eventId", "\"x" + number + "\"");
    fields.put("source", "\"" + SOURCE + "\"");
    fields.put("employeeId", "\"" + employeeId(number) + "\"");
    fields.put("occurredAt", "\"2026-03-02T09:00:00Z\"");
    fields.putAll(new TreeMap<>(own(kind, number)));
    fields.put("attributes", "{\"site\": \"Köln\"}");
    return new SampleEvent(kind, fields);
  }

  private static Map<String, String> own(InputKind kind, int number) {
    return switch (kind) {
      case OUTCOMES -> throw new IllegalArgumentException("an outcome is no event");
      case LEARNING, XAPI ->
          Map.of(
              "verb", "\"APPROVED\"",
              "activityId", "\"workshop-case\"",
              "score", "0.9",
              "progress", "1",
              "rating", "4.5",
              "durationSeconds", "60",
              "submissionId", "\"s" + number + "\"");
      case COMMANDS ->
          Map.of(
              "kind", "\"ADJUST\"",
              "credits", "2.5",
              "category", "\"practice\"",
              "reason", "\"correction\"");
      case PERFORMANCE ->
          Map.of(
              "metric", "\"sales\"",
              "value", "12.5",
              "unit", "\"pieces\"",
              "periodStart", "\"2026-02-01\"",
              "periodEnd", "\"2026-03-01\"");
      case HR ->
          Map.of(
              "kind", "\"HIRED\"",
              "effectiveAt", "\"2026-03-02T09:00:00Z\"",
              "jobId", "\"operator\"",
              "hiredOn", "\"2026-03-02\"",
              "preferredFormats", "[\"video\"]");
      case SURVEYS ->
          Map.of(
              "about", "\"scheme\"",
              "score", "0.75",
              "question", "\"Is it fair?\"",
              "comment", "\"公平\"");
    };
  }

  /** Fields that an event of that kind cannot do without. */
  static List<String> required(InputKind kind) {
    List<String> own =
        switch (kind) {
          case OUTCOMES -> throw new IllegalArgumentException("an outcome is no event");
          case LEARNING, XAPI -> List.of("verb", "activityId");
          case COMMANDS -> List.of("kind", "credits", "category");
          case PERFORMANCE -> List.of("metric", "value", "periodStart", "periodEnd");
          case HR -> List.of("kind", "effectiveAt");
          case SURVEYS -> List.of("about", "score");
        };
    return Stream.concat(Stream.of("eventId", "source", "employeeId", "occurredAt"), own.stream())
        .toList();
  }

  static String employeeId(int number) {
    return "hostile-" + number;
  }

  SampleEvent with(String field, String json) {
    Map<String, String> changed = new LinkedHashMap<>(fields);
    changed.put(field, json);
    return new SampleEvent(kind, changed);
  }

  SampleEvent without(String field) {
    Map<String, String> changed = new LinkedHashMap<>(fields);
    changed.remove(field);
    return new SampleEvent(kind, changed);
  }

  RawInput json() {
    return RawInput.json(
        kind,
        fields.entrySet().stream()
            .map(field -> "\"" + field.getKey() + "\": " + field.getValue())
            .collect(Collectors.joining(", ", "{", "}")));
  }

  /** An event of that kind as an Avro message; usable if the time is. */
  static byte[] avro(InputKind kind, int number, long occurredAt) {
    String id = "x" + number;
    String employee = employeeId(number);
    Map<String, String> attributes = Map.of("site", "Köln");
    return switch (kind) {
      case OUTCOMES -> throw new IllegalArgumentException("an outcome is no event");
      case LEARNING, XAPI ->
          SingleObjectEncoding.of(LearningEvent.class)
              .encode(
                  new LearningEvent(
                      id,
                      SOURCE,
                      employee,
                      occurredAt,
                      LearningVerb.COMPLETED,
                      "induction",
                      .9,
                      1.0,
                      4.5,
                      60L,
                      null,
                      null,
                      null,
                      attributes));
      case COMMANDS ->
          SingleObjectEncoding.of(CreditCommand.class)
              .encode(
                  new CreditCommand(
                      id,
                      SOURCE,
                      employee,
                      occurredAt,
                      CommandKind.ADJUST,
                      null,
                      null,
                      null,
                      250L,
                      Category.PRACTICE,
                      "correction",
                      "hr",
                      attributes));
      case PERFORMANCE ->
          SingleObjectEncoding.of(PerformanceEvent.class)
              .encode(
                  new PerformanceEvent(
                      id,
                      SOURCE,
                      employee,
                      occurredAt,
                      "sales",
                      12.5,
                      "pieces",
                      null,
                      20_000,
                      20_028,
                      null,
                      null,
                      attributes));
      case HR ->
          SingleObjectEncoding.of(HrEvent.class)
              .encode(
                  new HrEvent(
                      id,
                      SOURCE,
                      employee,
                      occurredAt,
                      HrKind.HIRED,
                      OCCURRED_AT,
                      "operator",
                      "g1",
                      "north",
                      null,
                      20_000,
                      List.of("video"),
                      null,
                      null,
                      attributes));
      case SURVEYS ->
          SingleObjectEncoding.of(SurveyEvent.class)
              .encode(
                  new SurveyEvent(
                      id,
                      SOURCE,
                      employee,
                      occurredAt,
                      SurveyAbout.scheme,
                      null,
                      "Is it fair?",
                      .75,
                      "公平",
                      attributes));
    };
  }

  static byte[] avro(InputKind kind, int number) {
    return avro(kind, number, OCCURRED_AT);
  }
}
