package io.growthline.ingest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.growthline.schemas.deadletters.DeadLetterReason;
import io.growthline.schemas.ledger.Category;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The fields of one JSON object by the type the contract gives them. A field that is null counts as
 * absent, one that nobody asks for is ignored. Ranges are {@link EventRules}' business.
 */
final class JsonFields {

  private static final int CREDIT_DIGITS = 2;

  private final ObjectNode object;

  JsonFields(ObjectNode object) {
    this.object = object;
  }

  String text(String field) throws UnusableInputException {
    JsonNode value = value(field);
    if (value == null) {
      return null;
    }
    if (!value.isTextual()) {
      throw wrongType(field, "a string");
    }
    return value.textValue();
  }

  Double number(String field) throws UnusableInputException {
    JsonNode value = value(field);
    if (value == null) {
      return null;
    }
    if (!value.isNumber()) {
      throw wrongType(field, "a number");
    }
    return value.decimalValue().doubleValue();
  }

  Long integer(String field) throws UnusableInputException {
    JsonNode value = value(field);
    if (value == null) {
      return null;
    }
    if (!value.isNumber()) {
      throw wrongType(field, "an integer");
    }
    return ExactNumbers.integer(field, value.decimalValue());
  }

  Boolean flag(String field) throws UnusableInputException {
    JsonNode value = value(field);
    if (value == null) {
      return null;
    }
    if (!value.isBoolean()) {
      throw wrongType(field, "true or false");
    }
    return value.booleanValue();
  }

  /** Hundredths of a credit, from a number or a string. */
  Long credits(String field) throws UnusableInputException {
    JsonNode value = value(field);
    if (value == null) {
      return null;
    }
    if (!value.isNumber() && !value.isTextual()) {
      throw wrongType(field, "a number, or a number in a string");
    }
    BigDecimal credits =
        value.isNumber() ? value.decimalValue() : ExactNumbers.parse(field, value.textValue());
    return ExactNumbers.unscaled(field, credits, CREDIT_DIGITS);
  }

  /** Epoch milliseconds, UTC. */
  Long instant(String field) throws UnusableInputException {
    String text = text(field);
    return text == null ? null : IsoTimes.instant(field, text);
  }

  /** Days since 1970-01-01. */
  Integer date(String field) throws UnusableInputException {
    String text = text(field);
    if (text == null) {
      return null;
    }
    LocalDate date = IsoTimes.date(field, text);
    return (int) date.toEpochDay();
  }

  /** The constant of that name; {@code UNKNOWN} is none, since nobody may send it. */
  <E extends Enum<E>> E symbol(String field, Class<E> type) throws UnusableInputException {
    return constant(field, text(field), type);
  }

  /** As the rule book writes it, {@code practice}; the Avro symbol {@code PRACTICE} passes too. */
  Category category(String field) throws UnusableInputException {
    String text = text(field);
    boolean lower = text != null && text.equals(text.toLowerCase(Locale.ROOT));
    return constant(field, lower ? text.toUpperCase(Locale.ROOT) : text, Category.class);
  }

  private static <E extends Enum<E>> E constant(String field, String text, Class<E> type)
      throws UnusableInputException {
    if (text == null) {
      return null;
    }
    for (E constant : type.getEnumConstants()) {
      if (constant.name().equals(text) && !text.equals("UNKNOWN")) {
        return constant;
      }
    }
    throw new UnusableInputException(
        DeadLetterReason.UNKNOWN_SYMBOL, field + " is no " + type.getSimpleName());
  }

  List<String> texts(String field) throws UnusableInputException {
    JsonNode value = value(field);
    if (value == null) {
      return null;
    }
    if (!value.isArray()) {
      throw wrongType(field, "an array of strings");
    }
    List<String> texts = new ArrayList<>(value.size());
    for (JsonNode element : value) {
      if (!element.isTextual()) {
        throw wrongType(field, "an array of strings");
      }
      texts.add(element.textValue());
    }
    return texts;
  }

  /**
   * A map of strings. Numbers and booleans are taken as their JSON text, since customers write
   * {@code "shift": 3}; nulls are left out, and a map without entries is null.
   */
  Map<String, String> map(String field) throws UnusableInputException {
    JsonNode value = value(field);
    if (value == null) {
      return null;
    }
    if (!value.isObject()) {
      throw wrongType(field, "an object of strings");
    }
    Map<String, String> map = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> entry : value.properties()) {
      if (entry.getValue().isContainerNode()) {
        throw wrongType(field, "an object of strings");
      }
      if (!entry.getValue().isNull()) {
        map.put(entry.getKey(), entry.getValue().asText());
      }
    }
    return map.isEmpty() ? null : map;
  }

  /** The object in that field; absent: an object without fields. */
  JsonFields object(String field) throws UnusableInputException {
    JsonNode value = value(field);
    if (value == null) {
      return new JsonFields(object.objectNode());
    }
    if (value instanceof ObjectNode nested) {
      return new JsonFields(nested);
    }
    throw wrongType(field, "an object");
  }

  /** Names of the fields that are there, also of those that are null. */
  List<String> names() {
    return object.propertyStream().map(Map.Entry::getKey).toList();
  }

  boolean has(String field) {
    return value(field) != null;
  }

  private JsonNode value(String field) {
    JsonNode value = object.get(field);
    return value == null || value.isNull() ? null : value;
  }

  /** The value of a field that has to be there. */
  static <V> V required(String field, V value) throws UnusableInputException {
    if (value == null) {
      throw new UnusableInputException(DeadLetterReason.MISSING_FIELD, field + " is missing");
    }
    return value;
  }

  private static UnusableInputException wrongType(String field, String expected) {
    return new UnusableInputException(DeadLetterReason.WRONG_TYPE, field + " is not " + expected);
  }
}
