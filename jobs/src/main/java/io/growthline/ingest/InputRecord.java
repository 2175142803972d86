package io.growthline.ingest;

import io.growthline.schemas.deadletters.DeadLetter;
import io.growthline.schemas.events.CreditCommand;
import io.growthline.schemas.events.Event;
import io.growthline.schemas.events.HrEvent;
import io.growthline.schemas.events.LearningEvent;
import io.growthline.schemas.events.PerformanceEvent;
import io.growthline.schemas.events.SurveyEvent;
import io.growthline.schemas.ledger.Decision;

/** What one record or line turned out to be: exactly one part is non-null. */
public record InputRecord(
    LearningEvent learning,
    CreditCommand command,
    PerformanceEvent performance,
    HrEvent hr,
    SurveyEvent survey,
    Decision outcome,
    DeadLetter deadLetter) {

  public static InputRecord of(LearningEvent learning) {
    return new InputRecord(learning, null, null, null, null, null, null);
  }

  public static InputRecord of(CreditCommand command) {
    return new InputRecord(null, command, null, null, null, null, null);
  }

  public static InputRecord of(PerformanceEvent performance) {
    return new InputRecord(null, null, performance, null, null, null, null);
  }

  public static InputRecord of(HrEvent hr) {
    return new InputRecord(null, null, null, hr, null, null, null);
  }

  public static InputRecord of(SurveyEvent survey) {
    return new InputRecord(null, null, null, null, survey, null, null);
  }

  /** An answer given before. */
  public static InputRecord of(Decision outcome) {
    return new InputRecord(null, null, null, null, null, outcome, null);
  }

  public static InputRecord of(DeadLetter deadLetter) {
    return new InputRecord(null, null, null, null, null, null, deadLetter);
  }

  /** The event, whichever it is, or null if this is an outcome or a dead letter. */
  public Event event() {
    if (learning != null) {
      return learning;
    }
    if (command != null) {
      return command;
    }
    if (performance != null) {
      return performance;
    }
    return hr != null ? hr : survey;
  }
}
