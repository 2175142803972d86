package io.growthline.recommend;

import io.growthline.schemas.events.LearningEvent;
import io.growthline.schemas.features.FeatureVector;
import io.growthline.schemas.ledger.EmployeeProgress;

/**
 * One thing that recommendations are made of, or that an employee was erased: exactly one part is
 * non-null. One envelope, so that everything about an employee arrives through one stream.
 *
 * @param erased id of an employee
 */
public record RecommendInput(
    FeatureVector vector, EmployeeProgress progress, LearningEvent learning, String erased) {

  static RecommendInput of(FeatureVector vector) {
    return new RecommendInput(vector, null, null, null);
  }

  static RecommendInput of(EmployeeProgress progress) {
    return new RecommendInput(null, progress, null, null);
  }

  static RecommendInput of(LearningEvent learning) {
    return new RecommendInput(null, null, learning, null);
  }

  static RecommendInput ofErased(String employeeId) {
    return new RecommendInput(null, null, null, employeeId);
  }

  String employeeId() {
    if (vector != null) {
      return vector.employeeId();
    }
    if (progress != null) {
      return progress.employeeId();
    }
    return learning != null ? learning.employeeId() : erased;
  }
}
