package io.growthline.local.bench;

import io.growthline.schemas.ledger.Balance;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;

/**
 * New events at fixed instants, whether or not the ledger keeps up, the employees taking turns; and
 * how long it takes from the instant an event is due until somebody holds a balance that counts it.
 * What could not be sent in time counts as latency too.
 */
final class OpenLoop implements AutoCloseable {

  private static final long ARRIVED_WITHIN_NANOS = TimeUnit.SECONDS.toNanos(60);
  private static final long POLL_MILLIS = 20;

  private final int perSecond;
  private final int employees;
  private final EventSender sender;
  private final Thread thread;
  private final long start = System.nanoTime();
  private final long startMillis = System.currentTimeMillis();
  private volatile boolean closed;
  private volatile RuntimeException failure;

  /** By event, 0 until its balance is there; guarded by this, as is next. */
  private long[] latencies = new long[1024];

  /** By employee, the next event whose balance is not there yet. */
  private final int[] next;

  /** Begins to send. */
  OpenLoop(String bootstrap, int perSecond, int employees) {
    this.perSecond = perSecond;
    this.employees = employees;
    this.next = new int[employees];
    Arrays.setAll(next, employee -> employee);
    this.sender = new EventSender(bootstrap, 0);
    this.thread = new Thread(this::send, "open-loop");
    thread.start();
  }

  private void send() {
    try (sender) {
      for (int event = 0; !closed; event++) {
        TimeUnit.NANOSECONDS.sleep(start + dueNanos(event) - System.nanoTime());
        sender.send(Staff.task(event % employees, event, occurredAt(event)));
      }
    } catch (InterruptedException | RuntimeException e) {
      failure = new IllegalStateException("events could not be sent: " + e.getMessage(), e);
    }
  }

  private long dueNanos(int event) {
    return event * TimeUnit.SECONDS.toNanos(1) / perSecond;
  }

  private long occurredAt(int event) {
    return startMillis + TimeUnit.NANOSECONDS.toMillis(dueNanos(event));
  }

  /** Takes note of a balance: it counts all of the employee's events up to the instant it is of. */
  synchronized void take(Balance balance, long nowNanos) {
    int employee = Staff.number(balance.employeeId());
    while (occurredAt(next[employee]) <= balance.asOf()) {
      int event = next[employee];
      if (event >= latencies.length) {
        latencies = Arrays.copyOf(latencies, 2 * event);
      }
      latencies[event] = nowNanos - start - dueNanos(event);
      next[employee] += employees;
    }
  }

  /**
   * Latencies of the events that were due between two instants, by {@link System#nanoTime}; waits
   * for their balances.
   *
   * @throws IllegalStateException if they do not come
   */
  Latencies.Summary between(long from, long until) throws InterruptedException {
    long deadline = System.nanoTime() + ARRIVED_WITHIN_NANOS;
    int first = firstDueAt(from);
    int end = firstDueAt(until);
    while (!haveArrived(first, end)) {
      checkAlive();
      if (System.nanoTime() > deadline) {
        throw new IllegalStateException("balances of new events did not arrive");
      }
      TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
    }
    return summary(first, end);
  }

  /** The first event that is due then or later. */
  private int firstDueAt(long instant) {
    long nanosByRate = Math.multiplyExact(Math.max(0, instant - start), (long) perSecond);
    return Math.toIntExact(-Math.floorDiv(-nanosByRate, TimeUnit.SECONDS.toNanos(1)));
  }

  private synchronized boolean haveArrived(int first, int end) {
    if (end > latencies.length) {
      return false;
    }
    for (int event = first; event < end; event++) {
      if (latencies[event] == 0) {
        return false;
      }
    }
    return true;
  }

  private synchronized Latencies.Summary summary(int first, int end) {
    Latencies measured = new Latencies();
    for (int event = first; event < end; event++) {
      measured.add(latencies[event]);
    }
    return measured.summary();
  }

  /**
   * Looks after the thread.
   *
   * @throws IllegalStateException if it has failed
   */
  void checkAlive() {
    if (failure != null) {
      throw failure;
    }
  }

  @Override
  public void close() throws InterruptedException {
    closed = true;
    thread.join();
  }
}
