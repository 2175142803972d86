package io.growthline.features;

import io.growthline.facts.CreditStanding;
import io.growthline.features.rules.PeerStanding;
import io.growthline.features.rules.Statement;

/**
 * One thing that features are made of, or that an employee was erased: exactly one part is
 * non-null. One envelope, so that everything about an employee arrives through one stream.
 *
 * @param erased id of an employee
 */
public record FeatureInput(
    Statement statement, CreditStanding standing, PeerStanding peer, String erased) {

  static FeatureInput of(Statement statement) {
    return new FeatureInput(statement, null, null, null);
  }

  static FeatureInput of(CreditStanding standing) {
    return new FeatureInput(null, standing, null, null);
  }

  static FeatureInput of(PeerStanding peer) {
    return new FeatureInput(null, null, peer, null);
  }

  static FeatureInput ofErased(String employeeId) {
    return new FeatureInput(null, null, null, employeeId);
  }

  String employeeId() {
    if (statement != null) {
      return statement.employeeId();
    }
    if (peer != null) {
      return peer.employeeId();
    }
    return standing != null ? standing.employeeId() : erased;
  }
}
