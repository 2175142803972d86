package io.growthline.rulebook.check;

import com.fasterxml.jackson.databind.JsonNode;
import io.growthline.rulebook.grammar.Document;
import io.growthline.rulebook.grammar.Entry;
import io.growthline.rulebook.grammar.Reading;
import io.growthline.rulebook.problem.ProblemCode;
import io.growthline.rulebook.problem.Quote;
import io.growthline.rulebook.yaml.Node;
import io.growthline.schemas.reference.Section;
import java.util.List;

/** Goals that are valid but unlikely to be meant: promotions without a gate, targets too high. */
final class GoalWarnings {

  private GoalWarnings() {}

  static void run(Document document, Reading reading) {
    Reach reach = Reach.of(document);
    for (Entry goal : document.of(Section.GOALS)) {
      Node requires = goal.node().get("requires");
      List<JsonNode> values = goal.valuesOf("requires");
      if (requires == null || values.isEmpty()) {
        continue;
      }
      if (goal.json().path("kind").asText().equals("promotion")
          && !values.stream().allMatch(GoalWarnings::isGated)) {
        reading.problem(
            requires,
            ProblemCode.PROMOTION_NOT_GATED,
            "open required activities do not bar this promotion:"
                + " {requiredActivities: completed} would");
      }
      for (JsonNode requirements : values) {
        for (JsonNode requirement : requirements) {
          if (!reach.canBeMet(requirement)) {
            String id = goal.id() == null ? "" : " " + Quote.of(goal.id());
            reading.problem(
                requires,
                ProblemCode.OUT_OF_REACH,
                "goal" + id + " asks for more than the activities can give: " + requirement);
          }
        }
      }
    }
  }

  private static boolean isGated(JsonNode requirements) {
    for (JsonNode requirement : requirements) {
      if (requirement.has("requiredActivities")) {
        return true;
      }
    }
    return false;
  }
}
