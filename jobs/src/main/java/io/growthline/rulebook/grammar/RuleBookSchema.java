package io.growthline.rulebook.grammar;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.growthline.schemas.reference.Section;
import java.util.ArrayList;
import java.util.List;

/** The grammar as JSON Schema (draft 7), so that editors complete and check rule books. */
public final class RuleBookSchema {

  private RuleBookSchema() {}

  /** The whole schema, indented, ending in a line break. */
  public static String text() {
    ObjectNode schema = Json.object();
    schema.put("$schema", "http://json-schema.org/draft-07/schema#");
    schema.put("title", "Growthline rule book");
    schema.put("type", "object");
    ObjectNode properties = schema.putObject("properties");
    RuleBookGrammar.sections()
        .forEach((key, section) -> properties.set(key, sectionSchema(section)));
    ArrayNode required = schema.putArray("required");
    RuleBookGrammar.REQUIRED.forEach(required::add);
    schema.put("additionalProperties", false);
    schema.putObject("patternProperties").putObject("^x-");
    ObjectNode definitions = schema.putObject("definitions");
    named().forEach(shape -> definitions.set(shape.name(), shape.shape().get().schema()));
    return Json.writeIndented(schema) + "\n";
  }

  private static ObjectNode sectionSchema(Section section) {
    ObjectNode definition = RuleBookGrammar.shapeOf(section).schema();
    if (section == Section.SCHEMES) {
      return definition;
    }
    ObjectNode list = Json.object().put("type", "array");
    list.set("items", definition);
    return list;
  }

  private static List<NamedShape> named() {
    List<NamedShape> named = new ArrayList<>(Parts.named());
    named.add(GoalGrammar.REQUIREMENT);
    named.add(ConditionGrammar.CONDITION);
    return named;
  }
}
