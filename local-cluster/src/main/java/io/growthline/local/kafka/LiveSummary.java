package io.growthline.local.kafka;

import io.growthline.schemas.deadletters.DeadLetter;
import io.growthline.schemas.features.FeatureVector;
import io.growthline.schemas.ledger.Balance;
import io.growthline.schemas.ledger.Decision;
import io.growthline.schemas.ledger.EmployeeProgress;
import io.growthline.schemas.ledger.Milestone;
import io.growthline.schemas.ledger.Posting;
import io.growthline.schemas.recommendations.EmployeeRecommendations;
import io.growthline.schemas.recommendations.RecommendationEffect;
import io.growthline.schemas.topics.Topic;
import io.growthline.schemas.topics.TopicCatalogue;
import io.growthline.schemas.topics.TopicPrefix;
import io.growthline.schemas.wire.SingleObjectEncoding;
import io.growthline.schemas.wire.UnreadableMessageException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/**
 * Watches the ledger's topics from a thread of its own and keeps a summary on the screen: how much
 * came in and went out, and the newest triggers.
 */
public final class LiveSummary implements AutoCloseable {

  private static final Duration POLL = Duration.ofMillis(100);

  /** What one message adds to the triggers. */
  private interface Teller {
    List<String> tell(byte[] message) throws UnreadableMessageException;
  }

  private static final List<Topic<?>> TOPICS =
      List.of(
          TopicCatalogue.LEDGER,
          TopicCatalogue.BALANCES,
          TopicCatalogue.MILESTONES,
          TopicCatalogue.PROGRESS,
          TopicCatalogue.DECISIONS,
          TopicCatalogue.FEATURES,
          TopicCatalogue.RECOMMENDATIONS,
          TopicCatalogue.RECOMMENDATION_EFFECTS,
          TopicCatalogue.DEAD_LETTERS);

  private final SummaryScreen screen;
  private final LongSupplier sent;
  private final TriggerLines triggers;
  private final Map<String, Teller> tellers = new HashMap<>();
  private final Map<String, Long> counts = new HashMap<>();
  private final TopicReader reader;
  private final Thread thread;
  private final AtomicLong received = new AtomicLong();
  private volatile boolean closed;

  /**
   * Starts watching.
   *
   * @param sent how many events were sent so far
   * @param names display name by employee id
   */
  public LiveSummary(
      String bootstrap,
      TopicPrefix prefix,
      LongSupplier sent,
      Map<String, String> names,
      SummaryScreen screen) {
    this.screen = screen;
    this.sent = sent;
    this.triggers = new TriggerLines(names);
    tell(prefix, TopicCatalogue.LEDGER, Posting.class, triggers::of);
    tell(prefix, TopicCatalogue.BALANCES, Balance.class, balance -> List.of());
    tell(prefix, TopicCatalogue.MILESTONES, Milestone.class, triggers::of);
    tell(prefix, TopicCatalogue.PROGRESS, EmployeeProgress.class, triggers::of);
    tell(prefix, TopicCatalogue.DECISIONS, Decision.class, decision -> List.of());
    tell(prefix, TopicCatalogue.FEATURES, FeatureVector.class, triggers::of);
    tell(prefix, TopicCatalogue.RECOMMENDATIONS, EmployeeRecommendations.class, triggers::of);
    tell(
        prefix,
        TopicCatalogue.RECOMMENDATION_EFFECTS,
        RecommendationEffect.class,
        effect -> List.of());
    tell(prefix, TopicCatalogue.DEAD_LETTERS, DeadLetter.class, letter -> List.of());
    this.reader =
        new TopicReader(bootstrap, TOPICS.stream().map(prefix::nameOf).collect(Collectors.toSet()));
    this.thread = new Thread(this::watch, "live-summary");
    thread.setDaemon(true);
    thread.start();
  }

  private <T extends Record> void tell(
      TopicPrefix prefix, Topic<T> topic, Class<T> type, Function<T, List<String>> lines) {
    SingleObjectEncoding<T> format = SingleObjectEncoding.of(type);
    tellers.put(prefix.nameOf(topic), message -> lines.apply(format.decode(message)));
    counts.put(prefix.nameOf(topic), 0L);
  }

  private void watch() {
    screen.begin();
    while (!closed) {
      takeWhatCame();
      screen.show(sent.getAsLong(), figures());
    }
    Map<TopicPartition, Long> ends = reader.ends();
    while (!reader.hasReached(ends)) {
      takeWhatCame();
    }
    screen.end(sent.getAsLong(), figures());
    reader.close();
  }

  private void takeWhatCame() {
    for (ConsumerRecord<String, byte[]> message : reader.poll(POLL)) {
      take(message);
    }
  }

  private void take(ConsumerRecord<String, byte[]> message) {
    counts.merge(message.topic(), 1L, Long::sum);
    received.incrementAndGet();
    if (message.value() == null) {
      return;
    }
    try {
      tellers.get(message.topic()).tell(message.value()).forEach(screen::trigger);
    } catch (UnreadableMessageException e) {
      screen.trigger(
          "unreadable message on %s at %d:%d: %s"
              .formatted(message.topic(), message.partition(), message.offset(), e.reason()));
    }
  }

  /** Messages seen so far on all topics watched; may be read by any thread. */
  public long received() {
    return received.get();
  }

  private String figures() {
    return counts.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .map(entry -> entry.getKey() + " " + entry.getValue())
        .collect(Collectors.joining(" · "));
  }

  /** Reads what is committed by now, shows the summary a last time and stops watching. */
  @Override
  public void close() {
    closed = true;
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
