package io.growthline.rulebook;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * Reads the values that definitions are made of. Definitions were validated before they were
 * published; one that was not ends in an {@link IllegalArgumentException}.
 */
final class JsonValues {

  private JsonValues() {}

  /** What a key says, or null where it is absent. */
  static <T> T optional(JsonNode object, String key, Function<JsonNode, T> reader) {
    JsonNode value = object.get(key);
    return value == null || value.isNull() ? null : reader.apply(value);
  }

  static <T> T orElse(JsonNode object, String key, Function<JsonNode, T> reader, T otherwise) {
    T value = optional(object, key, reader);
    return value == null ? otherwise : value;
  }

  /**
   * What a key says.
   *
   * @throws IllegalArgumentException if the key is absent
   */
  static <T> T required(JsonNode object, String key, Function<JsonNode, T> reader) {
    T value = optional(object, key, reader);
    if (value == null) {
      throw new IllegalArgumentException("definition without '" + key + "': " + object);
    }
    return value;
  }

  static String text(JsonNode value) {
    return value.asText();
  }

  static int whole(JsonNode value) {
    return decimal(value).intValueExact();
  }

  static BigDecimal decimal(JsonNode value) {
    if (!value.isNumber()) {
      throw new IllegalArgumentException("not a number: " + value);
    }
    return value.decimalValue();
  }

  /** Credits as hundredths. */
  static long hundredths(JsonNode value) {
    try {
      return decimal(value).movePointRight(2).longValueExact();
    } catch (ArithmeticException e) {
      throw new IllegalArgumentException("not credits in hundredths: " + value, e);
    }
  }

  /** A date as days since 1970-01-01. */
  static int day(JsonNode value) {
    return Math.toIntExact(LocalDate.parse(value.asText()).toEpochDay());
  }

  static Span span(JsonNode value) {
    return new Span(
        orElse(value, "days", JsonValues::whole, 0),
        orElse(value, "months", JsonValues::whole, 0),
        orElse(value, "years", JsonValues::whole, 0));
  }

  /** A constant by its name in the rule book: lower case, with hyphens. */
  static <E extends Enum<E>> Function<JsonNode, E> constant(Class<E> type) {
    return value -> Enum.valueOf(type, value.asText().toUpperCase(Locale.ROOT).replace('-', '_'));
  }

  static <T> List<T> list(JsonNode value, Function<JsonNode, T> reader) {
    List<T> items = new ArrayList<>();
    value.forEach(item -> items.add(reader.apply(item)));
    return List.copyOf(items);
  }

  /** Texts without repetitions, in the order given. */
  static List<String> distinct(JsonNode value) {
    Set<String> items = new LinkedHashSet<>();
    value.forEach(item -> items.add(item.asText()));
    return List.copyOf(items);
  }

  /** The title by language; where there is none, the id stands for it. */
  static Map<String, String> titles(JsonNode definition, String id) {
    JsonNode title = definition.get("title");
    if (title == null) {
      return Map.of("en", id);
    }
    Map<String, String> titles = new LinkedHashMap<>();
    title.properties().forEach(text -> titles.put(text.getKey(), text.getValue().asText()));
    return Map.copyOf(titles);
  }

  static Offer offer(JsonNode value) {
    return new Offer(
        optional(value, "from", JsonValues::day), optional(value, "until", JsonValues::day));
  }

  static Who who(JsonNode value) {
    JsonNode tenure = value.get("tenure");
    return new Who(
        optional(value, "jobs", JsonValues::distinct),
        optional(value, "grades", JsonValues::distinct),
        optional(value, "teams", JsonValues::distinct),
        optional(value, "withinDaysOfHire", JsonValues::whole),
        tenure == null ? null : required(tenure, "atLeast", JsonValues::span));
  }
}
