package io.growthline.local.bench;

import io.growthline.facts.Latest;
import io.growthline.ledger.LedgerInputs;
import io.growthline.ledger.LedgerOptions;
import io.growthline.ledger.LedgerPipeline;
import io.growthline.ledger.rules.LedgerFact;
import io.growthline.schemas.ledger.Balance;
import io.growthline.schemas.reference.Revision;
import java.nio.file.Path;
import java.time.Duration;
import org.apache.flink.streaming.api.datastream.DataStream;

/**
 * The ledger alone, fed with facts. Whatever grows is the ledger's state, and whatever its thread
 * does is the ledger's work.
 */
final class FedLedger implements AutoCloseable {

  private final FedJob job;
  private long expected;

  private FedLedger(FedJob job) {
    this.job = job;
  }

  static FedLedger start(Path temporary) throws Exception {
    return new FedLedger(FedJob.start("Credit ledger", temporary, FedLedger::build));
  }

  private static void build(FedJob.Ends ends) {
    DataStream<Latest<Balance>> balances =
        LedgerPipeline.build(
                new LedgerInputs(
                    ends.fed(LedgerFact.class, "fed-facts"),
                    ends.fed(Revision.class, "fed-revisions")),
                LedgerOptions.live().withSweepSpread(Duration.ofMillis(1)))
            .balances();
    ends.count(Latest.values(balances, Balance.class, "Balances", "balances"), Balance.class);
  }

  /** Hands over a fact; the ledger answers each with one balance. */
  void feed(LedgerFact fact) throws InterruptedException {
    expected++;
    job.feed(LedgerFact.class, fact);
  }

  /**
   * Hands over a rule book.
   *
   * @param employees how many there are to be folded again
   */
  void feed(Revision revision, int employees) throws InterruptedException {
    expected += employees;
    job.feed(Revision.class, revision);
  }

  /** Waits until the ledger has done all it was fed. */
  void awaitDone() throws Exception {
    job.awaitAnswers(expected);
  }

  /** CPU time that the ledger's thread has used, nanoseconds. */
  long cpuNanos() {
    return job.cpuNanos();
  }

  @Override
  public void close() {
    job.close();
  }
}
