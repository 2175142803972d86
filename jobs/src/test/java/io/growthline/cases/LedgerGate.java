package io.growthline.cases;

import io.growthline.ledger.rules.Erasure;
import io.growthline.ledger.rules.LedgerFact;
import io.growthline.schemas.ledger.Balance;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Opens when the ledger has taken the facts it was closed for, and so also knows the rule book. It
 * is static because Flink works with copies of an operator; only one case runs at a time.
 */
final class LedgerGate {

  private static final int PATIENCE_SECONDS = 30;

  private static final Map<String, Long> AWAITED = new ConcurrentHashMap<>();
  private static volatile CountDownLatch opened = new CountDownLatch(0);

  private LedgerGate() {}

  /**
   * Closes the gate until every employee of these facts has a balance as of their newest; without
   * any it stays open. Whoever is erased gets none.
   */
  static void close(List<LedgerFact> facts) {
    AWAITED.clear();
    facts.forEach(fact -> AWAITED.merge(fact.employeeId(), fact.event().occurredAt(), Math::max));
    facts.stream()
        .filter(Erasure::isDemandedBy)
        .filter(fact -> fact.effectiveAt() <= fact.event().occurredAt())
        .forEach(fact -> AWAITED.remove(fact.employeeId()));
    opened = new CountDownLatch(AWAITED.isEmpty() ? 0 : 1);
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
      throw new IllegalStateException("no balance as of the newest fact of " + AWAITED.keySet());
    }
  }
}
