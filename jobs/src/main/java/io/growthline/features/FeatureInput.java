package io.growthline.features;

import io.growthline.facts.CreditStanding;
import io.growthline.features.rules.Statement;

/**
 * One thing that features are made of, or that an employee was erased: exactly one part is
 * non-null. One envelope, so that everything about an employee arrives through one stream.
 *
 * @param erased id of an employee
 */
public record FeatureInput(Statement statement, CreditStanding standing, String erased) {

  static FeatureInput of(Statement statement) {
    return new FeatureInput(statement, null, null);
  }

  static FeatureInput of(CreditStanding standing) {
    return new FeatureInput(null, standing, null);
  }

  static FeatureInput ofErased(String employeeId) {
    return new FeatureInput(null, null, employeeId);
  }

  String employeeId() {
    if (statement != null) {
      return statement.employeeId();
    }
    return standing != null ? standing.employeeId() : erased;
  }
}
