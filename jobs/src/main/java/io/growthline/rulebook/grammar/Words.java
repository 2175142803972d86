package io.growthline.rulebook.grammar;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.growthline.rulebook.problem.ProblemCode;
import io.growthline.rulebook.problem.Quote;
import io.growthline.rulebook.yaml.Node;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** The grammar's types made of characters: ids, words, texts, dates and zones. */
final class Words {

  private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");
  private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
  private static final LocalDate FIRST_DATE = LocalDate.of(1970, 1, 1);
  private static final LocalDate LAST_DATE = LocalDate.of(2199, 12, 31);

  /** An id of its own, or a free name: nothing has to answer to it. */
  static final Shape ID_TEXT = new ScalarShape("an id", Words::readId, idSchema());

  static final Shape TEXT = new ScalarShape("a text", Words::readText, textSchema());
  static final Shape DATE_TEXT = new ScalarShape("a date", Words::readDate, dateSchema());
  static final Shape ZONE = new ScalarShape("a time zone", Words::readZone, stringSchema());
  static final Shape FLAG =
      new ScalarShape("true or false", Words::readFlag, Json.object().put("type", "boolean"));

  private Words() {}

  /** The id of something that must exist. */
  static Shape reference(Reading.Target target) {
    return new ScalarShape(
        "the id of " + (target == Reading.Target.ACTIVITY ? "an " : "a ") + lower(target),
        (scalar, reading) -> {
          JsonNode id = readId(scalar, reading);
          if (id != null) {
            reading.refer(target, scalar);
          }
          return id;
        },
        idSchema());
  }

  /** One of these words. */
  static Shape choice(String... words) {
    List<String> known = List.of(words);
    ArrayNode values = Json.array();
    known.forEach(values::add);
    ObjectNode schema = Json.object();
    schema.set("enum", values);
    String expected = known.size() == 1 ? Quote.of(words[0]) : "one of " + String.join(", ", known);
    return new ScalarShape(
        expected,
        (scalar, reading) -> {
          if (known.contains(scalar.text())) {
            return TextNode.valueOf(scalar.text());
          }
          reading.unexpected(scalar, expected);
          return null;
        },
        schema);
  }

  /** One word, or else what another shape says. */
  static Shape wordOr(String word, String expectedElse, Shape other) {
    ArrayNode options = Json.array();
    options.addObject().put("const", word);
    options.add(other.schema());
    ObjectNode schema = Json.object();
    schema.set("anyOf", options);
    return new ScalarShape(
        word + " or " + expectedElse,
        (scalar, reading) ->
            scalar.text().equals(word) ? TextNode.valueOf(word) : other.read(scalar, reading),
        schema);
  }

  private static JsonNode readId(Node.Scalar scalar, Reading reading) {
    if (ID.matcher(scalar.text()).matches()) {
      return TextNode.valueOf(scalar.text());
    }
    reading.problem(
        scalar,
        ProblemCode.BAD_ID,
        Quote.of(scalar.text())
            + " is not an id: up to 64 of A-Z a-z 0-9 . _ - beginning with a letter or digit");
    return null;
  }

  private static JsonNode readText(Node.Scalar scalar, Reading reading) {
    if (scalar.text().isBlank()) {
      reading.problem(scalar, ProblemCode.NO_VALUE, "a value is missing: expected a text");
      return null;
    }
    return TextNode.valueOf(scalar.text());
  }

  private static JsonNode readDate(Node.Scalar scalar, Reading reading) {
    String text = scalar.text();
    try {
      if (DATE.matcher(text).matches()) {
        LocalDate date = LocalDate.parse(text);
        if (!date.isBefore(FIRST_DATE) && !date.isAfter(LAST_DATE)) {
          return TextNode.valueOf(text);
        }
      }
    } catch (DateTimeParseException e) {
      // No such day: told below like any other text that is no date.
    }
    reading.problem(
        scalar,
        ProblemCode.BAD_DATE,
        Quote.of(text) + " is not a date yyyy-MM-dd from " + FIRST_DATE + " to " + LAST_DATE);
    return null;
  }

  private static JsonNode readZone(Node.Scalar scalar, Reading reading) {
    if (ZoneId.getAvailableZoneIds().contains(scalar.text())) {
      return TextNode.valueOf(scalar.text());
    }
    reading.problem(
        scalar,
        ProblemCode.UNKNOWN_ZONE,
        Quote.of(scalar.text()) + " is not an IANA time zone such as Europe/London");
    return null;
  }

  private static JsonNode readFlag(Node.Scalar scalar, Reading reading) {
    if (scalar.type() == Node.ScalarType.BOOLEAN) {
      return BooleanNode.valueOf(scalar.text().equalsIgnoreCase("true"));
    }
    reading.unexpected(scalar, "true or false");
    return null;
  }

  private static ObjectNode idSchema() {
    ObjectNode schema = Json.object();
    schema.putArray("type").add("string").add("number");
    return schema.put("pattern", "^" + ID.pattern() + "$");
  }

  private static ObjectNode textSchema() {
    ObjectNode schema = Json.object();
    schema.putArray("type").add("string").add("number").add("boolean");
    return schema.put("minLength", 1);
  }

  private static ObjectNode dateSchema() {
    return stringSchema().put("format", "date").put("pattern", "^" + DATE.pattern() + "$");
  }

  private static ObjectNode stringSchema() {
    return Json.object().put("type", "string");
  }

  private static String lower(Reading.Target target) {
    return target.name().toLowerCase(Locale.ROOT);
  }
}
