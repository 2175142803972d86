package io.growthline.rulebook.grammar;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.growthline.rulebook.problem.ProblemCode;
import io.growthline.rulebook.problem.Quote;
import io.growthline.rulebook.yaml.Node;
import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The grammar's number types, all read exactly from their text. */
final class Numbers {

  private static final Pattern DECIMAL = Pattern.compile("[-+]?(?:\\d+(?:\\.(\\d*))?|\\.(\\d+))");
  private static final Pattern WHOLE = Pattern.compile("[-+]?\\d+");

  /** Keeps dates and sums far from overflow, and is more than anyone needs. */
  private static final int MOST = 1_000_000;

  private static final BigDecimal MOST_CREDITS = new BigDecimal("9999999999.99");
  private static final BigDecimal MOST_MONEY = new BigDecimal("9999999999999999.99");
  private static final BigDecimal MOST_NUMBER = new BigDecimal("1000000000000000");
  private static final BigDecimal SMALLEST_CREDITS = new BigDecimal("0.01");

  /** Credits above 0. */
  static final Shape CREDITS =
      decimal("credits (a number above 0)", 2, SMALLEST_CREDITS, MOST_CREDITS);

  static final Shape CREDITS_OR_NONE =
      decimal("credits (a number from 0)", 2, BigDecimal.ZERO, MOST_CREDITS);

  static final Shape RATIO = decimal("a ratio from 0 to 1", 6, BigDecimal.ZERO, BigDecimal.ONE);
  static final Shape MONEY = decimal("an amount of money from 0", 2, BigDecimal.ZERO, MOST_MONEY);
  static final Shape LEVEL = whole("a level from 1 to 5", 1, 5);

  /** A whole number from 1. */
  static final Shape COUNT = whole("a whole number from 1", 1, MOST);

  static final Shape NUMBER = decimal("a number", 12, MOST_NUMBER.negate(), MOST_NUMBER);
  static final Shape WEIGHT = decimal("a number from 0", 6, BigDecimal.ZERO, MOST_NUMBER);
  static final Shape FACTOR = decimal("a number from 1", 6, BigDecimal.ONE, MOST_NUMBER);

  private Numbers() {}

  private static Shape decimal(
      String expected, int fractionDigits, BigDecimal least, BigDecimal most) {
    ObjectNode schema = Json.object().put("type", "number");
    schema.put("minimum", least).put("maximum", most);
    return new ScalarShape(
        expected,
        (scalar, reading) -> readDecimal(scalar, reading, expected, fractionDigits, least, most),
        schema);
  }

  private static JsonNode readDecimal(
      Node.Scalar scalar,
      Reading reading,
      String expected,
      int fractionDigits,
      BigDecimal least,
      BigDecimal most) {
    Matcher form = DECIMAL.matcher(scalar.text());
    if (scalar.type() != Node.ScalarType.NUMBER || !form.matches()) {
      reading.unexpected(scalar, expected + " as a plain decimal");
      return null;
    }
    String fraction = form.group(1) == null ? form.group(2) : form.group(1);
    if (fraction != null && fraction.length() > fractionDigits) {
      String message = " has more than " + fractionDigits + " digits after the point";
      reading.problem(scalar, ProblemCode.TOO_PRECISE, Quote.of(scalar.text()) + message);
      return null;
    }
    BigDecimal value = new BigDecimal(scalar.text());
    if (value.compareTo(least) < 0 || value.compareTo(most) > 0) {
      outOfRange(scalar, reading, expected, least.toPlainString(), most.toPlainString());
      return null;
    }
    return Json.number(value);
  }

  private static Shape whole(String expected, int least, int most) {
    ObjectNode schema = Json.object().put("type", "integer");
    schema.put("minimum", least).put("maximum", most);
    return new ScalarShape(
        expected,
        (scalar, reading) -> {
          boolean number = scalar.type() == Node.ScalarType.NUMBER;
          if (!number || !WHOLE.matcher(scalar.text()).matches()) {
            reading.unexpected(scalar, expected);
            return null;
          }
          BigDecimal value = new BigDecimal(scalar.text());
          if (value.compareTo(BigDecimal.valueOf(least)) < 0
              || value.compareTo(BigDecimal.valueOf(most)) > 0) {
            outOfRange(scalar, reading, expected, String.valueOf(least), String.valueOf(most));
            return null;
          }
          return IntNode.valueOf(value.intValueExact());
        },
        schema);
  }

  private static void outOfRange(
      Node.Scalar scalar, Reading reading, String expected, String least, String most) {
    reading.problem(
        scalar,
        ProblemCode.OUT_OF_RANGE,
        Quote.of(scalar.text())
            + " is out of range: expected "
            + expected
            + ", at least "
            + least
            + " and at most "
            + most);
  }
}
