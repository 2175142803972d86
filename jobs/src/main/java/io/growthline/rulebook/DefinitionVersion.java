package io.growthline.rulebook;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.growthline.rulebook.grammar.Field;
import io.growthline.rulebook.grammar.Json;
import io.growthline.rulebook.grammar.RuleBookGrammar;
import io.growthline.schemas.hashing.Sha256;
import io.growthline.schemas.reference.Definition;
import io.growthline.schemas.reference.Section;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The version of an activity's definition, {@code id@from#hash8}: the name under which a posting
 * keeps the rule it was made with.
 *
 * <p>{@code hash8} is the first 8 hexadecimal digits of SHA-256 over the canonical form: a JSON
 * object without white space, in UTF-8, of the keys that decide what is earned (kind, category,
 * credits, offered, tags, jobs, repeat, cap, passScore) as then in force, sorted by key. Numbers
 * are plain decimals without trailing zeros; tags and jobs are sets: sorted, without repetitions. A
 * key that has its default value is left out, so writing a default explicitly makes no new version.
 */
final class DefinitionVersion {

  private static final int HASH_BYTES = 4;

  private DefinitionVersion() {}

  /**
   * The version of an activity's definition.
   *
   * @param json the definition's JSON, parsed
   */
  static String of(Definition definition, JsonNode json) {
    byte[] canonical = canonical(json).getBytes(StandardCharsets.UTF_8);
    byte[] hash = Sha256.digest().digest(canonical);
    return definition.key() + "#" + HexFormat.of().formatHex(hash, 0, HASH_BYTES);
  }

  private static String canonical(JsonNode json) {
    Map<String, JsonNode> deciding = new TreeMap<>();
    for (Field field : RuleBookGrammar.shapeOf(Section.ACTIVITIES).fields().values()) {
      JsonNode value = json.get(field.key());
      if (field.decidesCredits() && value != null) {
        JsonNode set = isSet(field) ? sorted(value) : value;
        if (!set.equals(field.orElse()) && !isDefaultRepeat(field, value, json)) {
          deciding.put(field.key(), set);
        }
      }
    }
    ObjectNode form = JsonNodeFactory.instance.objectNode();
    form.setAll(deciding);
    return Json.write(form);
  }

  private static boolean isSet(Field field) {
    return field.key().equals("tags") || field.key().equals("jobs");
  }

  /** The default of {@code repeat} depends on the kind, so the grammar's table cannot hold it. */
  private static boolean isDefaultRepeat(Field field, JsonNode value, JsonNode json) {
    String standard = json.path("kind").asText().equals("course") ? "once" : "each";
    return field.key().equals("repeat") && value.asText().equals(standard);
  }

  private static JsonNode sorted(JsonNode list) {
    TreeSet<String> distinct = new TreeSet<>();
    list.forEach(item -> distinct.add(item.asText()));
    ArrayNode sorted = JsonNodeFactory.instance.arrayNode();
    distinct.forEach(sorted::add);
    return sorted;
  }
}
