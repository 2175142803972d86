package io.growthline.rulebook.check;

import com.fasterxml.jackson.databind.JsonNode;
import io.growthline.rulebook.grammar.Document;
import io.growthline.rulebook.grammar.Entry;
import io.growthline.schemas.reference.Section;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * How far all activities together can bring one person: an upper bound, generous where a value is
 * dated or may be earned again and again.
 */
final class Reach {

  private static final BigDecimal UNBOUNDED = new BigDecimal("1e30");

  private final List<Entry> activities;
  private final Map<String, Integer> levels;

  private Reach(List<Entry> activities, Map<String, Integer> levels) {
    this.activities = activities;
    this.levels = levels;
  }

  static Reach of(Document document) {
    List<Entry> offered =
        document.of(Section.ACTIVITIES).stream()
            .filter(activity -> !activity.json().path("candidate").asBoolean())
            .toList();
    return new Reach(offered, SkillWarnings.levelsTaught(document));
  }

  /** Whether a requirement, in canonical form, could ever hold; incomplete ones always can. */
  boolean canBeMet(JsonNode requirement) {
    JsonNode atLeast = requirement.path("atLeast");
    if (requirement.has("credits")) {
      return !atLeast.isNumber()
          || most(requirement.get("credits")).compareTo(atLeast.decimalValue()) >= 0;
    }
    if (requirement.has("share")) {
      return atLeast.decimalValue().signum() == 0 || most(requirement.get("share")).signum() > 0;
    }
    if (requirement.has("completed")) {
      Set<String> distinct = new HashSet<>();
      requirement.get("completed").forEach(id -> distinct.add(id.textValue()));
      return atLeast.asInt() <= distinct.size();
    }
    if (requirement.has("skill")) {
      return levels.getOrDefault(requirement.get("skill").textValue(), 0) >= atLeast.asInt();
    }
    if (requirement.has("anyOf") && !requirement.get("anyOf").isEmpty()) {
      boolean any = false;
      for (JsonNode option : requirement.get("anyOf")) {
        any |= canBeMet(option);
      }
      return any;
    }
    return true;
  }

  /**
   * Most credits one person can earn with the activities that {@code total} or a selector picks.
   */
  private BigDecimal most(JsonNode amount) {
    boolean selects = amount.isObject() && !amount.isEmpty();
    Predicate<Entry> picked = selects ? picks(amount) : activity -> true;
    return activities.stream()
        .filter(picked)
        .map(Reach::most)
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private static BigDecimal most(Entry activity) {
    BigDecimal credits = BigDecimal.ZERO;
    for (JsonNode value : activity.valuesOf("credits")) {
      credits = credits.max(value.decimalValue());
    }
    boolean practice = activity.json().path("kind").asText().equals("practice");
    List<JsonNode> repeats = activity.valuesOf("repeat");
    boolean again =
        repeats.isEmpty()
            ? practice
            : repeats.stream().anyMatch(repeat -> !repeat.asText().equals("once"));
    if (credits.signum() == 0 || !again) {
      return credits;
    }
    return lifetimeCap(activity);
  }

  private static BigDecimal lifetimeCap(Entry activity) {
    JsonNode cap = activity.json().path("cap");
    boolean bounded = cap.has("credits") && cap.path("per").asText().equals("lifetime");
    return bounded ? cap.get("credits").decimalValue() : UNBOUNDED;
  }

  private static Predicate<Entry> picks(JsonNode selector) {
    Map.Entry<String, JsonNode> by = selector.properties().iterator().next();
    String wanted = by.getValue().asText();
    return switch (by.getKey()) {
      case "tag" -> activity -> contains(activity.valuesOf("tags"), "", wanted);
      case "skill" -> activity -> contains(activity.valuesOf("skills"), "skill", wanted);
      case "activities" -> {
        Set<String> ids = new HashSet<>();
        by.getValue().forEach(id -> ids.add(id.textValue()));
        yield activity -> ids.contains(activity.id());
      }
      default ->
          activity ->
              activity.valuesOf(by.getKey()).stream()
                  .anyMatch(value -> value.asText().equals(wanted));
    };
  }

  private static boolean contains(List<JsonNode> lists, String key, String wanted) {
    for (JsonNode list : lists) {
      for (JsonNode item : list) {
        if ((key.isEmpty() ? item : item.path(key)).asText().equals(wanted)) {
          return true;
        }
      }
    }
    return false;
  }
}
