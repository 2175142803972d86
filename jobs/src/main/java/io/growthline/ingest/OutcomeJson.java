package io.growthline.ingest;

import static io.growthline.ingest.JsonFields.required;

import io.growthline.schemas.ledger.Decision;
import io.growthline.schemas.ledger.Outcome;

/**
 * A decision as {@code credits.decisions} holds it and {@code growthline tail} prints it: the
 * answer once given, which a replay has to honour.
 */
final class OutcomeJson {

  /** Largest amount of a decimal(12,2), in hundredths. */
  private static final long MOST_CREDITS = 999_999_999_999L;

  private OutcomeJson() {}

  static Decision decision(JsonFields json) throws UnusableInputException {
    Decision decision =
        new Decision(
            json.text("source"),
            json.text("eventId"),
            json.text("employeeId"),
            json.text("activityId"),
            required("outcome", json.symbol("outcome", Outcome.class)),
            json.text("detail"),
            required("recordedAt", json.instant("recordedAt")),
            json.credits("credits"));
    ValueRules.id("source", decision.source());
    ValueRules.id("eventId", decision.eventId());
    ValueRules.id("employeeId", decision.employeeId());
    ValueRules.optionalId("activityId", decision.activityId());
    ValueRules.text("detail", decision.detail());
    ValueRules.within("credits", decision.credits(), -MOST_CREDITS, MOST_CREDITS);
    return decision;
  }
}
