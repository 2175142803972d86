package io.growthline.ledger;

import static io.growthline.ledger.SampleFacts.adjusted;
import static io.growthline.ledger.SampleFacts.approved;
import static io.growthline.ledger.SampleFacts.redeem;
import static io.growthline.ledger.SampleFacts.rejected;
import static io.growthline.ledger.SampleFacts.voided;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.growthline.schemas.ledger.Decision;
import io.growthline.schemas.ledger.Outcome;
import io.growthline.schemas.ledger.Posting;
import io.growthline.schemas.ledger.PostingKind;
import org.junit.jupiter.api.Test;

/** What comes late is answered by what is known by then, and linked to what it is about. */
class LateFactsTest {

  @Test
  void aLateRequestDoesNotExceedALimitThatLaterOnesReached() {
    InMemoryLedger ledger = ledger("{zone: UTC}", ", limit: {count: 1, per: year}");
    ledger.arrive(adjusted("a-1", 100_00, "2026-01-01T00:00:00Z"));
    ledger.arrive(redeem("r-2", "2026-03-01T00:00:00.005Z"));
    ledger.arrive(redeem("r-1", "2026-03-01T00:00:00Z"));
    ledger.arrive(redeem("r-0", "2025-12-31T23:59:59Z"));
    assertThat(ledger.decisions())
        .filteredOn(decision -> decision.eventId().startsWith("r"))
        .extracting(Decision::eventId, Decision::outcome)
        .containsExactly(
            tuple("r-2", Outcome.APPROVED),
            tuple("r-1", Outcome.LIMIT_REACHED),
            tuple("r-0", Outcome.INSUFFICIENT_CREDITS));
    assertThat(ledger.balance().redeemed()).isEqualTo(10_00);
  }

  @Test
  void aLateRequestIsNotPaidFromWhatWasTakenBackSince() {
    for (String scheme : new String[] {"{zone: UTC}", "{zone: UTC, negativeBalance: forgive}"}) {
      InMemoryLedger ledger = declining(scheme, "2026-03-05T00:00:00Z");
      assertThat(ledger.balance().debt()).as(scheme).isZero();
    }
  }

  /** Though by then it would have lapsed unspent: what lapses is nobody's gain. */
  @Test
  void whatWasTakenBackAfterItLapsedPaysForNoLateRequestEither() {
    for (String scheme :
        new String[] {
          "{zone: UTC, expiry: {days: 5}}",
          "{zone: UTC, expiry: {days: 5}, negativeBalance: forgive}"
        }) {
      declining(scheme, "2026-03-10T00:00:00Z");
    }
  }

  @Test
  void aRequestInTimeKeepsItsAnswerAndLeavesDebt() {
    InMemoryLedger ledger = ledger("{zone: UTC}", "");
    ledger.arrive(approved("e-1", "s-1", "2026-03-01T00:00:00Z"));
    ledger.arrive(redeem("r-1", "2026-03-03T00:00:00Z"));
    ledger.arrive(rejected("e-2", "s-1", "2026-03-05T00:00:00Z"));
    assertThat(ledger.balance().debt()).isEqualTo(10_00);
    assertThat(ledger.balance().redeemed()).isEqualTo(10_00);
  }

  @Test
  void aLateRequestIsGrantedWhereWhatCameSincePaysForIt() {
    InMemoryLedger ledger = ledger("{zone: UTC}", "");
    ledger.arrive(approved("e-1", "s-1", "2026-03-01T00:00:00Z"));
    ledger.arrive(rejected("e-2", "s-1", "2026-03-05T00:00:00Z"));
    ledger.arrive(approved("e-3", "s-2", "2026-03-06T00:00:00Z"));
    ledger.arrive(redeem("r-1", "2026-03-03T00:00:00Z"));
    assertThat(ledger.decisions())
        .extracting(Decision::eventId, Decision::outcome)
        .contains(tuple("r-1", Outcome.APPROVED));
    assertThat(ledger.balance().available()).isZero();
  }

  /** The second approval of one submission earns once the first is void; then it is rejected. */
  @Test
  void aRejectionNamesTheAwardThatItTakesBackAlsoWhenThatIsAnotherNow() {
    InMemoryLedger ledger = ledger("{zone: UTC}", "");
    ledger.arrive(approved("e-1", "s-1", "2026-03-01T00:00:00Z"));
    ledger.arrive(approved("e-2", "s-1", "2026-03-02T00:00:00Z"));
    ledger.arrive(rejected("e-3", "s-1", "2026-03-05T00:00:00Z"));
    ledger.arrive(voided("e-4", "e-1", "2026-03-06T00:00:00Z"));
    assertThat(ledger.balance().available()).isZero();
    String second =
        ledger.postings().stream()
            .filter(posting -> posting.kind() == PostingKind.EARN)
            .filter(posting -> posting.causeEventId().equals("e-2"))
            .map(Posting::entryId)
            .findFirst()
            .orElseThrow();
    assertThat(
            ledger.postings().stream()
                .filter(posting -> second.equals(posting.lotId()))
                .mapToLong(Posting::availableChange)
                .sum())
        .as("what was earned by the second approval is gone from its own lot")
        .isZero();
  }

  /** Asserts that what is rejected by then pays for no request dated before that comes after it. */
  private static InMemoryLedger declining(String scheme, String rejectedAt) {
    InMemoryLedger ledger = ledger(scheme, "");
    ledger.arrive(approved("e-1", "s-1", "2026-03-01T00:00:00Z"));
    ledger.arrive(rejected("e-2", "s-1", rejectedAt));
    ledger.arrive(redeem("r-1", "2026-03-03T00:00:00Z"));
    assertThat(ledger.decisions())
        .extracting(Decision::eventId, Decision::outcome)
        .as(scheme)
        .contains(tuple("r-1", Outcome.INSUFFICIENT_CREDITS));
    return ledger;
  }

  private static InMemoryLedger ledger(String scheme, String limit) {
    String yaml =
        """
        scheme: %s
        activities: [{id: kaizen, kind: practice, category: practice, credits: 10}]
        rewards: [{id: day-off, cost: 10%s}]
        """
            .formatted(scheme, limit);
    return InMemoryLedger.of(yaml);
  }
}
