package io.growthline.rulebook.grammar;

import static io.growthline.rulebook.grammar.Field.optional;
import static io.growthline.rulebook.grammar.Field.required;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.growthline.rulebook.problem.ProblemCode;
import io.growthline.rulebook.yaml.Node;
import java.util.List;

/** The section {@code goals}. */
final class GoalGrammar {

  private static final Shape AMOUNT =
      FormShape.scalarOrMapping(
          "total, available or a selection of activities",
          Words.choice("total", "available"),
          Parts.SELECTOR);

  private static final Shape WITHIN =
      FormShape.scalarOrMapping("a window or a duration", Parts.WINDOW, Parts.DURATION);

  static final NamedShape REQUIREMENT =
      new NamedShape("requirement", GoalGrammar::requirementShape);

  private static final Shape FIRING =
      FormShape.scalarOrMapping(
          "once or per period",
          Words.choice("once"),
          MapShape.of("a firing", required("per", Words.choice("period"), "once in each")));

  static final MapShape GOAL =
      Parts.definition(
              "a goal",
              required(
                  "kind",
                  Words.choice(
                      "reward", "certification", "promotion", "onboarding", "compensation"),
                  "a label, without a requirement of its own"),
              optional("for", Parts.WHO, "who can reach it; default: everyone").mayBeDated(),
              required(
                      "requires",
                      ListShape.atLeastOne("requirements", REQUIREMENT),
                      "what must hold, all of it")
                  .mayBeDated(),
              optional(
                  "onFallBelow",
                  Words.choice("keep", "revoke"),
                  "what happens when it holds no more; default: promotion revoke, others keep"),
              optional("firing", FIRING, "how often it can be reached").orElse("\"once\""),
              optional(
                  "reward",
                  Words.reference(Reading.Target.REWARD),
                  "what reaching it offers; kind reward only"))
          .with(GoalGrammar::checkReward);

  private GoalGrammar() {}

  private static Shape requirementShape() {
    return VariantShape.of(
        "a requirement",
        List.of(
            MapShape.of(
                "a requirement of credits",
                required("credits", AMOUNT, "which credits"),
                required("atLeast", Numbers.CREDITS, "how many"),
                optional("within", WITHIN, "earned in which time").orElse("\"lifetime\"")),
            MapShape.of(
                "a requirement of a share",
                required("share", Parts.SELECTOR, "whose credits"),
                required("atLeast", Numbers.RATIO, "which part of all earned")),
            MapShape.of(
                "a requirement of completed activities",
                required("completed", Parts.ACTIVITIES, "which activities"),
                optional("atLeast", Numbers.COUNT, "how many of them; default: all")),
            MapShape.of(
                "a requirement of the required activities",
                required(
                    "requiredActivities",
                    Words.choice("completed"),
                    "every required activity that is offered and fits the job")),
            MapShape.of(
                "a requirement of a skill",
                required("skill", Words.ID_TEXT, "which skill"),
                required("atLeast", Numbers.LEVEL, "at which level")),
            MapShape.of(
                "a choice of requirements",
                required(
                    "anyOf",
                    ListShape.atLeastOne("requirements", REQUIREMENT),
                    "one of these must hold"))));
  }

  private static void checkReward(Node.Mapping node, ObjectNode json, Reading reading) {
    if (node.has("reward") && json.has("kind") && !json.get("kind").textValue().equals("reward")) {
      String message = "'reward' is not allowed here: only a goal of kind reward offers one";
      reading.problem(node.get("reward"), ProblemCode.NOT_ALLOWED_HERE, message);
    }
  }
}
