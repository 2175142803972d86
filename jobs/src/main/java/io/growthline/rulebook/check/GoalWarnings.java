package io.growthline.rulebook.check;

import com.fasterxml.jackson.databind.JsonNode;
import io.growthline.rulebook.grammar.Document;
import io.growthline.rulebook.grammar.Entry;
import io.growthline.rulebook.grammar.Reading;
import io.growthline.rulebook.problem.ProblemCode;
import io.growthline.rulebook.yaml.Node;
import io.growthline.schemas.reference.Section;
import java.util.List;

/** Goals that are valid but unlikely to be meant: promotions without a gate, targets too high. */
final class GoalWarnings {

  private GoalWarnings() {}

  static void run(Document document, Reading reading) {
    Reach reach = Reach.of(document);
    for (Entry goal : document.of(Section.GOALS)) {
      List<JsonNode> values = goal.valuesOf("requires");
      List<Node> nodes = goal.nodesOf("requires");
      for (int i = 0; i < nodes.size() && nodes.size() == values.size(); i++) {
        if (isPromotion(goal) && !isGated(values.get(i))) {
          reading.problem(
              nodes.get(i),
              ProblemCode.PROMOTION_NOT_GATED,
              "open required activities do not bar this promotion:"
                  + " {requiredActivities: completed} would");
        }
        tellOutOfReach(reach, values.get(i), nodes.get(i), reading);
      }
    }
  }

  private static void tellOutOfReach(
      Reach reach, JsonNode requirements, Node node, Reading reading) {
    if (node instanceof Node.Sequence sequence && sequence.items().size() == requirements.size()) {
      for (int i = 0; i < requirements.size(); i++) {
        if (!reach.canBeMet(requirements.get(i))) {
          reading.problem(
              sequence.items().get(i),
              ProblemCode.OUT_OF_REACH,
              "this asks for more than the activities can give");
        }
      }
    }
  }

  private static boolean isPromotion(Entry goal) {
    return goal.json().path("kind").asText().equals("promotion");
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
