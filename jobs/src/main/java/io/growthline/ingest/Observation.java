package io.growthline.ingest;

import io.growthline.schemas.avro.ContentHash;
import io.growthline.schemas.events.Event;
import io.growthline.schemas.events.PerformanceEvent;
import io.growthline.schemas.events.SurveyEvent;

/**
 * What was measured of an employee, what they answered, or that they were erased: exactly one part
 * is non-null.
 *
 * @param erased id of an employee, of which nothing but {@link #employeeId} can be asked
 */
public record Observation(PerformanceEvent performance, SurveyEvent survey, String erased) {

  public static Observation of(PerformanceEvent performance) {
    return new Observation(performance, null, null);
  }

  public static Observation of(SurveyEvent survey) {
    return new Observation(null, survey, null);
  }

  static Observation ofErased(String employeeId) {
    return new Observation(null, null, employeeId);
  }

  Event event() {
    return performance != null ? performance : survey;
  }

  String employeeId() {
    return erased != null ? erased : event().employeeId();
  }

  ObservationId id() {
    InputKind kind = performance != null ? InputKind.PERFORMANCE : InputKind.SURVEYS;
    return new ObservationId(kind, event().source(), event().eventId());
  }

  String contentHash() {
    return ContentHash.of((Record) event());
  }
}
