package io.growthline.ingest;

import io.growthline.schemas.events.Event;

/** What the files of an input folder hold, told by the start of their names. */
public enum InputKind {
  LEARNING("learning"),
  COMMANDS("commands"),
  PERFORMANCE("performance"),
  HR("hr"),
  SURVEYS("surveys"),
  /** Statements of a learning record store, which become learning events. */
  XAPI("xapi"),
  /** Answers given to commands before, which a replay honours. */
  OUTCOMES("outcomes");

  private final String fileNameStart;

  InputKind(String fileNameStart) {
    this.fileNameStart = fileNameStart;
  }

  String fileNameStart() {
    return fileNameStart;
  }

  /** The event in one JSON object, or a dead letter; never throws, whatever the bytes. */
  InputRecord read(byte[] utf8, Origin origin) {
    try {
      JsonFields json = new JsonFields(StrictJson.object(utf8));
      return this == OUTCOMES
          ? InputRecord.of(OutcomeJson.decision(json))
          : EventRules.accept(event(json));
    } catch (UnusableInputException e) {
      return origin.deadLetter(utf8, e.reason(), e.getMessage());
    }
  }

  private Event event(JsonFields json) throws UnusableInputException {
    return switch (this) {
      case LEARNING -> EventJson.learning(json);
      case COMMANDS -> EventJson.command(json);
      case PERFORMANCE -> EventJson.performance(json);
      case HR -> EventJson.hr(json);
      case SURVEYS -> EventJson.survey(json);
      case XAPI -> XapiJson.learning(json);
      case OUTCOMES -> throw new IllegalStateException("an outcome is no event");
    };
  }
}
