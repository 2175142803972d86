package io.growthline.local.bench;

import java.util.BitSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Tells when each of a number of employees has been seen. One thread sees, others wait. */
final class RollCall {

  private final BitSet seen = new BitSet();
  private final int employees;
  private final CountDownLatch complete = new CountDownLatch(1);
  private int present;
  private long completedAt;

  RollCall(int employees) {
    this.employees = employees;
  }

  synchronized void see(int employee, long nowNanos) {
    if (!seen.get(employee)) {
      seen.set(employee);
      present++;
      if (present == employees) {
        completedAt = nowNanos;
        complete.countDown();
      }
    }
  }

  /** How many have been seen. */
  synchronized int present() {
    return present;
  }

  boolean await(long millis) throws InterruptedException {
    return complete.await(millis, TimeUnit.MILLISECONDS);
  }

  /** When the last one was seen, by {@link System#nanoTime}. */
  synchronized long completedAt() {
    return completedAt;
  }
}
