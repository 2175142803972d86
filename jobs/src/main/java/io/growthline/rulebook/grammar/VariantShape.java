package io.growthline.rulebook.grammar;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.growthline.rulebook.problem.ProblemCode;
import io.growthline.rulebook.yaml.Node;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A mapping in one of several forms, told apart by one key that each form has for itself. */
final class VariantShape implements Shape {

  private final String what;
  private final Map<String, MapShape> formsByKey;
  private final Set<String> knownKeys = new LinkedHashSet<>();

  private VariantShape(String what, Map<String, MapShape> formsByKey) {
    this.what = what;
    this.formsByKey = formsByKey;
    formsByKey.values().forEach(form -> knownKeys.addAll(form.fields().keySet()));
  }

  /**
   * A mapping in one of these forms.
   *
   * @param forms each is told by its first key
   */
  static VariantShape of(String what, List<MapShape> forms) {
    Map<String, MapShape> formsByKey = new LinkedHashMap<>();
    for (MapShape form : forms) {
      formsByKey.put(form.fields().keySet().iterator().next(), form);
    }
    return new VariantShape(what, formsByKey);
  }

  /** Forms that have nothing but the key they are told by: exactly one of these keys. */
  static VariantShape oneOf(String what, Field... keys) {
    List<MapShape> forms = new ArrayList<>();
    for (Field key : keys) {
      forms.add(MapShape.of(what, key));
    }
    return of(what, forms);
  }

  @Override
  public JsonNode read(Node node, Reading reading) {
    if (!(node instanceof Node.Mapping mapping)) {
      reading.unexpected(node, what + " (a mapping)");
      return null;
    }
    for (Node.Entry entry : mapping.entries()) {
      MapShape form = formsByKey.get(entry.key().text());
      if (form != null) {
        return form.read(node, reading, knownKeys);
      }
    }
    for (Node.Entry entry : mapping.entries()) {
      if (!knownKeys.contains(entry.key().text())) {
        UnknownKey.tell(entry.key(), what, knownKeys, reading);
      }
    }
    String keys = String.join(", ", formsByKey.keySet());
    reading.problem(mapping, ProblemCode.MISSING_KEY, what + " needs one of the keys " + keys);
    return null;
  }

  @Override
  public ObjectNode schema() {
    ObjectNode schema = Json.object();
    ArrayNode options = schema.putArray("anyOf");
    formsByKey.values().forEach(form -> options.add(form.schema()));
    return schema;
  }
}
