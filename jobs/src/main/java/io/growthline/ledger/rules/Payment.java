package io.growthline.ledger.rules;

import java.util.List;

/**
 * Where credits that went came from. Amounts are hundredths of a credit.
 *
 * @param draws what each lot gave
 * @param owed what no lot could give and is now debt
 * @param forgiven what no lot could give and is not asked for
 */
public record Payment(List<Draw> draws, long owed, long forgiven) {

  /**
   * What one lot gave.
   *
   * @param lot the posting that opened it
   */
  public record Draw(BookingId lot, long credits) {}

  /** What was really given up, now or as debt. */
  long paid() {
    long paid = owed;
    for (Draw draw : draws) {
      paid += draw.credits();
    }
    return paid;
  }
}
