package io.growthline.local.bench;

import io.growthline.ledger.rules.LedgerFact;
import io.growthline.schemas.events.CreditCommand;
import io.growthline.schemas.events.Event;
import io.growthline.schemas.events.LearningEvent;
import io.growthline.schemas.topics.TopicCatalogue;
import io.growthline.schemas.wire.SingleObjectEncoding;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Sends events to the input topics, as an LMS would. */
final class EventSender implements AutoCloseable {

  private final SingleObjectEncoding<LearningEvent> learning =
      SingleObjectEncoding.of(LearningEvent.class);
  private final SingleObjectEncoding<CreditCommand> commands =
      SingleObjectEncoding.of(CreditCommand.class);
  private final KafkaProducer<String, byte[]> producer;
  private final AtomicReference<Exception> failure = new AtomicReference<>();

  /**
   * Connects.
   *
   * @param lingerMillis how long an event may wait for others to go with; 0: it goes at once
   */
  EventSender(String bootstrap, int lingerMillis) {
    this.producer =
        new KafkaProducer<>(
            Map.of(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrap,
                ProducerConfig.LINGER_MS_CONFIG,
                lingerMillis),
            new StringSerializer(),
            new ByteArraySerializer());
  }

  void send(LedgerFact fact) {
    if (fact.command() != null) {
      send(TopicCatalogue.CREDIT_COMMANDS.name(), fact.event(), commands.encode(fact.command()));
    } else {
      send(fact.learning());
    }
  }

  void send(LearningEvent event) {
    send(TopicCatalogue.LEARNING_EVENTS.name(), event, learning.encode(event));
  }

  private void send(String topic, Event event, byte[] value) {
    checkArrived();
    var unused =
        producer.send(
            new ProducerRecord<>(topic, event.employeeId(), value),
            (metadata, error) -> failure.compareAndSet(null, error));
  }

  private void checkArrived() {
    Exception error = failure.get();
    if (error != null) {
      throw new IllegalStateException("the broker refused an event: " + error.getMessage(), error);
    }
  }

  /** Waits until the broker has everything. */
  @Override
  public void close() {
    producer.close();
    checkArrived();
  }
}
