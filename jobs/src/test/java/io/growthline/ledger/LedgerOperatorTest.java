package io.growthline.ledger;

import static io.growthline.ledger.SampleFacts.completed;
import static io.growthline.ledger.SampleFacts.hired;
import static io.growthline.ledger.SampleFacts.redeem;
import static io.growthline.ledger.SampleFacts.voided;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.growthline.ledger.rules.LedgerFact;
import io.growthline.rulebook.RuleBookFile;
import io.growthline.schemas.deadletters.DeadLetter;
import io.growthline.schemas.ledger.Decision;
import io.growthline.schemas.ledger.Outcome;
import io.growthline.schemas.ledger.Posting;
import io.growthline.schemas.ledger.PostingKind;
import io.growthline.schemas.reference.Revision;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.assertj.core.api.AbstractListAssert;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;

/** What the operator does by the clocks and through restarts, on Flink's own test harness. */
class LedgerOperatorTest {

  private static final LedgerOptions LIVE = LedgerOptions.live();
  private static final long SPREAD = LIVE.sweepSpread().toMillis();
  private static final long WAIT = Duration.ofDays(30).toMillis();

  private static final Revision WITHOUT_LEAN = read(1, "{scheme: {zone: UTC}, activities: []}");
  private static final Revision FIRST = revision(1, "{zone: UTC}", 5);
  private static final Revision RAISED = revision(2, "{zone: UTC}", 8);
  private static final Revision EXPIRING = revision(1, "{zone: UTC, expiry: {days: 10}}", 5);

  @Test
  void whatComesBeforeTheFirstRevisionWaitsForItsSweep() throws Exception {
    LedgerFact early = completed("e-1", "lean", "2024-03-10T09:00:00Z");
    LedgerHarness before = new LedgerHarness(LIVE);
    before.send(early);
    before.watermark(early.effectiveAt() + WAIT);
    before.sleep(SPREAD);
    assertSilent(before);

    try (LedgerHarness ledger = before.restarted(LIVE)) {
      ledger.publish(FIRST);
      assertSilent(ledger);
      ledger.sleep(SPREAD);
      assertPostings(ledger).containsExactly(tuple(PostingKind.EARN, 5_00L, "e-1"));
      assertThat(ledger.accepted()).containsExactly(early);
      assertThat(ledger.decisions()).isEmpty();
      assertThat(ledger.deadLetters()).isEmpty();
    }
  }

  @Test
  void anUnknownActivityIsGivenUpAfterThirtyDaysOfEventTime() throws Exception {
    LedgerFact unknown = completed("e-1", "unheard-of", "2024-03-10T09:00:00Z");
    LedgerHarness before = new LedgerHarness(LIVE);
    before.publish(FIRST);
    before.send(unknown);
    before.watermark(unknown.effectiveAt() + WAIT - 1);
    before.sleep(2 * WAIT);
    assertSilent(before);

    try (LedgerHarness ledger = before.restarted(LIVE)) {
      ledger.watermark(unknown.effectiveAt() + WAIT - 1);
      assertSilent(ledger);
      ledger.watermark(unknown.effectiveAt() + WAIT);
      ledger.watermark(unknown.effectiveAt() + 2 * WAIT);
      assertDeadLetters(ledger).containsExactly(tuple("UNKNOWN_ACTIVITY", "lms:e-1"));
      assertThat(ledger.counts()).isEqualTo(Map.of("waiting", -1L, "dead", 1L));
      assertThat(ledger.postings()).isEmpty();
      assertThat(ledger.accepted()).isEmpty();
    }
  }

  @Test
  void whatShouldHaveBeenGivenUpBeforeThereWasARuleBookIsGivenUpThen() throws Exception {
    LedgerFact unknown = completed("e-1", "unheard-of", "2024-03-10T09:00:00Z");
    LedgerHarness before = new LedgerHarness(LIVE);
    before.send(unknown);
    before.watermark(unknown.effectiveAt() + WAIT);

    try (LedgerHarness ledger = before.restarted(LIVE)) {
      ledger.publish(FIRST);
      ledger.sleep(SPREAD);
      ledger.watermark(unknown.effectiveAt() + 10 * WAIT);
      assertDeadLetters(ledger).containsExactly(tuple("UNKNOWN_ACTIVITY", "lms:e-1"));
    }
  }

  @Test
  void whatWaitedForItsActivityIsNotGivenUpOnceARevisionBringsIt() throws Exception {
    LedgerFact ahead = completed("e-1", "lean", "2024-03-10T09:00:00Z");
    LedgerHarness before = new LedgerHarness(LIVE);
    before.publish(WITHOUT_LEAN);
    before.send(ahead);
    before.publish(RAISED);
    assertSilent(before);

    try (LedgerHarness ledger = before.restarted(LIVE)) {
      ledger.sleep(SPREAD);
      ledger.watermark(ahead.effectiveAt() + WAIT);
      assertPostings(ledger).containsExactly(tuple(PostingKind.EARN, 8_00L, "e-1"));
      assertThat(ledger.accepted()).containsExactly(ahead);
      assertThat(ledger.deadLetters()).isEmpty();
    }
  }

  @Test
  void whatIsOlderThanTheHistoryIsTooLateUnlessItIsAboutPeople() throws Exception {
    LedgerHarness before = new LedgerHarness(LIVE);
    before.publish(FIRST);
    before.send(
        completed("e-1", "lean", "2021-01-15T09:00:00Z"),
        completed("e-2", "coaching", "2024-03-10T09:00:00Z"));
    assertPostings(before).containsExactly(tuple(PostingKind.EARN, 5_00L, "e-1"));
    assertDecisions(before).containsExactly(tuple(Outcome.NOT_ELIGIBLE, "e-2"));

    try (LedgerHarness ledger = before.restarted(LIVE)) {
      LedgerFact lastTooLate = completed("e-4", "kaizen", "2021-02-28T23:59:59.999Z");
      LedgerFact firstInTime = completed("e-5", "kaizen", "2021-03-01T00:00:00Z");
      LedgerFact hired = hired("h-1", "coach", "2021-02-10T09:00:00Z");
      ledger.send(
          completed("e-3", "kaizen", "2021-02-10T09:00:00Z"),
          lastTooLate,
          voided("v-1", "e-1", "2024-03-11T09:00:00Z"));
      assertDeadLetters(ledger)
          .containsExactly(
              tuple("TOO_LATE", "lms:e-3"),
              tuple("TOO_LATE", "lms:e-4"),
              tuple("TOO_LATE", "lms:v-1"));
      assertThat(ledger.counts()).isEqualTo(Map.of("dead", 3L));
      assertThat(ledger.postings()).isEmpty();

      ledger.send(firstInTime, hired);
      assertPostings(ledger)
          .containsExactly(
              tuple(PostingKind.EARN, 10_00L, "e-5"), tuple(PostingKind.EARN, 2_00L, "e-2"));
      assertThat(ledger.newestBalance().earned()).isEqualTo(17_00);
      assertThat(ledger.accepted()).containsExactly(firstInTime, hired);
      assertThat(ledger.deadLetters()).hasSize(3);
    }
  }

  @Test
  void aSweepCutShortByARestartIsFinishedOnce() throws Exception {
    LedgerHarness before = new LedgerHarness(LIVE);
    before.publish(FIRST);
    before.send(completed("e-1", "lean", "2024-03-10T09:00:00Z"));
    before.sleep(SPREAD);
    before.publish(RAISED);
    assertPostings(before).containsExactly(tuple(PostingKind.EARN, 5_00L, "e-1"));

    LedgerHarness during = before.restarted(LIVE);
    during.publish(RAISED);
    assertSilent(during);
    during.sleep(SPREAD);
    assertPostings(during).containsExactly(tuple(PostingKind.CORRECT, 3_00L, "2"));
    assertThat(during.newestBalance().earned()).isEqualTo(8_00);

    try (LedgerHarness ledger = during.restarted(LIVE)) {
      ledger.publish(RAISED);
      ledger.sleep(SPREAD);
      assertSilent(ledger);
    }
  }

  @Test
  void anAnswerToARequestHoldsThroughARestart() throws Exception {
    LedgerFact granted = redeem("r-1", "2024-03-10T09:00:00Z");
    LedgerFact declined = redeem("r-2", "2024-03-11T09:00:00Z");
    LedgerHarness before = new LedgerHarness(LIVE);
    before.publish(FIRST);
    before.send(completed("e-1", "kaizen", "2024-03-01T09:00:00Z"), granted, declined);
    assertPostings(before)
        .containsExactly(
            tuple(PostingKind.EARN, 10_00L, "e-1"), tuple(PostingKind.REDEEM, -10_00L, "r-1"));
    assertDecisions(before)
        .containsExactly(
            tuple(Outcome.APPROVED, "r-1"), tuple(Outcome.INSUFFICIENT_CREDITS, "r-2"));

    try (LedgerHarness ledger = before.restarted(LIVE)) {
      ledger.send(completed("e-2", "six-sigma", "2024-03-02T09:00:00Z"));
      assertPostings(ledger).containsExactly(tuple(PostingKind.EARN, 10_00L, "e-2"));
      ledger.send(
          voided("v-1", "e-1", "2024-03-12T09:00:00Z"),
          voided("v-2", "e-2", "2024-03-12T09:00:00Z"));
      assertThat(ledger.postings().stream().mapToLong(Posting::availableChange).sum())
          .isEqualTo(-10_00);
      assertThat(ledger.newestBalance().redeemed()).isEqualTo(10_00);
      assertThat(ledger.newestBalance().debt()).isEqualTo(10_00);
      assertDecisions(ledger)
          .containsExactly(tuple(Outcome.VOIDED, "e-1"), tuple(Outcome.VOIDED, "e-2"));
    }
  }

  @Test
  void creditsExpireByEventTimeAlone() throws Exception {
    long end = Instant.parse("2024-03-20T23:59:59.999Z").toEpochMilli();
    LedgerHarness before = new LedgerHarness(LIVE);
    before.publish(EXPIRING);
    before.send(completed("e-1", "lean", "2024-03-10T09:00:00Z"));

    try (LedgerHarness ledger = before.restarted(LIVE)) {
      ledger.sleep(WAIT);
      ledger.watermark(end - 1);
      assertSilent(ledger);
      ledger.watermark(end);
      ledger.watermark(end + WAIT);
      assertThat(ledger.postings())
          .extracting(Posting::kind, Posting::availableChange, Posting::effectiveAt)
          .containsExactly(tuple(PostingKind.EXPIRE, -5_00L, end));
      assertThat(ledger.newestBalance().available()).isZero();
      assertThat(ledger.newestBalance().expired()).isEqualTo(5_00);
    }
  }

  @Test
  void whoFallsSilentIsForgottenToo() throws Exception {
    try (LedgerHarness ledger = new LedgerHarness(LIVE)) {
      ledger.publish(revision(1, "{zone: UTC, history: {months: 1}}", 5));
      ledger.send(completed("e-1", "lean", "2024-03-10T09:00:00Z"));
      ledger.watermark(Instant.parse("2025-01-01T00:00:00Z").toEpochMilli());
      ledger.send(completed("e-2", "kaizen", "2024-03-11T09:00:00Z"));
      assertDeadLetters(ledger).containsExactly(tuple("TOO_LATE", "lms:e-2"));
      assertThat(ledger.newestBalance().earned()).isEqualTo(5_00);
    }
  }

  private static void assertSilent(LedgerHarness ledger) {
    assertThat(ledger.postings()).isEmpty();
    assertThat(ledger.decisions()).isEmpty();
    assertThat(ledger.deadLetters()).isEmpty();
    assertThat(ledger.accepted()).isEmpty();
  }

  private static AbstractListAssert<?, ?, Tuple, ?> assertPostings(LedgerHarness ledger) {
    return assertThat(ledger.postings())
        .extracting(Posting::kind, Posting::availableChange, Posting::causeEventId);
  }

  private static AbstractListAssert<?, ?, Tuple, ?> assertDecisions(LedgerHarness ledger) {
    return assertThat(ledger.decisions()).extracting(Decision::outcome, Decision::eventId);
  }

  private static AbstractListAssert<?, ?, Tuple, ?> assertDeadLetters(LedgerHarness ledger) {
    return assertThat(ledger.deadLetters()).extracting(DeadLetter::reason, DeadLetter::position);
  }

  private static Revision revision(long ordinal, String scheme, int creditsOfLean) {
    String yaml =
        """
        scheme: %s
        activities:
          - {id: lean, kind: course, category: elective, credits: %d}
          - {id: kaizen, kind: course, category: elective, credits: 10}
          - {id: six-sigma, kind: course, category: elective, credits: 10}
          - {id: coaching, kind: course, category: elective, credits: 2, jobs: [coach]}
        rewards:
          - {id: day-off, cost: 10}
        """
            .formatted(scheme, creditsOfLean);
    return read(ordinal, yaml);
  }

  private static Revision read(long ordinal, String yaml) {
    return RuleBookFile.read("rulebook.yaml", yaml.getBytes(UTF_8)).revision(ordinal, 0);
  }
}
