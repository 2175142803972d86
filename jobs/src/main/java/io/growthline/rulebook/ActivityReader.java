package io.growthline.rulebook;

import static io.growthline.rulebook.JsonValues.constant;
import static io.growthline.rulebook.JsonValues.optional;
import static io.growthline.rulebook.JsonValues.orElse;
import static io.growthline.rulebook.JsonValues.required;

import com.fasterxml.jackson.databind.JsonNode;
import io.growthline.schemas.ledger.Category;
import io.growthline.schemas.reference.Definition;
import java.math.BigDecimal;
import java.util.List;

/** Reads an activity's definition into its terms, defaults filled in. */
final class ActivityReader {

  private ActivityReader() {}

  static ActivityTerms read(Definition definition, JsonNode json) {
    ActivityKind kind = required(json, "kind", constant(ActivityKind.class));
    return new ActivityTerms(
        DefinitionVersion.of(definition, json),
        kind,
        optional(json, "category", constant(Category.class)),
        optional(json, "credits", JsonValues::hundredths),
        orElse(json, "offered", JsonValues::offer, Offer.ALWAYS),
        orElse(json, "tags", JsonValues::distinct, List.of()),
        orElse(json, "skills", ActivityReader::skills, List.of()),
        orElse(json, "jobs", JsonValues::distinct, List.of()),
        orElse(json, "repeat", ActivityReader::repeat, repeatOf(kind)),
        optional(json, "cap", ActivityReader::cap),
        optional(json, "passScore", JsonValues::decimal),
        JsonValues.titles(json, definition.id()),
        optional(json, "format", JsonValues::text),
        orElse(json, "prerequisites", JsonValues::distinct, List.of()),
        orElse(json, "cost", JsonValues::decimal, BigDecimal.ZERO),
        optional(json, "application", JsonValues::text),
        orElse(json, "candidate", JsonNode::booleanValue, false));
  }

  private static Repeat repeatOf(ActivityKind kind) {
    return kind == ActivityKind.COURSE ? Repeat.ONCE : Repeat.EACH;
  }

  private static Repeat repeat(JsonNode value) {
    return value.isObject()
        ? new Repeat(Repeat.Mode.EVERY, required(value, "every", JsonValues::span))
        : new Repeat(constant(Repeat.Mode.class).apply(value), null);
  }

  private static Cap cap(JsonNode value) {
    return new Cap(
        required(value, "credits", JsonValues::hundredths),
        required(value, "per", constant(Window.class)));
  }

  private static List<SkillLevel> skills(JsonNode value) {
    return JsonValues.list(
        value,
        skill ->
            new SkillLevel(
                required(skill, "skill", JsonValues::text),
                required(skill, "level", JsonValues::whole)));
  }
}
