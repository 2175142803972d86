package io.growthline.rulebook.grammar;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.growthline.rulebook.problem.ProblemCode;
import io.growthline.rulebook.problem.Quote;
import io.growthline.rulebook.yaml.Node;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** A mapping with known keys, and rules that its values must keep together. */
public final class MapShape implements Shape {

  /** What the values of one mapping must keep together; absent or unusable ones are not there. */
  interface Rule {
    void check(Node.Mapping node, ObjectNode json, Reading reading);
  }

  private final String what;
  private final Map<String, Field> fields;
  private final List<Rule> rules;

  private MapShape(String what, Map<String, Field> fields, List<Rule> rules) {
    this.what = what;
    this.fields = fields;
    this.rules = rules;
  }

  /**
   * A mapping with these keys.
   *
   * @param what it stands for, in words
   */
  static MapShape of(String what, Field... fields) {
    return new MapShape(what, Map.of(), List.of()).with(fields);
  }

  /** The same with further keys. */
  MapShape with(Field... more) {
    Map<String, Field> all = new LinkedHashMap<>(fields);
    for (Field field : more) {
      all.put(field.key(), field);
    }
    return new MapShape(what, all, rules);
  }

  /** The same with a further rule. */
  MapShape with(Rule rule) {
    List<Rule> all = new ArrayList<>(rules);
    all.add(rule);
    return new MapShape(what, fields, all);
  }

  public Map<String, Field> fields() {
    return fields;
  }

  @Override
  public JsonNode read(Node node, Reading reading) {
    return read(node, reading, Set.of());
  }

  /**
   * Reads a mapping of which other forms exist.
   *
   * @param foreign keys of the other forms: known, but not allowed here
   */
  JsonNode read(Node node, Reading reading, Set<String> foreign) {
    if (!(node instanceof Node.Mapping mapping)) {
      reading.unexpected(node, what + " (a mapping)");
      return null;
    }
    Map<String, JsonNode> values = new TreeMap<>();
    for (Node.Entry entry : mapping.entries()) {
      Field field = fields.get(entry.key().text());
      if (field == null) {
        tellUnknown(entry.key(), foreign, reading);
      } else {
        JsonNode value = read(field, entry.value(), reading);
        if (value != null) {
          values.put(field.key(), value);
        }
      }
    }
    for (Field field : fields.values()) {
      if (field.required() && !mapping.has(field.key())) {
        String message = what + " needs the key " + Quote.of(field.key());
        reading.problem(mapping, ProblemCode.MISSING_KEY, message);
      }
    }
    ObjectNode json = Json.object();
    json.setAll(values);
    rules.forEach(rule -> rule.check(mapping, json, reading));
    return json;
  }

  private static JsonNode read(Field field, Node value, Reading reading) {
    if (!field.dated() && DatedShape.isDated(value)) {
      String message = Quote.of(field.key()) + " cannot be dated: give one value";
      reading.problem(value, ProblemCode.NOT_ALLOWED_HERE, message);
      return null;
    }
    return field.shape().read(value, reading);
  }

  private void tellUnknown(Node.Scalar key, Set<String> foreign, Reading reading) {
    if (foreign.contains(key.text())) {
      String message = Quote.of(key.text()) + " is not allowed here: this is " + what;
      reading.problem(key, ProblemCode.NOT_ALLOWED_HERE, message);
    } else {
      UnknownKey.tell(key, what, fields.keySet(), reading);
    }
  }

  @Override
  public ObjectNode schema() {
    ObjectNode schema = Json.object().put("type", "object");
    ObjectNode properties = schema.putObject("properties");
    ArrayNode required = Json.array();
    for (Field field : fields.values()) {
      ObjectNode property = field.shape().schema().deepCopy();
      property.put("description", field.meaning());
      if (field.orElse() != null) {
        property.set("default", field.orElse());
      }
      properties.set(field.key(), property);
      if (field.required()) {
        required.add(field.key());
      }
    }
    if (!required.isEmpty()) {
      schema.set("required", required);
    }
    schema.put("additionalProperties", false);
    schema.putObject("patternProperties").putObject("^x-");
    return schema;
  }
}
