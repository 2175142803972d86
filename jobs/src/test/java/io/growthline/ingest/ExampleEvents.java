package io.growthline.ingest;

import io.growthline.schemas.events.CommandKind;
import io.growthline.schemas.events.CreditCommand;
import io.growthline.schemas.events.Event;
import io.growthline.schemas.events.HrEvent;
import io.growthline.schemas.events.HrKind;
import io.growthline.schemas.events.LearningEvent;
import io.growthline.schemas.events.LearningVerb;
import io.growthline.schemas.events.PerformanceEvent;
import io.growthline.schemas.events.SurveyAbout;
import io.growthline.schemas.events.SurveyEvent;
import io.growthline.schemas.ledger.Category;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** One event of each kind with every field set. */
final class ExampleEvents {

  static final long AT = Instant.parse("2026-03-02T08:30:00.125Z").toEpochMilli();

  private static final Map<String, String> ATTRIBUTES = Map.of("shift", "night", "车间", "二");

  private ExampleEvents() {}

  /** The example that files of this kind hold. */
  static Event of(InputKind kind) {
    return switch (kind) {
      case OUTCOMES -> throw new IllegalArgumentException("an outcome is no event");
      case LEARNING, XAPI -> learning();
      case COMMANDS -> command();
      case PERFORMANCE -> performance();
      case HR -> hr();
      case SURVEYS -> survey();
    };
  }

  /** The example's JSON with one field replaced by other JSON text, valid or not. */
  static String with(InputKind kind, String field, String value) {
    return EventText.json(of(kind)).put(field, "@value@").toString().replace("\"@value@\"", value);
  }

  static LearningEvent learning() {
    return learning("e-1", AT);
  }

  static LearningEvent learning(String eventId, long occurredAt) {
    return new LearningEvent(
        eventId,
        "lms",
        "li-na",
        occurredAt,
        LearningVerb.COMPLETED,
        "lean-production",
        .85,
        1.0,
        4.5,
        5400L,
        "s-1",
        "e-0",
        "old-lms",
        ATTRIBUTES);
  }

  static CreditCommand command() {
    return new CreditCommand(
        "c-1",
        "lms",
        "li-na",
        AT,
        CommandKind.ADJUST,
        "day-off",
        "c-0",
        "old-lms",
        -1250L,
        Category.PRACTICE,
        "counted twice,\nby hand",
        "trainer-7",
        ATTRIBUTES);
  }

  static PerformanceEvent performance() {
    return new PerformanceEvent(
        "p-1",
        "crm",
        "li-na",
        AT,
        "sales",
        120_000.5,
        "CNY",
        "campaign",
        (int) LocalDate.of(2026, 2, 1).toEpochDay(),
        (int) LocalDate.of(2026, 3, 1).toEpochDay(),
        "p-0",
        "old-crm",
        ATTRIBUTES);
  }

  static HrEvent hr() {
    return new HrEvent(
        "h-1",
        "hr",
        "li-na",
        AT,
        HrKind.PROMOTED,
        AT + 1000,
        "supervisor",
        "M1",
        "North",
        "boss",
        (int) LocalDate.of(1965, 5, 17).toEpochDay(),
        List.of("video", "case"),
        "h-0",
        "old-hr",
        ATTRIBUTES);
  }

  static SurveyEvent survey() {
    return new SurveyEvent(
        "q-1", "forms", "li-na", AT, SurveyAbout.reward, "day-off", "useful?", .75, "", ATTRIBUTES);
  }
}
