package io.growthline.lake;

import io.growthline.schemas.deadletters.DeadLetter;
import io.growthline.schemas.ledger.Category;
import io.growthline.schemas.ledger.Posting;
import io.growthline.schemas.ledger.PostingKind;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.Random;

/** Rows to write. */
final class LakeRows {

  static final long JANUARY = Instant.parse("2026-01-31T23:59:59.999Z").toEpochMilli();
  static final long FEBRUARY = Instant.parse("2026-02-01T00:00:00Z").toEpochMilli();
  private static final long HOURS_40 = 40L * 3_600_000;

  private LakeRows() {}

  static Posting posting(long number, long recordedAt) {
    return new Posting(
        "entry-" + number,
        "employee-" + number % 50,
        number,
        PostingKind.EARN,
        "python",
        Category.ELECTIVE,
        250,
        -1,
        recordedAt,
        (int) LocalDate.of(2026, 1, 31).toEpochDay(),
        recordedAt,
        "lms",
        "e-" + number,
        "python@start#00000000",
        null,
        null,
        "课程",
        999_999_999_999L,
        0,
        "",
        hash(number));
  }

  /** The number-th posting of a sequence that goes through eleven months. */
  static Posting throughTheYear(long number) {
    return posting(number, FEBRUARY + number % 200 * HOURS_40);
  }

  /** As long as a real one, and as hard to compress. */
  private static String hash(long number) {
    Random random = new Random(number);
    byte[] bytes = new byte[32];
    random.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }

  static DeadLetter deadLetter() {
    return new DeadLetter(
        "learning.jsonl", "7", "MALFORMED_JSON", null, new byte[] {0, -1, 34}, 3, "00", JANUARY);
  }
}
