package io.growthline.rulebook.grammar;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.growthline.rulebook.yaml.Node;

/**
 * A single value.
 *
 * @param expected what it should be, in words
 * @param reader turns any scalar but null into its canonical form, or null after telling why not
 */
record ScalarShape(String expected, Reader reader, ObjectNode schema) implements Shape {

  /** Reads a scalar that is not null. */
  interface Reader {
    JsonNode read(Node.Scalar scalar, Reading reading);
  }

  @Override
  public JsonNode read(Node node, Reading reading) {
    if (node instanceof Node.Scalar scalar && scalar.type() != Node.ScalarType.NULL) {
      return reader.read(scalar, reading);
    }
    reading.unexpected(node, expected);
    return null;
  }
}
