package io.growthline.rulebook;

import static io.growthline.rulebook.JsonValues.optional;
import static io.growthline.rulebook.JsonValues.orElse;

import com.fasterxml.jackson.databind.JsonNode;

/** Reads the scheme's definitions: what may change by date, and what holds for all time. */
final class SchemeReader {

  private static final Span DEFAULT_HISTORY = new Span(0, 36, 0);

  private SchemeReader() {}

  static SchemeTerms terms(JsonNode json) {
    JsonNode shares = json.path("shares");
    return new SchemeTerms(
        optional(json, "target", JsonValues::hundredths),
        optional(shares, "required", JsonValues::decimal),
        optional(shares, "elective", JsonValues::decimal),
        optional(shares, "practice", JsonValues::decimal),
        optional(json, "expiry", JsonValues::span));
  }

  static Period period(JsonNode json) {
    JsonNode period = json.path("period");
    return new Period(
        period.path("kind").asText().equals("anniversary"),
        optional(
            period, "carryOver", most -> most.isNumber() ? JsonValues.hundredths(most) : null));
  }

  static boolean forgivesNegativeBalance(JsonNode json) {
    return json.path("negativeBalance").asText().equals("forgive");
  }

  static Span history(JsonNode json) {
    return orElse(json, "history", JsonValues::span, DEFAULT_HISTORY);
  }
}
