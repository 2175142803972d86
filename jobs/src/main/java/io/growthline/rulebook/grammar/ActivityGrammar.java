package io.growthline.rulebook.grammar;

import static io.growthline.rulebook.grammar.Field.optional;
import static io.growthline.rulebook.grammar.Field.required;

/** The section {@code activities}. */
final class ActivityGrammar {

  private static final Shape REPEAT =
      FormShape.scalarOrMapping(
          "once, each or every",
          Words.choice("once", "each"),
          MapShape.of(
              "a repeat",
              required("every", Parts.DURATION, "time from the last award to the next")));

  private static final MapShape CAP =
      MapShape.of(
          "a cap",
          required("credits", Numbers.CREDITS, "most that one person earns with it"),
          required("per", Parts.WINDOW, "in each of these"));

  static final MapShape ACTIVITY =
      Parts.definition(
          "an activity",
          required("kind", Parts.KIND, "a course earns when completed, a practice when approved")
              .inVersion(),
          required("category", Parts.CATEGORY, "the part of the scheme it counts for")
              .mayBeDated()
              .inVersion(),
          required("credits", Numbers.CREDITS_OR_NONE, "0 counts as completed, earns nothing")
              .mayBeDated()
              .inVersion(),
          optional("offered", Parts.OFFERED, "when it can earn").orElse("{}").inVersion(),
          optional("tags", ListShape.of("tags", Words.ID_TEXT), "what it is about")
              .mayBeDated()
              .orElse("[]")
              .inVersion(),
          optional("skills", Parts.skills("skills"), "levels reached by completing it")
              .mayBeDated()
              .orElse("[]"),
          optional(
              "format",
              Words.choice("video", "case", "article", "live", "hands-on"),
              "how it is taught"),
          optional(
                  "prerequisites",
                  ListShape.of("ids of activities", Parts.ACTIVITY),
                  "what to do before; never stops earning")
              .orElse("[]"),
          optional("jobs", ListShape.of("ids of jobs", Parts.JOB), "who can earn; empty: all")
              .mayBeDated()
              .orElse("[]")
              .inVersion(),
          optional("repeat", REPEAT, "how often it earns; default: course once, practice each")
              .mayBeDated()
              .inVersion(),
          optional("cap", CAP, "most it earns a person in a window").mayBeDated().inVersion(),
          optional("passScore", Numbers.RATIO, "a score below it earns nothing")
              .mayBeDated()
              .inVersion(),
          optional("cost", Numbers.MONEY, "money per learner who enrols").mayBeDated().orElse("0"),
          optional("application", Parts.METRIC, "the metric that shows the skill in use"),
          optional("candidate", Words.FLAG, "not offered yet, may be proposed").orElse("false"));

  private ActivityGrammar() {}
}
