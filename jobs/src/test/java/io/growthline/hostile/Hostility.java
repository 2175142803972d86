package io.growthline.hostile;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** The ways in which input is unusable, and what its dead letter may call it. */
public enum Hostility {
  RANDOM_BYTES("UNKNOWN_FORMAT", "UNKNOWN_FINGERPRINT", "MALFORMED_JSON", "INVALID_UTF8"),
  TRUNCATED_AVRO("MALFORMED_AVRO", "UNKNOWN_FORMAT", "MALFORMED_JSON", "INVALID_UTF8"),
  UNKNOWN_FINGERPRINT("UNKNOWN_FINGERPRINT", "MALFORMED_JSON", "INVALID_UTF8"),
  MISSING_FIELD("MISSING_FIELD"),
  ILL_TYPED_FIELD("WRONG_TYPE"),
  ABSURD_TIME("MALFORMED_TIME", "OUT_OF_RANGE"),
  ABSURD_NUMBER("OUT_OF_RANGE", "TOO_PRECISE", "TOO_LONG", "MALFORMED_JSON"),
  ABSURD_TIME_IN_AVRO("OUT_OF_RANGE", "MALFORMED_JSON", "INVALID_UTF8");

  private final String reasons;

  Hostility(String... reasons) {
    this.reasons = String.join("|", reasons);
  }

  /** Whether a dead letter of such a record may give that reason, in a file or on a topic. */
  public boolean mayBeCalled(String reason) {
    return reason.matches(reasons);
  }

  /** As many records, in turn of each kind of event. */
  public List<RawInput> make(int count, Random random) {
    HostileRecords records = new HostileRecords(random);
    List<RawInput> made = new ArrayList<>();
    for (int number = 0; number < count; number++) {
      made.add(
          records.make(this, SampleEvent.KINDS.get(number % SampleEvent.KINDS.size()), number));
    }
    return made;
  }
}
