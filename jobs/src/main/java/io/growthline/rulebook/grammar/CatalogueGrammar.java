package io.growthline.rulebook.grammar;

import static io.growthline.rulebook.grammar.Field.optional;
import static io.growthline.rulebook.grammar.Field.required;

/**
 * The sections {@code rewards}, {@code metrics}, {@code skills}, {@code jobs}, {@code programmes}.
 */
final class CatalogueGrammar {

  private static final MapShape LIMIT =
      MapShape.of(
          "a limit",
          required("count", Numbers.COUNT, "most redemptions of one person"),
          required("per", Parts.WINDOW, "in each of these"));

  static final MapShape REWARD =
      Parts.definition(
          "a reward",
          required("cost", Numbers.CREDITS_OR_NONE, "its price; 0 consumes nothing").mayBeDated(),
          optional("limit", LIMIT, "how often one person may redeem it").mayBeDated(),
          optional("for", Parts.WHO, "who may redeem it; default: everyone").mayBeDated(),
          optional("offered", Parts.OFFERED, "when it may be redeemed").orElse("{}"),
          optional("candidate", Words.FLAG, "not offered yet, may be proposed").orElse("false"));

  static final MapShape METRIC =
      Parts.definition(
          "a metric",
          required("kind", Words.choice("count", "sum", "level"), "how its figures combine"),
          required("better", Words.choice("higher", "lower"), "the direction of growth"),
          optional("unit", Words.TEXT, "the unit its events must have"));

  static final MapShape SKILL =
      Parts.definition(
          "a skill",
          optional("demand", Numbers.RATIO, "the company's own forecast of demand").mayBeDated());

  static final MapShape JOB =
      Parts.definition(
          "a job",
          optional("next", Parts.JOB, "the job a promotion leads to"),
          optional(
                  "skills",
                  Parts.skills(
                      "skills",
                      optional(
                              "requiredFor",
                              Words.choice("job", "promotion"),
                              "to do this job, or to leave it for the next")
                          .orElse("\"job\"")),
                  "what it asks for")
              .mayBeDated()
              .orElse("[]"));

  private static final MapShape BENEFIT =
      MapShape.of(
          "a benefit",
          required("metric", Parts.METRIC, "what should improve"),
          optional("value", Numbers.NUMBER, "money per unit of improvement").orElse("1"),
          optional("months", Numbers.COUNT, "how long it is followed").orElse("3"),
          optional("against", Words.choice("controls", "before"), "what it is compared with")
              .orElse("\"controls\""));

  static final MapShape PROGRAMME =
      Parts.definition(
          "a programme",
          required("activities", Parts.ACTIVITIES, "what it consists of"),
          optional("offered", Parts.OFFERED, "completions in this time count").orElse("{}"),
          optional("cost", Numbers.MONEY, "of the whole programme; default: of its activities"),
          required("benefit", BENEFIT, "how its benefit is measured"));

  private CatalogueGrammar() {}
}
