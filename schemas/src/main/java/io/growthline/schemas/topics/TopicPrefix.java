package io.growthline.schemas.topics;

import java.io.Serializable;
import java.util.regex.Pattern;

/**
 * What a tenant's topic names start with: with {@code acme}, credits.balances is
 * acme.credits.balances.
 *
 * @param value letters, digits, {@code .}, {@code _} and {@code -}, at most 100; empty: no prefix
 */
public record TopicPrefix(String value) implements Serializable {

  private static final Pattern ALLOWED = Pattern.compile("([A-Za-z0-9][A-Za-z0-9._-]{0,99})?");

  public static final TopicPrefix NONE = new TopicPrefix("");

  /**
   * @throws IllegalArgumentException if Kafka would refuse the names made with it
   */
  public TopicPrefix {
    if (!ALLOWED.matcher(value).matches()) {
      throw new IllegalArgumentException(
          "topic prefix '" + value + "': use up to 100 letters, digits, '.', '_' and '-'");
    }
  }

  /** The name of this tenant's topic. */
  public String nameOf(Topic<?> topic) {
    return value.isEmpty() ? topic.name() : value + "." + topic.name();
  }
}
