package io.growthline.rulebook.grammar;

import static io.growthline.rulebook.grammar.Field.optional;
import static io.growthline.rulebook.grammar.Field.required;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.growthline.rulebook.problem.ProblemCode;
import io.growthline.rulebook.yaml.Node;

/** The section {@code alerts}. */
final class AlertGrammar {

  private static final MapShape PROPOSAL =
      MapShape.of(
          "a proposal",
          required("activity", Parts.ACTIVITY, "the activity to change"),
          optional("category", Parts.CATEGORY, "its proposed category"),
          optional("credits", Numbers.CREDITS, "its proposed credits"),
          optional("practice", Parts.TEXTS, "a practice to add"));

  static final MapShape ALERT =
      Parts.definition(
              "an alert",
              required("scope", Words.choice("employee", "team", "job"), "whom it is about"),
              optional("for", Parts.WHO, "who makes up the group; default: everyone").mayBeDated(),
              required("when", ConditionGrammar.CONDITION, "what raises it").mayBeDated(),
              optional("clearWhen", ConditionGrammar.CONDITION, "what clears it; default: not when")
                  .mayBeDated(),
              optional(
                  "minimumPeople",
                  Numbers.COUNT,
                  "smallest group it speaks of; default: 5; not for an employee"),
              optional("coolDown", Parts.DURATION, "silence after it was cleared"),
              optional("expires", Parts.DURATION, "end after it was raised"),
              optional("severity", Words.choice("info", "warning", "critical"), "how urgent it is")
                  .orElse("\"warning\""),
              optional(
                      "recommend",
                      FormShape.scalarOrSequence(
                          "auto, an activity or a sequence of activities",
                          Words.wordOr("auto", "an activity", Parts.ACTIVITY),
                          Parts.ACTIVITIES),
                      "what to take; auto: what the recommender says")
                  .orElse("\"auto\""),
              optional("propose", PROPOSAL, "a change of the rule book to propose"))
          .with(AlertGrammar::checkScope);

  private AlertGrammar() {}

  private static void checkScope(Node.Mapping node, ObjectNode json, Reading reading) {
    if (!json.has("scope")) {
      return;
    }
    boolean employee = json.get("scope").textValue().equals("employee");
    if (employee && node.has("minimumPeople")) {
      String message = "'minimumPeople' is not allowed here: an employee is no group";
      reading.problem(node.get("minimumPeople"), ProblemCode.NOT_ALLOWED_HERE, message);
    }
    if (!employee) {
      node.entries().stream()
          .filter(entry -> entry.key().text().matches("when|clearWhen"))
          .forEach(entry -> rejectPrediction(entry.value(), reading));
    }
  }

  private static void rejectPrediction(Node node, Reading reading) {
    if (node instanceof Node.Sequence sequence) {
      sequence.items().forEach(item -> rejectPrediction(item, reading));
    } else if (node instanceof Node.Mapping mapping) {
      if (mapping.has("predicted")) {
        String message = "'predicted' is not allowed here: only for scope employee";
        reading.problem(mapping.get("predicted"), ProblemCode.NOT_ALLOWED_HERE, message);
      }
      mapping.entries().forEach(entry -> rejectPrediction(entry.value(), reading));
    }
  }
}
