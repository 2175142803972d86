package io.growthline.rulebook;

import io.growthline.schemas.ledger.Category;
import java.util.List;
import java.util.Locale;

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

  /**
   * Whether it picks an award of an activity.
   *
   * @param terms the activity's when the award was made
   * @param category the award's
   */
  public boolean picks(String activityId, ActivityTerms terms, Category category) {
    String value = values.get(0);
    return switch (by) {
      case CATEGORY -> category.name().equalsIgnoreCase(value);
      case KIND -> terms.kind().name().toLowerCase(Locale.ROOT).equals(value);
      case TAG -> terms.tags().contains(value);
      case SKILL -> terms.skills().stream().map(SkillLevel::skill).anyMatch(value::equals);
      case ACTIVITIES -> values.contains(activityId);
    };
  }

  /** Canonical text, for example {@code category=practice} or {@code activities=a|b}. */
  public String text() {
    return by.name().toLowerCase(Locale.ROOT) + "=" + String.join("|", values);
  }
}
