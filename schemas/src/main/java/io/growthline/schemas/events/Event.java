package io.growthline.schemas.events;

import java.util.Map;

/** What every input event carries. Identity is ({@link #source}, {@link #eventId}). */
public interface Event {

  /** Identifier given by the sending system, unique within {@link #source}. */
  String eventId();

  /** The system that sent the event, for example {@code lms}. */
  String source();

  /** The employee it is about; also the Kafka key. Personal data (a pseudonym). */
  String employeeId();

  /** When it happened: epoch milliseconds, UTC. */
  long occurredAt();

  /** A customer's own fields, carried through untouched; may be null. */
  Map<String, String> attributes();
}
