package io.growthline.rulebook.grammar;

import static io.growthline.rulebook.grammar.Field.optional;
import static io.growthline.rulebook.grammar.Field.required;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.growthline.rulebook.problem.ProblemCode;
import io.growthline.rulebook.yaml.Node;
import java.util.List;

/** The conditions of alerts: tests of measures, joined by all, any, not, and, or. */
final class ConditionGrammar {

  static final NamedShape CONDITION = new NamedShape("condition", ConditionGrammar::conditionShape);

  private static final List<String> COMPARATORS = List.of("atLeast", "above", "atMost", "below");

  private static final Shape CHANGE =
      FormShape.scalarOrMapping(
          "a change",
          Words.choice("yearOnYear", "quarterOnQuarter", "monthOnMonth"),
          VariantShape.oneOf(
              "a change",
              required("yearOnYear", Numbers.NUMBER, "against the same months a year ago"),
              required("quarterOnQuarter", Numbers.NUMBER, "against the quarter before"),
              required("monthOnMonth", Numbers.NUMBER, "against the month before")));

  private static final Shape WHAT =
      FormShape.scalarOrMapping(
          "an activity or a selection of activities",
          Parts.ACTIVITY,
          VariantShape.oneOf(
              "a selection of activities",
              required("tag", Parts.TAG, "activities with that tag"),
              required("skill", Words.ID_TEXT, "activities that teach that skill"),
              required("activities", Parts.ACTIVITIES, "any of these activities")));

  private static final Field OVER =
      optional("over", Parts.DURATION, "the last whole months it looks at");

  private static final ListShape CONDITIONS = ListShape.atLeastOne("conditions", CONDITION);

  private ConditionGrammar() {}

  private static Shape conditionShape() {
    return VariantShape.of(
        "a condition",
        List.of(
            MapShape.of("a condition 'all'", required("all", CONDITIONS, "every one holds")),
            MapShape.of("a condition 'any'", required("any", CONDITIONS, "at least one holds")),
            MapShape.of("a condition 'not'", required("not", CONDITION, "this does not hold")),
            metricTest(),
            test(required("completionRate", WHAT, "completed by those who enrolled"), OVER),
            test(required("learningRate", WHAT, "completed by all members"), OVER),
            test(required("enrolmentRate", WHAT, "enrolled in by all members"), OVER),
            test(required("meanScore", WHAT, "mean of the members' newest scores"), OVER),
            test(
                required(
                    "belowLevel",
                    MapShape.of(
                        "a level",
                        required("skill", Words.ID_TEXT, "which skill"),
                        optional("level", Numbers.LEVEL, "default: what their job requires")),
                    "share of members below that level")),
            test(
                required(
                    "predicted",
                    Words.choice("skill-gap", "promotion"),
                    "a model's probability, for an employee"),
                optional("skill", Words.ID_TEXT, "which skill"))));
  }

  private static MapShape metricTest() {
    return test(
        required("metric", Parts.METRIC, "which metric"),
        optional("reason", Words.TEXT, "share of a count with that reason"),
        optional("change", CHANGE, "its growth instead of its value"),
        optional("perHead", Words.FLAG, "divided by the size of the group"),
        optional("percentileWithin", Words.choice("job"), "its rank among people of the same job"),
        OVER);
  }

  /** A measure with its comparator, and the short form of {@code all} and {@code any}. */
  private static MapShape test(Field measure, Field... more) {
    return MapShape.of("a test", measure)
        .with(more)
        .with(
            optional("atLeast", Numbers.NUMBER, "raised at or above it"),
            optional("above", Numbers.NUMBER, "raised above it"),
            optional("atMost", Numbers.NUMBER, "raised at or below it"),
            optional("below", Numbers.NUMBER, "raised below it"),
            optional("and", CONDITION, "what must hold too"),
            optional("or", CONDITION, "what may hold instead"))
        .with(ConditionGrammar::checkComparators);
  }

  private static void checkComparators(Node.Mapping node, ObjectNode json, Reading reading) {
    boolean carried = node.get("change") instanceof Node.Mapping;
    List<Node.Entry> given =
        node.entries().stream().filter(e -> COMPARATORS.contains(e.key().text())).toList();
    if (given.isEmpty() && !carried) {
      String message = "a test needs one of the keys " + String.join(", ", COMPARATORS);
      reading.problem(node, ProblemCode.MISSING_KEY, message);
    } else if (given.size() > (carried ? 0 : 1)) {
      String message =
          "a test compares once: "
              + (carried ? "the change already says with what" : "give one of " + COMPARATORS);
      Node second = given.get(carried ? 0 : 1).value();
      reading.problem(second, ProblemCode.TWO_COMPARATORS, message);
    }
  }
}
