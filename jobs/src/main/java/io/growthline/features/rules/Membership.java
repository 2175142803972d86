package io.growthline.features.rules;

import java.util.Map;

/**
 * That an employee belonged to a group at a month's end, with what is compared in it; or, where
 * that had been said before, that they did not.
 *
 * @param left that they did not
 * @param earned lifetime credits, hundredths; of a team 0: nothing is compared in it
 * @param metrics newest value by metric, turned so that more is better; of a team none
 */
public record Membership(
    PeerGroup group, String employeeId, boolean left, long earned, Map<String, Double> metrics) {

  /** That it was not so. */
  Membership revoked() {
    return new Membership(group, employeeId, true, 0, Map.of());
  }
}
