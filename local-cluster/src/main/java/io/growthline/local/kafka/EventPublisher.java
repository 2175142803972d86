package io.growthline.local.kafka;

import io.growthline.local.company.CompanyRecord;
import io.growthline.local.company.EventJson;
import io.growthline.schemas.events.CreditCommand;
import io.growthline.schemas.events.Event;
import io.growthline.schemas.events.HrEvent;
import io.growthline.schemas.events.LearningEvent;
import io.growthline.schemas.events.PerformanceEvent;
import io.growthline.schemas.topics.Topic;
import io.growthline.schemas.topics.TopicCatalogue;
import io.growthline.schemas.topics.TopicPrefix;
import io.growthline.schemas.wire.SingleObjectEncoding;
import io.growthline.schemas.wire.WireFormat;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * Sends the sample company's records to the input topics at a steady rate: most in Avro, every
 * tenth as JSON, as systems of different age would.
 */
public final class EventPublisher implements AutoCloseable {

  private static final int ONE_IN_JSON_OF = 10;

  private final WireFormat<LearningEvent> learning = SingleObjectEncoding.of(LearningEvent.class);
  private final WireFormat<HrEvent> hr = SingleObjectEncoding.of(HrEvent.class);
  private final WireFormat<PerformanceEvent> performance =
      SingleObjectEncoding.of(PerformanceEvent.class);
  private final WireFormat<CreditCommand> commands = SingleObjectEncoding.of(CreditCommand.class);
  private final KafkaProducer<String, byte[]> producer;
  private final TopicPrefix prefix;
  private final AtomicLong sent = new AtomicLong();
  private final AtomicReference<Exception> failure = new AtomicReference<>();

  public EventPublisher(String bootstrap, TopicPrefix prefix) {
    this.prefix = prefix;
    this.producer =
        new KafkaProducer<>(
            Map.of(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrap,
                ProducerConfig.ACKS_CONFIG,
                "all",
                // A topic made just now may refuse the first batch and take the second: then the
                // first could never be written any more.
                ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION,
                1),
            new StringSerializer(),
            new ByteArraySerializer());
  }

  /**
   * Sends all records in order, and returns once the broker has them.
   *
   * @param perSecond records a second; each is due at its own instant, so a pause is caught up
   * @throws IllegalStateException if the broker refuses a record
   */
  public void publish(List<CompanyRecord> records, double perSecond) throws InterruptedException {
    long start = System.nanoTime();
    for (int i = 0; i < records.size(); i++) {
      long due = start + Math.round(i * TimeUnit.SECONDS.toNanos(1) / perSecond);
      TimeUnit.NANOSECONDS.sleep(due - System.nanoTime());
      send(records.get(i));
    }
    producer.flush();
    checkAllArrived();
  }

  /** Records handed to the broker so far; may be read by any thread. */
  public long sent() {
    return sent.get();
  }

  private void send(CompanyRecord record) {
    checkAllArrived();
    byte[] value =
        record.event() == null
            ? record.unreadable().getBytes(StandardCharsets.UTF_8)
            : encode(record.event());
    String topic = prefix.nameOf(topicOf(record));
    var unused =
        producer.send(
            new ProducerRecord<>(topic, record.employeeId(), value),
            (metadata, error) -> failure.compareAndSet(null, error));
    sent.incrementAndGet();
  }

  private void checkAllArrived() {
    Exception error = failure.get();
    if (error != null) {
      throw new IllegalStateException("the broker refused an event: " + error.getMessage(), error);
    }
  }

  private static Topic<?> topicOf(CompanyRecord record) {
    return switch (record.input()) {
      case LEARNING -> TopicCatalogue.LEARNING_EVENTS;
      case HR -> TopicCatalogue.HR_EVENTS;
      case COMMANDS -> TopicCatalogue.CREDIT_COMMANDS;
      case PERFORMANCE -> TopicCatalogue.PERFORMANCE_EVENTS;
    };
  }

  private byte[] encode(Event event) {
    if (sent.get() % ONE_IN_JSON_OF == 0) {
      return EventJson.of(event).getBytes(StandardCharsets.UTF_8);
    }
    if (event instanceof LearningEvent learningEvent) {
      return learning.encode(learningEvent);
    }
    if (event instanceof HrEvent hrEvent) {
      return hr.encode(hrEvent);
    }
    if (event instanceof PerformanceEvent performanceEvent) {
      return performance.encode(performanceEvent);
    }
    return commands.encode((CreditCommand) event);
  }

  @Override
  public void close() {
    producer.close(java.time.Duration.ofSeconds(2));
  }
}
