package io.growthline.rulebook.grammar;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.growthline.rulebook.yaml.Node;
import java.util.function.Supplier;

/** A shape that others refer to by name, so that it may contain itself. */
record NamedShape(String name, Supplier<Shape> shape) implements Shape {

  @Override
  public JsonNode read(Node node, Reading reading) {
    return shape.get().read(node, reading);
  }

  @Override
  public ObjectNode schema() {
    return Json.object().put("$ref", "#/definitions/" + name);
  }
}
