package io.growthline.ledger.rules;

import io.growthline.rulebook.Requirement;
import io.growthline.rulebook.Selector;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The selectors whose lifetime sums are kept, because some version of some goal asks for them. */
final class GoalSelectors {

  private final Map<String, Selector> byText = new LinkedHashMap<>();

  GoalSelectors(Iterable<List<Requirement>> requirements) {
    requirements.forEach(list -> list.forEach(this::collect));
  }

  Collection<Selector> lifetime() {
    return byText.values();
  }

  private void collect(Requirement requirement) {
    if (requirement instanceof Requirement.CreditsAtLeast credits && credits.selector() != null) {
      byText.put(credits.selector().text(), credits.selector());
    } else if (requirement instanceof Requirement.ShareAtLeast share) {
      byText.put(share.selector().text(), share.selector());
    } else if (requirement instanceof Requirement.AnyOf any) {
      any.options().forEach(this::collect);
    }
  }
}
