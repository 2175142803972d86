package io.growthline.rulebook.grammar;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.growthline.rulebook.yaml.Node;
import io.growthline.schemas.reference.Section;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;

/**
 * One definition of a file.
 *
 * @param id null if it has none that can be used
 * @param json its canonical form; dated keys keep their sequence of {@code from} and value
 */
public record Entry(Section section, String id, Node.Mapping node, ObjectNode json) {

  /** The dates on which a dated key of it changes, as {@code yyyy-MM-dd}. */
  public NavigableSet<String> dates() {
    NavigableSet<String> dates = new TreeSet<>();
    json.forEach(
        value -> {
          if (DatedShape.isDated(value)) {
            value.forEach(version -> dates.add(version.get(DatedShape.FROM).textValue()));
          }
        });
    return dates;
  }

  /** Every value a key ever has, oldest first; none if it is absent. */
  public List<JsonNode> valuesOf(String key) {
    JsonNode value = json.get(key);
    if (value == null) {
      return List.of();
    }
    if (!DatedShape.isDated(value)) {
      return List.of(value);
    }
    List<JsonNode> values = new ArrayList<>();
    value.forEach(version -> values.add(version.get(DatedShape.VALUE)));
    return values;
  }

  /**
   * Where the values of a key stand, one each of {@link #valuesOf} if all of them could be read.
   */
  public List<Node> nodesOf(String key) {
    Node value = node.get(key);
    if (value == null) {
      return List.of();
    }
    if (!DatedShape.isDated(value)) {
      return List.of(value);
    }
    List<Node> values = new ArrayList<>();
    for (Node version : ((Node.Sequence) value).items()) {
      values.add(((Node.Mapping) version).get(DatedShape.VALUE));
    }
    return values;
  }

  /** The definition in force from that date on; null: before all dates. */
  public ObjectNode at(String date) {
    ObjectNode inForce = Json.object();
    json.properties()
        .forEach(
            field -> {
              JsonNode value = valueAt(field.getValue(), date);
              if (value != null) {
                inForce.set(field.getKey(), value);
              }
            });
    return inForce;
  }

  private static JsonNode valueAt(JsonNode value, String date) {
    if (!DatedShape.isDated(value)) {
      return value;
    }
    JsonNode newest = null;
    for (JsonNode version : value) {
      if (date != null && version.get(DatedShape.FROM).textValue().compareTo(date) <= 0) {
        newest = version.get(DatedShape.VALUE);
      }
    }
    return newest;
  }
}
