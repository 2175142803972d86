package io.growthline.rulebook;

import java.util.List;

/**
 * Selects awards by the activity as it was when the award was made.
 *
 * @param by what is compared
 * @param values one value, or the activity ids of {@link By#ACTIVITIES}
 */
public record Selector(By by, List<String> values) {

  /** The attribute compared. Categories and kinds are given in lower case, as in the rule book. */
  public enum By {
    CATEGORY,
    TAG,
    KIND,
    SKILL,
    ACTIVITIES
  }

  /** Canonical text, for example {@code category=practice} or {@code activities=a|b}. */
  public String text() {
    return by.name().toLowerCase(java.util.Locale.ROOT) + "=" + String.join("|", values);
  }
}
