package io.growthline.cases;

import io.growthline.ledger.rules.LedgerFact;
import io.growthline.schemas.ledger.Balance;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Opens when the ledger has taken all people facts of a case, and so also knows the rule book. It
 * is static because Flink works with copies of an operator; only one case runs at a time.
 */
final class PeopleGate {

  private static final int PATIENCE_SECONDS = 30;

  private static final Map<String, Long> AWAITED = new ConcurrentHashMap<>();
  private static volatile CountDownLatch opened = new CountDownLatch(0);

  private PeopleGate() {}

  /** Closes the gate until every employee has a balance as of their newest people fact. */
  static void close(List<LedgerFact> facts) {
    AWAITED.clear();
    for (LedgerFact fact : facts) {
      if (fact.hr() != null) {
        AWAITED.merge(fact.employeeId(), fact.effectiveAt(), Math::max);
      }
    }
    opened = new CountDownLatch(1);
  }

  static void look(Balance balance) {
    AWAITED.computeIfPresent(
        balance.employeeId(), (employee, newest) -> balance.asOf() >= newest ? null : newest);
    if (AWAITED.isEmpty()) {
      opened.countDown();
    }
  }

  static boolean isOpen() {
    return opened.getCount() == 0;
  }

  /**
   * Waits until the gate is open.
   *
   * @throws IllegalStateException if it stays closed for 30 s
   */
  static void pass() throws InterruptedException {
    if (!opened.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
      throw new IllegalStateException("no balance after the people facts of " + AWAITED.keySet());
    }
  }
}
