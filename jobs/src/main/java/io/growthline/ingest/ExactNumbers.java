package io.growthline.ingest;

import io.growthline.schemas.deadletters.DeadLetterReason;
import java.math.BigDecimal;

/** Turns decimals into longs without ever rounding them or writing a huge exponent out. */
final class ExactNumbers {

  /** 10^18 is the largest power of ten a long holds. */
  private static final int MOST_DIGITS = 18;

  private static final int LONGEST_NUMBER = 100;

  private ExactNumbers() {}

  static BigDecimal parse(String field, String text) throws UnusableInputException {
    if (text.length() > LONGEST_NUMBER) {
      throw new UnusableInputException(DeadLetterReason.TOO_LONG, field + " is too long a number");
    }
    try {
      return new BigDecimal(text);
    } catch (NumberFormatException e) {
      throw new UnusableInputException(DeadLetterReason.WRONG_TYPE, field + " is not a number");
    }
  }

  static long integer(String field, BigDecimal value) throws UnusableInputException {
    inReach(field, value);
    if (value.signum() != 0 && value.stripTrailingZeros().scale() > 0) {
      throw new UnusableInputException(DeadLetterReason.TOO_PRECISE, field + " is not an integer");
    }
    return value.signum() == 0 ? 0 : value.longValueExact();
  }

  /**
   * The number in units of its last digit.
   *
   * @param fractionDigits most digits after the decimal point; a further one is an error, even zero
   */
  static long unscaled(String field, BigDecimal value, int fractionDigits)
      throws UnusableInputException {
    if (value.scale() > fractionDigits) {
      throw new UnusableInputException(
          DeadLetterReason.TOO_PRECISE,
          field + " has more than " + fractionDigits + " fraction digits");
    }
    inReach(field, value);
    return value.signum() == 0 ? 0 : value.movePointRight(fractionDigits).longValueExact();
  }

  private static void inReach(String field, BigDecimal value) throws UnusableInputException {
    // Not by comparing digits: 1e999999999 has a billion of them.
    if (value.signum() != 0 && (long) value.precision() - value.scale() > MOST_DIGITS - 2) {
      throw new UnusableInputException(DeadLetterReason.OUT_OF_RANGE, field + " is too large");
    }
  }
}
