package io.growthline.rulebook.grammar;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.growthline.rulebook.problem.ProblemCode;
import io.growthline.rulebook.problem.Quote;
import io.growthline.rulebook.yaml.Node;

/**
 * A value that may change by date: the value itself, or a sequence of mappings with {@code from}
 * and {@code value}. Nothing else in the grammar has that form.
 */
record DatedShape(Shape value) implements Shape {

  static final String FROM = "from";
  static final String VALUE = "value";

  /** Whether a node has the dated form, exactly. */
  static boolean isDated(Node node) {
    return node instanceof Node.Sequence sequence
        && !sequence.items().isEmpty()
        && sequence.items().stream()
            .allMatch(
                item ->
                    item instanceof Node.Mapping mapping
                        && mapping.entries().size() == 2
                        && mapping.has(FROM)
                        && mapping.has(VALUE));
  }

  /** Whether a value that was read has the dated form. */
  static boolean isDated(JsonNode json) {
    return json.isArray() && !json.isEmpty() && json.get(0).has(FROM) && json.get(0).has(VALUE);
  }

  @Override
  public JsonNode read(Node node, Reading reading) {
    if (!isMeantDated(node)) {
      return value.read(node, reading);
    }
    MapShape version =
        MapShape.of("a dated value", Field.required(FROM, Words.DATE_TEXT, "first day"))
            .with(Field.required(VALUE, value, "in force from then"));
    ArrayNode versions = Json.array();
    String latest = "";
    for (Node item : ((Node.Sequence) node).items()) {
      JsonNode read = version.read(item, reading);
      if (read != null && read.has(FROM)) {
        String from = read.get(FROM).textValue();
        if (from.compareTo(latest) <= 0) {
          tellOverlap(((Node.Mapping) item).get(FROM), from, latest, reading);
        }
        latest = from;
        if (read.has(VALUE)) {
          versions.add(read);
        }
      }
    }
    return versions.isEmpty() ? null : versions;
  }

  /** A sequence with {@code from} or {@code value} somewhere was meant to be dated. */
  private static boolean isMeantDated(Node node) {
    return node instanceof Node.Sequence sequence
        && sequence.items().stream()
            .anyMatch(
                item ->
                    item instanceof Node.Mapping mapping
                        && (mapping.has(FROM) || mapping.has(VALUE)));
  }

  private static void tellOverlap(Node at, String from, String latest, Reading reading) {
    reading.problem(
        at,
        ProblemCode.OVERLAPPING_DATES,
        "overlapping dates: " + Quote.of(from) + " does not come after " + Quote.of(latest));
  }

  @Override
  public ObjectNode schema() {
    ObjectNode version = Json.object().put("type", "object");
    ObjectNode properties = version.putObject("properties");
    properties.set(FROM, Words.DATE_TEXT.schema());
    properties.set(VALUE, value.schema());
    version.putArray("required").add(FROM).add(VALUE);
    version.put("additionalProperties", false);
    version.putObject("patternProperties").putObject("^x-");

    ObjectNode versions = Json.object().put("type", "array").put("minItems", 1);
    versions.set("items", version);
    ObjectNode schema = Json.object();
    schema.putArray("anyOf").add(value.schema()).add(versions);
    return schema;
  }
}
