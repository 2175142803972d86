package io.growthline.rulebook.grammar;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.growthline.rulebook.yaml.Node;

/**
 * A value that may be a scalar, a mapping or a sequence, each with a shape of its own; null forms
 * are not allowed.
 */
record FormShape(String expected, Shape scalar, Shape mapping, Shape sequence) implements Shape {

  static FormShape scalarOrMapping(String expected, Shape scalar, Shape mapping) {
    return new FormShape(expected, scalar, mapping, null);
  }

  static FormShape scalarOrSequence(String expected, Shape scalar, Shape sequence) {
    return new FormShape(expected, scalar, null, sequence);
  }

  @Override
  public JsonNode read(Node node, Reading reading) {
    Shape form = null;
    if (node instanceof Node.Scalar value && value.type() != Node.ScalarType.NULL) {
      form = scalar;
    } else if (node instanceof Node.Mapping) {
      form = mapping;
    } else if (node instanceof Node.Sequence) {
      form = sequence;
    }
    if (form == null) {
      reading.unexpected(node, expected);
      return null;
    }
    return form.read(node, reading);
  }

  @Override
  public ObjectNode schema() {
    ObjectNode schema = Json.object();
    ArrayNode options = schema.putArray("anyOf");
    for (Shape form : new Shape[] {scalar, mapping, sequence}) {
      if (form != null) {
        options.add(form.schema());
      }
    }
    return schema;
  }
}
