package io.growthline.ledger;

import io.growthline.schemas.deadletters.DeadLetter;
import io.growthline.schemas.events.LearningEvent;
import io.growthline.schemas.wire.SingleObjectEncoding;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/** Dead letters for events that waited in vain for a rule book that knows their activity. */
final class UnknownActivity {

  /** What a dead letter keeps of a record, in bytes. */
  private static final int RAW_LIMIT = 64 * 1024;

  private static final SingleObjectEncoding<LearningEvent> ENCODING =
      SingleObjectEncoding.of(LearningEvent.class);

  private UnknownActivity() {}

  /**
   * The dead letter; its raw bytes are the event in Avro, ready to be sent again.
   *
   * @param topic the topic the event came from, with its tenant's prefix
   * @param recordedAt epoch milliseconds
   */
  static DeadLetter deadLetter(LearningEvent event, String topic, long recordedAt) {
    byte[] whole = ENCODING.encode(event);
    byte[] raw = whole.length > RAW_LIMIT ? Arrays.copyOf(whole, RAW_LIMIT) : whole;
    return new DeadLetter(
        topic,
        event.source() + ":" + event.eventId(),
        "UNKNOWN_ACTIVITY",
        "no rule book knew the activity in time",
        raw,
        whole.length,
        sha256(whole),
        recordedAt);
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
