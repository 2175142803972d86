package io.growthline.ledger;

import static io.growthline.ledger.SampleFacts.adjusted;
import static io.growthline.ledger.SampleFacts.completed;
import static io.growthline.ledger.SampleFacts.voided;
import static org.assertj.core.api.Assertions.assertThat;

import io.growthline.ledger.rules.LedgerFact;
import io.growthline.rulebook.RuleBookFile;
import io.growthline.rulebook.RuleBooks;
import io.growthline.schemas.ledger.Balance;
import io.growthline.schemas.ledger.Posting;
import io.growthline.schemas.wire.SingleObjectEncoding;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The largest amounts that can be asked for, in the worst order: everything can still be told. */
class LargestAmountsTest {

  private static final long MOST = 999_999_999_999L;
  private static final long LIMIT = 50_000_000_000L;

  private static final String RULES =
      """
      scheme: {zone: UTC}
      activities:
        - {id: kaizen, kind: course, category: elective, credits: 9999999999.99, repeat: each}
      """;

  private final InMemoryLedger ledger =
      new InMemoryLedger(
          "li-na",
          RuleBooks.from(
              RuleBookFile.read("rulebook.yaml", RULES.getBytes(StandardCharsets.UTF_8))
                  .revision(1, 0)));

  @Test
  void whatComesInAndWhatIsTakenIsCutToTheLimits() {
    arrive(
        adjusted("a1", MOST, "2026-01-01T00:00:00Z"),
        adjusted("a2", -MOST, "2026-01-02T00:00:00Z"),
        adjusted("a3", -1, "2026-01-03T00:00:00Z"),
        adjusted("a4", 1, "2026-01-04T00:00:00Z"));
    assertThat(ledger.postings()).extracting(Posting::earnedChange).containsExactly(LIMIT, -LIMIT);
    assertThat(ledger.decisions())
        .extracting(decision -> decision.outcome().name())
        .containsExactly("CAPPED", "CAPPED", "CAPPED", "CAPPED");
  }

  /** What comes first by its date comes last by its arrival. */
  @Test
  void noOrderOfCorrectionsLeadsBeyondWhatAFieldHolds() {
    arrive(
        adjusted("a1", MOST, "2026-01-05T00:00:00Z"),
        adjusted("a2", -MOST, "2026-01-06T00:00:00Z"),
        completed("e1", "kaizen", "2026-01-07T00:00:00Z"),
        adjusted("a3", -MOST, "2026-01-04T00:00:00Z"),
        completed("e2", "kaizen", "2026-01-03T00:00:00Z"),
        voided("v1", "e2", "2026-01-08T00:00:00Z"),
        adjusted("a1", MOST, "2026-01-01T00:00:00Z"),
        adjusted("a4", -MOST, "2026-01-02T00:00:00Z"));
    assertThat(ledger.balance().earned()).isBetween(-LIMIT, LIMIT);
    assertThat(ledger.balance().available()).isBetween(-2 * LIMIT, LIMIT);
  }

  private void arrive(LedgerFact... facts) {
    for (LedgerFact fact : facts) {
      ledger.arrive(fact);
      // Whatever cannot be written would stop the job for ever.
      List<Posting> postings = ledger.postings();
      postings.forEach(SingleObjectEncoding.of(Posting.class)::encode);
      SingleObjectEncoding.of(Balance.class).encode(ledger.balance());
    }
  }
}
