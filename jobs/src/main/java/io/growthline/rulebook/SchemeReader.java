package io.growthline.rulebook;

import static io.growthline.rulebook.JsonValues.optional;
import static io.growthline.rulebook.JsonValues.orElse;

import com.fasterxml.jackson.databind.JsonNode;
import io.growthline.rulebook.RecommendationTerms.Weights;

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
        optional(json, "expiry", JsonValues::span),
        orElse(
            json, "recommendations", SchemeReader::recommendations, RecommendationTerms.DEFAULT));
  }

  private static RecommendationTerms recommendations(JsonNode json) {
    RecommendationTerms otherwise = RecommendationTerms.DEFAULT;
    return new RecommendationTerms(
        orElse(json, "items", JsonValues::whole, otherwise.items()),
        orElse(json, "perTag", JsonValues::whole, otherwise.perTag()),
        orElse(json, "weights", SchemeReader::weights, otherwise.weights()));
  }

  private static Weights weights(JsonNode json) {
    Weights otherwise = Weights.DEFAULT;
    return new Weights(
        orElse(json, "taste", JsonNode::doubleValue, otherwise.taste()),
        orElse(json, "goals", JsonNode::doubleValue, otherwise.goals()),
        orElse(json, "skills", JsonNode::doubleValue, otherwise.skills()),
        orElse(json, "demand", JsonNode::doubleValue, otherwise.demand()));
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
