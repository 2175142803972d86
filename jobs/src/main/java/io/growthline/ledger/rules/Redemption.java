package io.growthline.ledger.rules;

/**
 * A reward that was paid for.
 *
 * @param day local day of the request
 * @param cost hundredths of a credit
 * @param cancelled whether it was taken back since
 */
public record Redemption(String rewardId, int day, long cost, Payment payment, boolean cancelled) {

  Redemption takenBack() {
    return new Redemption(rewardId, day, cost, payment, true);
  }
}
