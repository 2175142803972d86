package io.growthline.ledger;

import static io.growthline.ledger.SampleFacts.adjusted;
import static io.growthline.ledger.SampleFacts.erased;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.growthline.rulebook.RuleBookFile;
import io.growthline.rulebook.RuleBooks;
import org.junit.jupiter.api.Test;

/** F6: the topic of lots forgets also those that the ledger itself has no lot of any more. */
class ErasedLotsTest {

  private final InMemoryLedger ledger =
      new InMemoryLedger(
          "li-na",
          RuleBooks.from(
              RuleBookFile.read(
                      "rulebook.yaml",
                      "{scheme: {zone: UTC, history: {days: 30}}, activities: []}".getBytes(UTF_8))
                  .revision(1, 0)));

  @Test
  void f6ALotThatTurnedOutNoneIsErasedAfterItsTimeWasClosed() {
    ledger.arrive(adjusted("a1", 500, "2026-01-10T00:00:00Z"));
    // The same identity, earlier: it took credits, and never opened a lot.
    ledger.arrive(adjusted("a1", -500, "2026-01-09T00:00:00Z"));
    ledger.arrive(adjusted("a2", 300, "2026-05-01T00:00:00Z"));
    ledger.boundHistory();
    assertThat(ledger.state().opening()).isNotNull();
    assertThat(ledger.lotsTold()).hasSize(2);

    ledger.arrive(erased("x1", "2026-05-02T00:00:00Z"));

    assertThat(ledger.lotsTold()).isEmpty();
    assertThat(ledger.state().journal().entries()).isEmpty();
  }

  @Test
  void whatIsKeptForItChangesNoBalance() {
    ledger.arrive(adjusted("a1", 500, "2026-01-10T00:00:00Z"));
    ledger.arrive(adjusted("a1", -500, "2026-01-09T00:00:00Z"));
    ledger.arrive(adjusted("a2", 300, "2026-05-01T00:00:00Z"));
    ledger.boundHistory();
    int postings = ledger.postings().size();

    ledger.arrive(adjusted("a3", 100, "2026-04-15T00:00:00Z"));

    assertThat(ledger.balance().earned()).isEqualTo(-100);
    assertThat(ledger.postings()).hasSize(postings + 1);
  }
}
