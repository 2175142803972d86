package io.growthline.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.growthline.ledger.rules.FactId;
import io.growthline.ledger.rules.LedgerFact;
import io.growthline.ledger.rules.RecordedOutcome;
import io.growthline.rulebook.RuleBook;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Facts come one by one; now and then time passes, or the job is stopped and goes on from a
 * savepoint. After every single step everything that was told agrees.
 */
final class LiveRun {

  private final InMemoryLedger ledger;
  private final long until;
  private final Random random;
  private long time = Long.MIN_VALUE;
  private long version;

  /**
   * @param until time never passes that instant, epoch milliseconds
   */
  LiveRun(InMemoryLedger ledger, long until, Random random) {
    this.ledger = ledger;
    this.until = until;
    this.random = random;
  }

  void take(List<LedgerFact> facts) {
    for (LedgerFact fact : facts) {
      if (random.nextInt(3) == 0) {
        time = Math.max(time, (fact.effectiveAt() + until) / 2);
        step(() -> ledger.advanceTo(time));
      }
      if (random.nextInt(4) == 0) {
        step(ledger::restart);
      }
      step(() -> ledger.arrive(fact));
    }
  }

  void publish(RuleBook revision) {
    step(() -> ledger.publish(revision));
  }

  void sweep() {
    step(ledger::sweep);
  }

  void end() {
    step(() -> ledger.advanceTo(until));
  }

  private void step(Runnable change) {
    Map<FactId, RecordedOutcome> answers = Map.copyOf(ledger.answers());
    change.run();
    assertThat(ledger.answers()).as("answers once given").containsAllEntriesOf(answers);
    OracleTerms.assertConserved(ledger);
    if (ledger.balance() != null) {
      assertThat(ledger.balance().version()).isGreaterThanOrEqualTo(version);
      version = ledger.balance().version();
    }
  }
}
