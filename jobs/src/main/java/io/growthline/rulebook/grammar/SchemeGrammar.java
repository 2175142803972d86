package io.growthline.rulebook.grammar;

import static io.growthline.rulebook.grammar.Field.optional;
import static io.growthline.rulebook.grammar.Field.required;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.growthline.rulebook.problem.ProblemCode;
import io.growthline.rulebook.yaml.Node;
import java.math.BigDecimal;

/** The section {@code scheme}. */
final class SchemeGrammar {

  private static final MapShape SHARES =
      MapShape.of(
              "the shares",
              required("required", Numbers.RATIO, "share of required activities"),
              required("elective", Numbers.RATIO, "share of elective activities"),
              required("practice", Numbers.RATIO, "share of practice"))
          .with(SchemeGrammar::checkSum);

  private static final MapShape PERIOD =
      MapShape.of(
          "a period",
          optional(
                  "kind",
                  Words.choice("calendar-year", "anniversary"),
                  "from 1 January, or from the day of hire")
              .orElse("\"calendar-year\""),
          optional(
                  "carryOver",
                  Words.wordOr("all", "credits", Numbers.CREDITS_OR_NONE),
                  "most credits that stay spendable past the period's end")
              .orElse("\"all\""));

  private static final MapShape WEIGHTS =
      MapShape.of(
          "the weights",
          optional("taste", Numbers.WEIGHT, "what people like them liked").orElse("1"),
          optional("goals", Numbers.WEIGHT, "what brings them to their goals").orElse("0.5"),
          optional("skills", Numbers.WEIGHT, "what their job asks for").orElse("0.5"),
          optional("demand", Numbers.WEIGHT, "what the company needs").orElse("0.2"));

  private static final MapShape RECOMMENDATIONS =
      MapShape.of(
          "the recommendations",
          optional("items", Numbers.COUNT, "most activities recommended at once").orElse("10"),
          optional("perTag", Numbers.COUNT, "most of them with one tag").orElse("3"),
          optional("weights", WEIGHTS, "what a recommendation's score is made of"));

  private static final MapShape PROPOSALS =
      MapShape.of(
          "the proposals",
          optional("maxFactor", Numbers.FACTOR, "most that credits may grow at once").orElse("2"),
          optional("minimumPeople", Numbers.COUNT, "fewest people as evidence").orElse("20"));

  static final MapShape SCHEME =
      MapShape.of(
              "the scheme",
              optional("id", Words.ID_TEXT, "its key").orElse("\"default\""),
              required("zone", Words.ZONE, "zone of all days, weeks, months and years"),
              optional("target", Numbers.CREDITS, "credits to earn in a period").mayBeDated(),
              optional("shares", SHARES, "the target's parts by category; sum exactly 1")
                  .mayBeDated(),
              optional("expiry", Parts.DURATION, "life of earned credits; default: for ever")
                  .mayBeDated(),
              optional("period", PERIOD, "the accounting period"),
              optional("history", Parts.DURATION, "how far back the past can still change")
                  .orElse("{\"months\":36}"),
              optional(
                      "negativeBalance",
                      Words.choice("debt", "forgive"),
                      "what a reversal of spent credits leaves")
                  .orElse("\"debt\""),
              optional("recommendations", RECOMMENDATIONS, "how activities are recommended")
                  .mayBeDated(),
              optional("proposals", PROPOSALS, "bounds of proposed rule changes").mayBeDated())
          .with(SchemeGrammar::checkTarget);

  private SchemeGrammar() {}

  private static void checkSum(Node.Mapping node, ObjectNode json, Reading reading) {
    if (json.size() < 3) {
      return;
    }
    BigDecimal sum = BigDecimal.ZERO;
    for (String share : new String[] {"required", "elective", "practice"}) {
      sum = sum.add(json.get(share).decimalValue());
    }
    if (sum.compareTo(BigDecimal.ONE) != 0) {
      String message = "the shares add up to " + sum.toPlainString() + ", not to 1";
      reading.problem(node, ProblemCode.SHARES_SUM, message);
    }
  }

  private static void checkTarget(Node.Mapping node, ObjectNode json, Reading reading) {
    if (node.has("shares") && !node.has("target")) {
      String message = "shares are shares of a target: the scheme needs the key 'target'";
      reading.problem(node, ProblemCode.MISSING_KEY, message);
    }
  }
}
