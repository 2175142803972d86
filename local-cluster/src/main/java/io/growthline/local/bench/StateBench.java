package io.growthline.local.bench;

import io.growthline.ledger.rules.LedgerFact;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;

/**
 * Measures what an employee with a long past costs the ledger: heap, and the CPU of each change.
 */
final class StateBench {

  private static final long FIRST_DAY = Instant.parse("2025-01-01T04:00:00Z").toEpochMilli();

  /** The first round, in which the JVM still compiles, is not reported. */
  private static final int ROUNDS = 6;

  private static final int LEAST_EMPLOYEES = 10 * ROUNDS;
  private static final int COLLECTIONS_IN_VAIN = 3;
  private static final long COLLECTION_PAUSE_MILLIS = 200;
  private static final long NOISE_BYTES = 1024 * 1024;

  private final Staff staff = new Staff(FIRST_DAY);
  private final int facts;
  private final int employees;
  private final FedLedger ledger;

  private StateBench(int facts, int employees, FedLedger ledger) {
    this.facts = facts;
    this.employees = employees;
    this.ledger = ledger;
  }

  /**
   * What one employee costs.
   *
   * @param facts each employee has had
   * @param employees over whom it was measured
   * @param heapBytes live heap of one employee's state
   * @param headMicros CPU of a fact later than all others
   * @param lateMicros CPU of a fact earlier than all others, so that all are folded again
   * @param changeMicros CPU of folding all again, and posting the difference, for another rule book
   */
  record Result(
      int facts,
      int employees,
      long heapBytes,
      Spread headMicros,
      Spread lateMicros,
      Spread changeMicros) {}

  /**
   * Measures.
   *
   * @param facts of each employee
   * @param allFacts of all together, roughly
   * @param temporary an empty folder; the caller removes it afterwards
   */
  static Result measure(int facts, int allFacts, Path temporary) throws Exception {
    int employees = Math.max(LEAST_EMPLOYEES, allFacts / facts);
    try (FedLedger ledger = FedLedger.start(temporary)) {
      return new StateBench(facts, employees, ledger).measure();
    }
  }

  private Result measure() throws Exception {
    publish(0, 0);
    ledger.feed(staff.fact(0, 0));
    ledger.awaitDone();
    int some = employees / 4;
    for (int day = 1; day < facts; day++) {
      ledger.feed(staff.fact(0, day));
    }
    feedPasts(1, some);
    long before = liveHeapBytes();
    feedPasts(some, employees);
    long heapBytes = (liveHeapBytes() - before) / (employees - some);

    double[] head = new double[ROUNDS - 1];
    double[] late = new double[ROUNDS - 1];
    double[] change = new double[ROUNDS - 1];
    for (int round = 0; round < ROUNDS; round++) {
      double headMicros = cpuMicrosOfTasks(round, facts);
      double lateMicros = cpuMicrosOfTasks(round, -1);
      double changeMicros = cpuMicrosOfChange(round + 1);
      if (round > 0) {
        head[round - 1] = headMicros;
        late[round - 1] = lateMicros;
        change[round - 1] = changeMicros;
      }
    }
    return new Result(
        facts, employees, heapBytes, Spread.of(head), Spread.of(late), Spread.of(change));
  }

  private void feedPasts(int from, int until) throws Exception {
    for (int employee = from; employee < until; employee++) {
      for (int day = 0; day < facts; day++) {
        ledger.feed(staff.fact(employee, day));
      }
    }
    ledger.awaitDone();
  }

  /** One task for each of this round's employees, whom no other round touches so. */
  private double cpuMicrosOfTasks(int round, int day) throws Exception {
    IntFunction<LedgerFact> task = employee -> staff.task(employee, day);
    int share = employees / ROUNDS;
    long start = ledger.cpuNanos();
    for (int employee = round * share; employee < (round + 1) * share; employee++) {
      ledger.feed(task.apply(employee));
    }
    ledger.awaitDone();
    return (ledger.cpuNanos() - start) / 1000.0 / share;
  }

  private double cpuMicrosOfChange(int changes) throws Exception {
    long start = ledger.cpuNanos();
    publish(changes, employees);
    ledger.awaitDone();
    return (ledger.cpuNanos() - start) / 1000.0 / employees;
  }

  private void publish(int changes, int present) throws InterruptedException {
    ledger.feed(LedgerRuleBook.after(changes).revision(changes + 1, FIRST_DAY), present);
  }

  /** What is left when full collections find nothing more: what ended before goes by and by. */
  private static long liveHeapBytes() throws InterruptedException {
    long least = Long.MAX_VALUE;
    for (int inVain = 0; inVain < COLLECTIONS_IN_VAIN; inVain++) {
      System.gc();
      TimeUnit.MILLISECONDS.sleep(COLLECTION_PAUSE_MILLIS);
      long used = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
      if (used < least - NOISE_BYTES) {
        inVain = -1;
      }
      least = Math.min(least, used);
    }
    return least;
  }
}
