package io.growthline.rulebook.grammar;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.growthline.rulebook.yaml.Node;

/** The form a value must have: reads what has it, tells what has not, and describes itself. */
public interface Shape {

  /**
   * Reads a value in its canonical form: mappings sorted by key, numbers exact and without trailing
   * zeros. Dated keys keep their sequence of {@code from} and {@code value}.
   *
   * @return null if nothing of it can be used; every reason is then a problem of the reading
   */
  JsonNode read(Node node, Reading reading);

  /** This shape as JSON Schema. */
  ObjectNode schema();
}
