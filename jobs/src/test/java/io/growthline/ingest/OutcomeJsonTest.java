package io.growthline.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.growthline.schemas.deadletters.DeadLetterReason;
import io.growthline.schemas.ledger.Decision;
import io.growthline.schemas.ledger.Outcome;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class OutcomeJsonTest {

  /** A decision as the topic holds it. */
  static final String LINE =
      """
      {"source":"lms","eventId":"r-1","employeeId":"li-na","activityId":null,
       "outcome":"APPROVED","detail":"leave-day for 100 credits",
       "recordedAt":"2026-03-02T08:30:00Z","credits":100.00}
      """;

  @Test
  void readsAnAnswerAsTheDecisionsTopicHoldsIt() {
    assertThat(read(LINE).outcome())
        .isEqualTo(
            new Decision(
                "lms",
                "r-1",
                "li-na",
                null,
                Outcome.APPROVED,
                "leave-day for 100 credits",
                Instant.parse("2026-03-02T08:30:00Z").toEpochMilli(),
                10_000L));
  }

  @Test
  void aDecisionThatNobodyKnowsIsADeadLetter() {
    assertThat(read(LINE.replace("APPROVED", "PERHAPS")).deadLetter().reason())
        .isEqualTo(DeadLetterReason.UNKNOWN_SYMBOL.name());
  }

  @Test
  void anAnswerNeedsToSayWhomItWasGiven() {
    assertThat(read(LINE.replace("\"li-na\"", "null")).deadLetter().reason())
        .isEqualTo(DeadLetterReason.MISSING_FIELD.name());
  }

  private static InputRecord read(String json) {
    return InputKind.OUTCOMES.read(
        json.getBytes(StandardCharsets.UTF_8), new Origin("outcomes.jsonl", "1", 0));
  }
}
