package io.growthline.ledger;

import io.growthline.ledger.rules.AccountHead;
import io.growthline.ledger.rules.Erasure;
import io.growthline.ledger.rules.LedgerFact;
import io.growthline.ledger.rules.LedgerState;
import io.growthline.ledger.rules.WaitingId;
import java.util.Map;
import org.apache.flink.streaming.api.TimerService;

/**
 * One employee's timers of event time: one to wake up by, and one for each fact that waits. A timer
 * bears the employee's id, so none may be left that nothing tells of.
 *
 * @param waitMillis how long a fact waits for a rule book that knows its activity
 */
record EmployeeTimers(TimerService timers, LedgerState state, long waitMillis) {

  /** When the employee wakes up by the present state; MAX_VALUE: never. */
  long wakeUpAt() {
    AccountHead head = state.account();
    return head == null ? Long.MAX_VALUE : head.wakeUpAt();
  }

  /**
   * Sets the one timer to wake up by.
   *
   * @param before when it was set for
   */
  void setWakeUp(long before) {
    long next = wakeUpAt();
    if (before != next && before != Long.MAX_VALUE && !isOfOneThatWaits(before)) {
      timers.deleteEventTimeTimer(before);
    }
    if (next != Long.MAX_VALUE) {
      timers.registerEventTimeTimer(next);
    }
  }

  /** Sets a timer for a fact that has to wait. */
  void setFor(LedgerFact waiting) {
    timers.registerEventTimeTimer(endOf(waiting));
  }

  /** Sets them for all that wait: theirs may have passed while there was no rule book. */
  void setForAllThatWait() {
    for (Map.Entry<WaitingId, LedgerFact> entry : state.waiting().entries()) {
      setFor(entry.getValue());
    }
  }

  /** Removes the timer of a fact that waits no longer. */
  void removeFor(LedgerFact released) {
    long end = endOf(released);
    if (end != wakeUpAt() && !isOfOneThatWaits(end)) {
      timers.deleteEventTimeTimer(end);
    }
  }

  /** Removes all of them. */
  void clear() {
    timers.deleteEventTimeTimer(wakeUpAt());
    for (Map.Entry<WaitingId, LedgerFact> entry : state.waiting().entries()) {
      timers.deleteEventTimeTimer(endOf(entry.getValue()));
    }
  }

  private boolean isOfOneThatWaits(long timer) {
    for (Map.Entry<WaitingId, LedgerFact> entry : state.waiting().entries()) {
      if (endOf(entry.getValue()) == timer) {
        return true;
      }
    }
    return false;
  }

  /** A demand to be erased does not wait for a rule book any longer than until it takes effect. */
  private long endOf(LedgerFact waiting) {
    return Erasure.isDemandedBy(waiting)
        ? waiting.effectiveAt()
        : waiting.effectiveAt() + waitMillis;
  }
}
