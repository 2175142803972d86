package io.growthline.local.bench;

import io.growthline.local.kafka.TopicReader;
import io.growthline.schemas.ledger.Balance;
import io.growthline.schemas.ledger.Milestone;
import io.growthline.schemas.topics.TopicCatalogue;
import io.growthline.schemas.wire.SingleObjectEncoding;
import io.growthline.schemas.wire.UnreadableMessageException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Sends a load to the running ledger and measures from the instant an event is due to the instant a
 * consumer holds the balance, or the milestone, that it caused. What the producer cannot send in
 * time counts as latency too.
 */
final class LatencyMeasurement {

  private static final Duration POLL = Duration.ofMillis(20);
  private static final long ARRIVED_WITHIN_NANOS = TimeUnit.SECONDS.toNanos(30);

  private final Load load;
  private final String bootstrap;
  private final SingleObjectEncoding<Balance> balances = SingleObjectEncoding.of(Balance.class);
  private final SingleObjectEncoding<Milestone> milestones =
      SingleObjectEncoding.of(Milestone.class);
  private final Latencies ofBalances = new Latencies();
  private final Latencies ofMilestones = new Latencies();
  private final AtomicReference<RuntimeException> failure = new AtomicReference<>();
  private volatile long start;
  private volatile int newestBalance = -1;
  private volatile boolean closed;

  LatencyMeasurement(Load load, String bootstrap) {
    this.load = load;
    this.bootstrap = bootstrap;
  }

  /** What was measured. */
  record Result(Latencies.Summary balances, Latencies.Summary milestones) {}

  /**
   * Takes as long as the load lasts, and a little longer.
   *
   * @throws IllegalStateException if the last balances do not arrive, or the broker refuses events
   */
  Result run() throws InterruptedException {
    try (TopicReader reader =
        new TopicReader(
            bootstrap, List.of(TopicCatalogue.BALANCES.name(), TopicCatalogue.MILESTONES.name()))) {
      reader.skipToEnd();
      start = System.nanoTime();
      Thread consumer = new Thread(() -> consume(reader), "bench-consumer");
      consumer.start();
      try {
        produce();
        awaitLastBalance();
      } finally {
        closed = true;
        consumer.join();
      }
    }
    checkFailure();
    return new Result(ofBalances.summary(), ofMilestones.summary());
  }

  private void produce() throws InterruptedException {
    long startMillis = System.currentTimeMillis();
    try (EventSender sender = new EventSender(bootstrap, 0)) {
      for (int n = 0; n < load.events(); n++) {
        TimeUnit.NANOSECONDS.sleep(start + load.dueNanos(n) - System.nanoTime());
        long occurredAt = startMillis + TimeUnit.NANOSECONDS.toMillis(load.dueNanos(n));
        sender.send(load.event(n, occurredAt));
        checkFailure();
      }
    }
  }

  private void consume(TopicReader reader) {
    try {
      while (!closed) {
        for (ConsumerRecord<String, byte[]> message : reader.poll(POLL)) {
          long now = System.nanoTime();
          if (message.topic().endsWith(TopicCatalogue.BALANCES.name())) {
            take(balances.decode(message.value()), now);
          } else {
            take(milestones.decode(message.value()), now);
          }
        }
      }
    } catch (UnreadableMessageException | RuntimeException e) {
      fail(e);
    }
  }

  private void take(Balance balance, long now) {
    if (balance.ledgerSequence() > 0) {
      int event = load.eventOf(balance.employeeId(), balance.ledgerSequence());
      add(ofBalances, event, now);
      newestBalance = Math.max(newestBalance, event);
    }
  }

  private void take(Milestone milestone, long now) {
    add(ofMilestones, Load.eventOf(milestone.causeEventId()), now);
  }

  private void add(Latencies latencies, int event, long now) {
    if (event >= load.firstMeasured()) {
      latencies.add(now - start - load.dueNanos(event));
    }
  }

  private void awaitLastBalance() throws InterruptedException {
    long deadline = System.nanoTime() + ARRIVED_WITHIN_NANOS;
    while (newestBalance < load.events() - 1) {
      checkFailure();
      if (System.nanoTime() > deadline) {
        throw new IllegalStateException(
            "the balances of the last events did not arrive; the newest was of event "
                + newestBalance);
      }
      TimeUnit.MILLISECONDS.sleep(POLL.toMillis());
    }
  }

  private void fail(Exception error) {
    failure.compareAndSet(
        null, new IllegalStateException("the measurement failed: " + error.getMessage(), error));
  }

  private void checkFailure() {
    RuntimeException error = failure.get();
    if (error != null) {
      throw error;
    }
  }
}
