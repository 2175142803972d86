package io.growthline.cases;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One thing the ledger says, as a line of words: {@code milestone li-na senior-skill REACHED
 * firing=1}. Bare words tell what is spoken of, the others what is said of it.
 *
 * @param words the bare words, the first of which is the {@link Kind}
 * @param attributes name to value; numbers without trailing zeros
 */
public record Fact(List<String> words, SortedMap<String, String> attributes) {

  /** What facts there are, and what an expectation has to say of each. */
  public enum Kind {
    BALANCE(2, true, "earned", "available", "required", "elective", "practice"),
    POSTING(5, true, "version", "cause"),
    DECISION(3, true),
    MILESTONE(4, true, "firing", "at"),
    HOLDS(3, true, "since"),
    LOTS(2, false, "open"),
    PROGRESS(4, false, "current", "target", "gap", "met"),
    NO_PROGRESS(3, false),
    /** Of whom nothing at all is said any more. */
    NOBODY(2, false);

    private final int words;
    private final boolean complete;
    private final String attributes;

    Kind(int words, boolean complete, String... attributes) {
      this.words = words;
      this.complete = complete;
      this.attributes = String.join(" ", attributes);
    }

    /** Whether a case tells all facts of this kind, so that any other is a fault. */
    boolean isComplete() {
      return complete;
    }

    String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private boolean isSaidBy(Fact fact) {
      return fact.words.size() == words && fact.attributes.keySet().containsAll(split(attributes));
    }

    private static Kind of(String word) {
      for (Kind kind : values()) {
        if (kind.word().equals(word)) {
          return kind;
        }
      }
      throw new IllegalArgumentException("no kind of fact is called '" + word + "'");
    }
  }

  static Fact of(Kind kind, List<String> subject, Map<String, Object> attributes) {
    List<String> words = new ArrayList<>(List.of(kind.word()));
    words.addAll(subject);
    SortedMap<String, String> plain = new TreeMap<>();
    attributes.forEach((name, value) -> plain.put(name, plain(value.toString())));
    return new Fact(words, plain);
  }

  /**
   * Reads a line of an expectation.
   *
   * @throws IllegalArgumentException if it says too little, or of nothing that there is
   */
  static Fact parse(String line) {
    List<String> words = new ArrayList<>();
    SortedMap<String, String> attributes = new TreeMap<>();
    for (String word : split(line)) {
      // The text of a requirement has an equals sign too, but inside parentheses.
      int equals = word.matches("[a-z]+=.*") ? word.indexOf('=') : -1;
      if (equals < 0) {
        words.add(word);
      } else {
        attributes.put(word.substring(0, equals), plain(word.substring(equals + 1)));
      }
    }
    Fact fact = new Fact(words, attributes);
    Kind kind = fact.kind();
    if (!kind.isSaidBy(fact)) {
      throw new IllegalArgumentException(
          "a %s has %d words and says [%s]: %s"
              .formatted(kind.word(), kind.words, kind.attributes, line));
    }
    return fact;
  }

  Kind kind() {
    return Kind.of(words.get(0));
  }

  /** Whether this is all that the expected fact says; it may say more. */
  boolean fulfils(Fact expected) {
    return words.equals(expected.words)
        && attributes.entrySet().containsAll(expected.attributes.entrySet());
  }

  private static List<String> split(String words) {
    return Stream.of(words.split(" ", -1)).filter(word -> !word.isEmpty()).toList();
  }

  private static String plain(String value) {
    return value.matches("[+-]?[0-9]+(\\.[0-9]+)?")
        ? new BigDecimal(value).stripTrailingZeros().toPlainString()
        : value;
  }

  @Override
  public String toString() {
    return String.join(" ", words)
        + attributes.entrySet().stream()
            .map(attribute -> " " + attribute.getKey() + "=" + attribute.getValue())
            .collect(Collectors.joining());
  }
}
