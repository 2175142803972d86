package io.growthline.rulebook;

import static io.growthline.rulebook.JsonValues.constant;
import static io.growthline.rulebook.JsonValues.optional;
import static io.growthline.rulebook.JsonValues.orElse;
import static io.growthline.rulebook.JsonValues.required;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * Reads the definitions of rewards, jobs, metrics and skills into their terms, defaults filled in.
 */
final class CatalogueReader {

  private CatalogueReader() {}

  static RewardTerms reward(String id, JsonNode json) {
    JsonNode limit = json.path("limit");
    return new RewardTerms(
        JsonValues.titles(json, id),
        optional(json, "cost", JsonValues::hundredths),
        optional(limit, "count", JsonValues::whole),
        optional(limit, "per", constant(Window.class)),
        orElse(json, "for", JsonValues::who, Who.EVERYONE),
        orElse(json, "offered", JsonValues::offer, Offer.ALWAYS),
        orElse(json, "candidate", JsonNode::booleanValue, false));
  }

  static JobTerms job(String id, JsonNode json) {
    return new JobTerms(
        JsonValues.titles(json, id),
        optional(json, "next", JsonValues::text),
        orElse(
            json, "skills", skills -> JsonValues.list(skills, CatalogueReader::skill), List.of()));
  }

  private static JobTerms.JobSkill skill(JsonNode value) {
    return new JobTerms.JobSkill(
        required(value, "skill", JsonValues::text),
        required(value, "level", JsonValues::whole),
        value.path("requiredFor").asText().equals("promotion"));
  }

  static SkillTerms demandedSkill(String id, JsonNode json) {
    return new SkillTerms(
        JsonValues.titles(json, id), optional(json, "demand", JsonNode::doubleValue));
  }

  static MetricTerms metric(String id, JsonNode json) {
    return new MetricTerms(
        JsonValues.titles(json, id),
        required(json, "kind", constant(MetricTerms.Kind.class)),
        required(json, "better", JsonValues::text).equals("higher"),
        optional(json, "unit", JsonValues::text));
  }
}
