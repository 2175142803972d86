package io.growthline.rulebook.grammar;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.growthline.rulebook.problem.ProblemCode;
import io.growthline.rulebook.yaml.Node;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A text by language; a bare text is English. Any language is a key, so there is no list. */
record TextsShape() implements Shape {

  private static final String LANGUAGE = "[a-z]{2,8}";

  @Override
  public JsonNode read(Node node, Reading reading) {
    if (!(node instanceof Node.Mapping mapping)) {
      JsonNode text = FormShape.scalarOrMapping("a text", Words.TEXT, null).read(node, reading);
      return text == null ? null : Json.object().set("en", text);
    }
    if (mapping.entries().isEmpty()) {
      reading.problem(node, ProblemCode.NO_VALUE, "a text needs at least one language");
    }
    Map<String, JsonNode> texts = new TreeMap<>();
    for (Node.Entry entry : mapping.entries()) {
      String language = entry.key().text();
      if (!language.matches(LANGUAGE)) {
        UnknownKey.tell(entry.key(), "a text by language", List.of("en", "zh"), reading);
      } else {
        JsonNode text = Words.TEXT.read(entry.value(), reading);
        if (text != null) {
          texts.put(language, text);
        }
      }
    }
    return texts.isEmpty() ? null : Json.object().setAll(texts);
  }

  @Override
  public ObjectNode schema() {
    ObjectNode byLanguage = Json.object().put("type", "object").put("minProperties", 1);
    ObjectNode languages = byLanguage.putObject("patternProperties");
    languages.set("^" + LANGUAGE + "$", Words.TEXT.schema());
    languages.putObject("^x-");
    byLanguage.put("additionalProperties", false);
    ObjectNode schema = Json.object();
    schema.putArray("anyOf").add(Words.TEXT.schema()).add(byLanguage);
    return schema;
  }
}
