package io.growthline.rulebook;

import static io.growthline.rulebook.JsonValues.constant;
import static io.growthline.rulebook.JsonValues.optional;
import static io.growthline.rulebook.JsonValues.orElse;
import static io.growthline.rulebook.JsonValues.required;

import com.fasterxml.jackson.databind.JsonNode;
import io.growthline.schemas.ledger.GoalKind;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Reads a goal's definition into its terms, defaults filled in. */
final class GoalReader {

  private GoalReader() {}

  static GoalTerms read(String id, JsonNode json) {
    GoalKind kind = required(json, "kind", constant(GoalKind.class));
    String onFallBelow =
        orElse(
            json, "onFallBelow", JsonValues::text, kind == GoalKind.PROMOTION ? "revoke" : "keep");
    return new GoalTerms(
        kind,
        JsonValues.titles(json, id),
        orElse(json, "for", JsonValues::who, Who.EVERYONE),
        optional(json, "requires", GoalReader::requirements),
        onFallBelow.equals("revoke"),
        json.path("firing").isObject(),
        optional(json, "reward", JsonValues::text));
  }

  private static List<Requirement> requirements(JsonNode value) {
    return JsonValues.list(value, GoalReader::requirement);
  }

  private static Requirement requirement(JsonNode value) {
    if (value.has("credits")) {
      return credits(value);
    }
    if (value.has("share")) {
      return new Requirement.ShareAtLeast(
          selector(value.get("share")), required(value, "atLeast", JsonValues::decimal));
    }
    if (value.has("completed")) {
      List<String> activities = JsonValues.distinct(value.get("completed"));
      return new Requirement.Completed(
          activities, orElse(value, "atLeast", JsonValues::whole, activities.size()));
    }
    if (value.has("requiredActivities")) {
      return new Requirement.RequiredActivitiesCompleted();
    }
    if (value.has("skill")) {
      return new Requirement.SkillAtLeast(
          value.get("skill").asText(), required(value, "atLeast", JsonValues::whole));
    }
    return new Requirement.AnyOf(required(value, "anyOf", GoalReader::requirements));
  }

  private static Requirement credits(JsonNode value) {
    JsonNode amount = value.get("credits");
    Requirement.Measure measure =
        amount.isObject()
            ? Requirement.Measure.SELECTED
            : constant(Requirement.Measure.class).apply(amount);
    return new Requirement.CreditsAtLeast(
        measure,
        amount.isObject() ? selector(amount) : null,
        required(value, "atLeast", JsonValues::hundredths),
        orElse(value, "within", GoalReader::within, Within.LIFETIME));
  }

  private static Within within(JsonNode value) {
    return value.isObject()
        ? new Within(null, JsonValues.span(value))
        : new Within(constant(Window.class).apply(value), null);
  }

  private static Selector selector(JsonNode value) {
    if (value.size() != 1) {
      throw new IllegalArgumentException("a selector has exactly one key: " + value);
    }
    Map.Entry<String, JsonNode> only = value.properties().iterator().next();
    JsonNode wanted = only.getValue();
    return new Selector(
        Selector.By.valueOf(only.getKey().toUpperCase(Locale.ROOT)),
        wanted.isArray() ? JsonValues.distinct(wanted) : List.of(wanted.asText()));
  }
}
