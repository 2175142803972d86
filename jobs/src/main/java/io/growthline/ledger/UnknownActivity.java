package io.growthline.ledger;

import io.growthline.schemas.avro.ContentHash;
import io.growthline.schemas.deadletters.DeadLetter;
import io.growthline.schemas.events.LearningEvent;
import io.growthline.schemas.wire.SingleObjectEncoding;

/** Dead letters for events that waited in vain for a rule book that knows their activity. */
final class UnknownActivity {

  private static final String TOPIC = "learning.events";
  private static final SingleObjectEncoding<LearningEvent> ENCODING =
      SingleObjectEncoding.of(LearningEvent.class);

  private UnknownActivity() {}

  /**
   * The dead letter; its raw bytes are the event in Avro, ready to be sent again.
   *
   * @param recordedAt epoch milliseconds
   */
  static DeadLetter deadLetter(LearningEvent event, long recordedAt) {
    byte[] raw = ENCODING.encode(event);
    return new DeadLetter(
        TOPIC,
        event.source() + ":" + event.eventId(),
        "UNKNOWN_ACTIVITY",
        "no rule book knew the activity in time",
        raw,
        raw.length,
        ContentHash.of(event),
        recordedAt);
  }
}
