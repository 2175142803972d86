package io.growthline.ledger.rules;

import java.math.BigDecimal;
import java.math.BigInteger;

/**
 * How far a requirement is met, in millionths of its unit.
 *
 * @param unit {@code credits}, {@code ratio}, {@code activities} or {@code level}
 * @param met decided exactly, not from the rounded figures
 */
record Figures(String unit, long current, long target, boolean met) {

  static final String CREDITS = "credits";

  private static final long MILLIONTHS_PER_HUNDREDTH = 10_000;
  static final long MILLIONTHS = 1_000_000;

  static Figures ofCredits(long currentHundredths, long targetHundredths) {
    return new Figures(
        CREDITS,
        currentHundredths * MILLIONTHS_PER_HUNDREDTH,
        targetHundredths * MILLIONTHS_PER_HUNDREDTH,
        currentHundredths >= targetHundredths);
  }

  static Figures ofCount(String unit, long current, long target) {
    return new Figures(unit, current * MILLIONTHS, target * MILLIONTHS, current >= target);
  }

  long gap() {
    return met ? 0 : Math.max(0, target - current);
  }

  /** Whether a smaller part of its target is still open than of the other's; exact. */
  boolean isNearerThan(Figures other) {
    BigInteger mine = BigInteger.valueOf(gap()).multiply(BigInteger.valueOf(other.target));
    BigInteger theirs = BigInteger.valueOf(other.gap()).multiply(BigInteger.valueOf(target));
    return mine.compareTo(theirs) < 0;
  }

  /** For example {@code 85 of 100 credits}. */
  @Override
  public String toString() {
    return plain(current) + " of " + plain(target) + " " + unit;
  }

  private static String plain(long millionths) {
    return BigDecimal.valueOf(millionths, 6).stripTrailingZeros().toPlainString();
  }
}
