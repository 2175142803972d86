package io.growthline.local.recovery;

import io.growthline.cases.PassingTime;
import io.growthline.oracle.History;
import io.growthline.oracle.JsonLines;
import io.growthline.schemas.events.CreditCommand;
import io.growthline.schemas.events.Event;
import io.growthline.schemas.events.HrEvent;
import io.growthline.schemas.events.LearningEvent;
import io.growthline.schemas.topics.Topic;
import io.growthline.schemas.topics.TopicCatalogue;
import io.growthline.schemas.topics.TopicPrefix;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * Employees' records on their way to the input topics: in order of time over all employees, but for
 * one in five that comes up to a year late. Time passes on every partition as it does in a large
 * company.
 */
final class EmployeeStream implements AutoCloseable {

  private static final int PERCENT_LATE = 20;
  private static final long LATE_BY_AT_MOST_MILLIS = Duration.ofDays(365).toMillis();
  private static final int RECORDS_BETWEEN_TICKS = 100;

  /** A record and when it is sent, in the order of these times. */
  private record Sending(Topic<?> topic, Event event, String json, long at) {}

  private final KafkaProducer<String, String> producer;
  private final List<Sending> sendings = new ArrayList<>();
  private final AtomicInteger sent = new AtomicInteger();
  private volatile boolean hurried;

  EmployeeStream(String bootstrap, Collection<History> histories, Random random) {
    producer =
        new KafkaProducer<>(
            Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap),
            new StringSerializer(),
            new StringSerializer());
    for (History history : histories) {
      for (HrEvent event : history.hr()) {
        add(TopicCatalogue.HR_EVENTS, event, JsonLines.line(event), random);
      }
      for (LearningEvent event : history.learning()) {
        add(TopicCatalogue.LEARNING_EVENTS, event, JsonLines.line(event), random);
      }
      for (CreditCommand command : history.commands()) {
        add(TopicCatalogue.CREDIT_COMMANDS, command, JsonLines.line(command), random);
      }
    }
    sendings.sort(Comparator.comparingLong(Sending::at));
  }

  private void add(Topic<?> topic, Event event, String json, Random random) {
    boolean late = random.nextInt(100) < PERCENT_LATE;
    long lateBy = late ? (long) (random.nextDouble() * LATE_BY_AT_MOST_MILLIS) : 0;
    sendings.add(new Sending(topic, event, json, event.occurredAt() + lateBy));
  }

  /** Begins to send all of them, at that rate; the result completes when the broker has them. */
  CompletableFuture<Void> send(int perSecond) {
    return CompletableFuture.runAsync(() -> sendAll(TimeUnit.SECONDS.toNanos(1) / perSecond));
  }

  /** Sends what is left as fast as the broker takes it. */
  void hurry() {
    hurried = true;
  }

  private void sendAll(long nanosBetween) {
    long start = System.nanoTime();
    long newest = Long.MIN_VALUE;
    for (int i = 0; i < sendings.size(); i++) {
      pauseUntil(start + i * nanosBetween);
      Sending next = sendings.get(i);
      send(next.topic(), next.event().employeeId(), next.json());
      sent.incrementAndGet();
      newest = Math.max(newest, next.event().occurredAt());
      if (i % RECORDS_BETWEEN_TICKS == 0) {
        passTime(Instant.ofEpochMilli(newest));
      }
    }
    producer.flush();
  }

  private void pauseUntil(long nanoTime) {
    try {
      while (!hurried && System.nanoTime() < nanoTime) {
        TimeUnit.MILLISECONDS.sleep(1);
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Sends events after all others; returns when the broker has them. */
  void sendNow(Collection<LearningEvent> events) {
    for (LearningEvent event : events) {
      send(TopicCatalogue.LEARNING_EVENTS, event.employeeId(), JsonLines.line(event));
    }
    producer.flush();
  }

  /** Lets time pass up to that instant. */
  void passTime(Instant instant) {
    PassingTime.until(instant, producer, TopicPrefix.NONE);
  }

  private void send(Topic<?> topic, String employee, String json) {
    var unused = producer.send(new ProducerRecord<>(topic.name(), employee, json));
  }

  /** How many of them have been sent. */
  int sent() {
    return sent.get();
  }

  @Override
  public void close() {
    producer.close(Duration.ZERO);
  }
}
