package io.growthline.rulebook.grammar;

import static io.growthline.rulebook.grammar.Field.optional;
import static io.growthline.rulebook.grammar.Field.required;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.growthline.rulebook.grammar.Reading.Target;
import io.growthline.rulebook.problem.ProblemCode;
import io.growthline.rulebook.yaml.Node;
import java.util.List;

/** The parts that several sections of a rule book share. */
final class Parts {

  /** A text by language; a bare text is English. */
  static final NamedShape TEXTS = new NamedShape("texts", TextsShape::new);

  static final NamedShape DURATION =
      new NamedShape(
          "duration",
          () ->
              VariantShape.oneOf(
                  "a duration",
                  required("days", Numbers.COUNT, "days"),
                  required("months", Numbers.COUNT, "months"),
                  required("years", Numbers.COUNT, "years")));

  static final Shape CATEGORY = Words.choice("required", "elective", "practice");
  static final Shape KIND = Words.choice("course", "practice");
  static final Shape WINDOW =
      Words.choice("day", "week", "month", "quarter", "year", "period", "lifetime");

  static final Shape ACTIVITY = Words.reference(Target.ACTIVITY);
  static final Shape METRIC = Words.reference(Target.METRIC);
  static final Shape JOB = Words.reference(Target.JOB);
  static final Shape TAG = Words.reference(Target.TAG);
  static final Shape ACTIVITIES = ListShape.atLeastOne("ids of activities", ACTIVITY);

  static final MapShape OFFERED =
      MapShape.of(
              "an offer",
              optional("from", Words.DATE_TEXT, "first day it is offered"),
              optional("until", Words.DATE_TEXT, "first day it is offered no more"))
          .with(Parts::checkOrder);

  static final NamedShape WHO =
      new NamedShape(
          "who",
          () ->
              MapShape.of(
                  "a group of people",
                  optional("jobs", ListShape.of("ids of jobs", JOB), "their job is one of these"),
                  optional(
                      "grades", ListShape.of("grades", Words.TEXT), "their grade is one of these"),
                  optional(
                      "teams", ListShape.of("teams", Words.TEXT), "their team is one of these"),
                  optional(
                      "withinDaysOfHire",
                      Numbers.COUNT,
                      "up to the end of the local day of hire plus that many days"),
                  optional(
                      "tenure",
                      MapShape.of(
                          "a tenure", required("atLeast", DURATION, "time since the day of hire")),
                      "how long they have been employed")));

  private Parts() {}

  /** The id and title that every definition begins with. */
  static MapShape definition(String what, Field... more) {
    return MapShape.of(
            what,
            required("id", Words.ID_TEXT, "unique within its section"),
            optional("title", TEXTS, "shown to people, by language; default: the id"))
        .with(more);
  }

  static ListShape skills(String expected, Field... more) {
    return ListShape.of(
        expected,
        MapShape.of(
                "a skill and its level",
                required("skill", Words.ID_TEXT, "the skill"),
                required("level", Numbers.LEVEL, "1 to 5"))
            .with(more));
  }

  private static void checkOrder(Node.Mapping node, ObjectNode json, Reading reading) {
    if (json.has("from")
        && json.has("until")
        && json.get("until").textValue().compareTo(json.get("from").textValue()) <= 0) {
      String message = "an offer ends after it begins: the day 'until' is itself not offered";
      reading.problem(node.get("until"), ProblemCode.OUT_OF_RANGE, message);
    }
  }

  /** What share, rate or credits are counted of, by the activity's attributes. */
  static final NamedShape SELECTOR =
      new NamedShape(
          "selector",
          () ->
              VariantShape.oneOf(
                  "a selection of activities",
                  required("category", CATEGORY, "activities of that category"),
                  required("tag", TAG, "activities with that tag"),
                  required("kind", KIND, "activities of that kind"),
                  required("skill", Words.ID_TEXT, "activities that teach that skill"),
                  required("activities", ACTIVITIES, "these activities")));

  /** The named parts that recursive or repeated shapes refer to. */
  static List<NamedShape> named() {
    return List.of(TEXTS, DURATION, WHO, SELECTOR);
  }
}
