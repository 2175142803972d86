package io.growthline.ingest;

import io.growthline.schemas.avro.ContentHash;
import io.growthline.schemas.events.Event;
import io.growthline.schemas.events.PerformanceEvent;
import io.growthline.schemas.events.SurveyEvent;

/** What was measured of an employee, or what they answered: exactly one part is non-null. */
public record Observation(PerformanceEvent performance, SurveyEvent survey) {

  public static Observation of(PerformanceEvent performance) {
    return new Observation(performance, null);
  }

  public static Observation of(SurveyEvent survey) {
    return new Observation(null, survey);
  }

  Event event() {
    return performance != null ? performance : survey;
  }

  String employeeId() {
    return event().employeeId();
  }

  ObservationId id() {
    InputKind kind = performance != null ? InputKind.PERFORMANCE : InputKind.SURVEYS;
    return new ObservationId(kind, event().source(), event().eventId());
  }

  String contentHash() {
    return ContentHash.of((Record) event());
  }
}
