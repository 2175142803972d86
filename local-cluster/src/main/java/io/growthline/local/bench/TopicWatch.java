package io.growthline.local.bench;

import io.growthline.local.kafka.TopicReader;
import io.growthline.schemas.topics.Topic;
import io.growthline.schemas.wire.SingleObjectEncoding;
import io.growthline.schemas.wire.UnreadableMessageException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Reads what is committed to a topic in a thread of its own and shows each message to one who
 * watches.
 */
final class TopicWatch<T extends Record> implements AutoCloseable {

  private static final Duration POLL = Duration.ofMillis(20);

  /** Sees a message. */
  interface Watcher<T> {
    /**
     * Called in the watch's thread.
     *
     * @param nowNanos when the message was there, by {@link System#nanoTime}
     */
    void see(T message, long nowNanos);
  }

  private final TopicReader reader;
  private final SingleObjectEncoding<T> encoding;
  private final Watcher<T> watcher;
  private final Thread thread;
  private final AtomicLong shown = new AtomicLong();
  private volatile boolean closed;
  private volatile Exception failure;

  /** Begins to watch at the topic's beginning. */
  TopicWatch(String bootstrap, Topic<T> topic, Watcher<T> watcher) {
    this.reader = new TopicReader(bootstrap, List.of(topic.name()));
    this.encoding = SingleObjectEncoding.of(topic.valueType());
    this.watcher = watcher;
    this.thread = new Thread(this::watch, "watch-" + topic.name());
    thread.start();
  }

  private void watch() {
    try (reader) {
      while (!closed) {
        for (ConsumerRecord<String, byte[]> message : reader.poll(POLL)) {
          watcher.see(encoding.decode(message.value()), System.nanoTime());
          shown.incrementAndGet();
        }
      }
    } catch (UnreadableMessageException | RuntimeException e) {
      failure = e;
    }
  }

  /**
   * Messages shown so far.
   *
   * @throws IllegalStateException if the watch has failed
   */
  long shown() {
    if (failure != null) {
      throw new IllegalStateException("the topic's watch failed: " + failure.getMessage(), failure);
    }
    return shown.get();
  }

  @Override
  public void close() throws InterruptedException {
    closed = true;
    thread.join();
  }
}
