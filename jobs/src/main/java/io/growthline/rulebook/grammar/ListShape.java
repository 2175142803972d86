package io.growthline.rulebook.grammar;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.growthline.rulebook.problem.ProblemCode;
import io.growthline.rulebook.yaml.Node;

/**
 * A sequence of one kind of thing.
 *
 * @param least fewest items allowed
 */
record ListShape(String expected, Shape item, int least) implements Shape {

  static ListShape of(String expected, Shape item) {
    return new ListShape(expected, item, 0);
  }

  static ListShape atLeastOne(String expected, Shape item) {
    return new ListShape(expected, item, 1);
  }

  @Override
  public JsonNode read(Node node, Reading reading) {
    if (!(node instanceof Node.Sequence sequence)) {
      reading.unexpected(node, "a sequence of " + expected);
      return null;
    }
    if (sequence.items().size() < least) {
      reading.problem(
          node, ProblemCode.OUT_OF_RANGE, "expected at least one of a sequence of " + expected);
    }
    ArrayNode items = Json.array();
    for (Node element : sequence.items()) {
      JsonNode value = item.read(element, reading);
      if (value != null) {
        items.add(value);
      }
    }
    return items;
  }

  @Override
  public ObjectNode schema() {
    ObjectNode schema = Json.object().put("type", "array");
    schema.set("items", item.schema());
    return least == 0 ? schema : schema.put("minItems", least);
  }
}
