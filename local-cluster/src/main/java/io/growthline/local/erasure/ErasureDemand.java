package io.growthline.local.erasure;

import io.growthline.local.commands.Failure;
import io.growthline.schemas.events.HrEvent;
import io.growthline.schemas.events.HrKind;
import io.growthline.schemas.wire.SingleObjectEncoding;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Tells the jobs to forget a person: an ERASED event. */
public final class ErasureDemand {

  private static final String SOURCE = "growthline-erase";

  /** How far an event may be ahead of the time at which the broker has it. */
  private static final Duration FROM_THE_FUTURE = Duration.ofMinutes(5);

  private ErasureDemand() {}

  /**
   * Sends the event, and returns once the broker has it.
   *
   * @param client how to reach the broker
   * @param topic name of the topic of people events
   * @throws ExecutionException if the broker refuses it
   * @throws Failure if this machine's clock is so far ahead that the jobs will refuse it
   */
  public static void send(Map<String, String> client, String topic, String employeeId, Instant now)
      throws ExecutionException, InterruptedException {
    Map<String, Object> settings = new HashMap<>(client);
    settings.put(ProducerConfig.ACKS_CONFIG, "all");
    try (KafkaProducer<String, byte[]> producer =
        new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
      byte[] event = SingleObjectEncoding.of(HrEvent.class).encode(event(employeeId, now));
      RecordMetadata sent = producer.send(new ProducerRecord<>(topic, employeeId, event)).get();
      if (now.toEpochMilli() - sent.timestamp() > FROM_THE_FUTURE.toMillis()) {
        throw Failure.failed(
            "this machine's clock is ahead of the broker's, and what comes from the future is"
                + " refused: set the clock and run this again");
      }
    }
  }

  private static HrEvent event(String employeeId, Instant now) {
    return new HrEvent(
        UUID.randomUUID().toString(),
        SOURCE,
        employeeId,
        now.toEpochMilli(),
        HrKind.ERASED,
        now.toEpochMilli(),
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null);
  }
}
