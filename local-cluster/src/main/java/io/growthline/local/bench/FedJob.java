package io.growthline.local.bench;

import io.growthline.app.JobSettings;
import io.growthline.local.cluster.LocalJob;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.flink.api.common.functions.FlatMapFunction;
import org.apache.flink.api.common.functions.MapFunction;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;

/**
 * A pipeline as it is deployed, operators, serialisers and heap state, in one instance on a Flink
 * cluster in this JVM, but without Kafka: what it reads comes from queues, what it answers is
 * counted and thrown away.
 */
final class FedJob implements AutoCloseable {

  private static final Duration NO_CHECKPOINTS = Duration.ofDays(1);
  private static final Duration LOOK_AFTER = Duration.ofSeconds(2);
  private static final Duration LONGEST_SILENCE = Duration.ofSeconds(60);
  private static final long LONGEST_WAIT_MILLIS = 50;
  private static final int QUEUE = 1024;
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  /**
   * Where the job and this class meet: Flink copies what it runs, but not what is static. Each job
   * has its own, since the threads of an earlier one may outlive it for a moment.
   */
  private static final Map<Integer, Feed> FEEDS = new ConcurrentHashMap<>();

  private static final AtomicInteger STARTED = new AtomicInteger();

  private record Feed(Map<Class<?>, BlockingQueue<Object>> queues, AtomicLong answers) {

    static Feed empty() {
      return new Feed(new ConcurrentHashMap<>(), new AtomicLong());
    }

    BlockingQueue<Object> of(Class<?> type) {
      return queues.computeIfAbsent(type, any -> new ArrayBlockingQueue<>(QUEUE));
    }
  }

  /** Puts the pipeline together. */
  interface Graph {
    void build(Ends ends);
  }

  /** Where a pipeline begins and ends. */
  static final class Ends {

    private final StreamExecutionEnvironment environment;
    private final int number;

    private Ends(StreamExecutionEnvironment environment, int number) {
      this.environment = environment;
      this.number = number;
    }

    /** What is fed of a type; ask once for each. */
    <T> DataStream<T> fed(Class<T> type, String uid) {
      int feed = number;
      // Never for ever: a checkpoint's barrier has to get past whoever has nothing to read.
      FlatMapFunction<Long, T> next =
          (any, out) -> {
            Object fed = FEEDS.get(feed).of(type).poll(LONGEST_WAIT_MILLIS, TimeUnit.MILLISECONDS);
            if (fed != null) {
              out.collect(type.cast(fed));
            }
          };
      return environment
          .fromSequence(0, Long.MAX_VALUE / 2)
          .name("Endless " + uid)
          .uid("endless-" + uid)
          .flatMap(next)
          .returns(TypeInformation.of(type))
          .name(uid)
          .uid(uid);
    }

    /** Counts the pipeline's answers. */
    <T> void count(DataStream<T> answers, Class<T> type) {
      int feed = number;
      MapFunction<T, T> counter =
          answer -> {
            FEEDS.get(feed).answers().incrementAndGet();
            return answer;
          };
      DataStream<T> counted =
          answers.map(counter).returns(TypeInformation.of(type)).name("Counter").uid("counter");
      discard(counted, "nowhere");
    }

    /** Throws away what else the pipeline says. */
    <T> void discard(DataStream<T> stream, String uid) {
      stream.sinkTo(new DiscardingSink<>()).name("Nowhere").uid(uid);
    }
  }

  private final String what;
  private final int number;
  private final Feed feed;
  private final LocalJob job;

  private FedJob(String what, int number, Feed feed, LocalJob job) {
    this.what = what;
    this.number = number;
    this.feed = feed;
    this.job = job;
  }

  /**
   * Starts a pipeline.
   *
   * @param what the name of the operator that is measured, or its beginning
   * @param temporary an empty folder; the caller removes it afterwards
   */
  static FedJob start(String what, Path temporary, Graph graph) throws Exception {
    int number = STARTED.incrementAndGet();
    Feed feed = Feed.empty();
    FEEDS.put(number, feed);
    LocalJob job =
        LocalJob.start(
            JobSettings.live(NO_CHECKPOINTS),
            1,
            temporary,
            environment -> graph.build(new Ends(environment, number)));
    return new FedJob(what, number, feed, job);
  }

  /** Hands something over. */
  <T> void feed(Class<T> type, T value) throws InterruptedException {
    feed.of(type).put(value);
  }

  /** How many answers there were so far. */
  long answers() {
    return feed.answers().get();
  }

  /**
   * Waits until there were so many answers in all.
   *
   * @throws IllegalStateException if the job has failed, or falls silent
   */
  void awaitAnswers(long expected) throws Exception {
    long told = answers();
    long silentSince = System.nanoTime();
    while (told < expected) {
      TimeUnit.MILLISECONDS.sleep(1);
      long silence = System.nanoTime() - silentSince;
      if (answers() > told) {
        told = answers();
        silentSince = System.nanoTime();
      } else if (silence > LOOK_AFTER.toNanos()) {
        // Not before: asking Flink each time would cost more CPU than what is measured.
        job.checkAlive();
      }
      if (silence > LONGEST_SILENCE.toNanos()) {
        throw new IllegalStateException(
            "%s gave %d of %d answers, then fell silent".formatted(what, told, expected),
            job.lastFailure());
      }
    }
  }

  /** CPU time that the measured operator's thread has used, nanoseconds. */
  long cpuNanos() {
    for (ThreadInfo thread : THREADS.getThreadInfo(THREADS.getAllThreadIds())) {
      if (thread != null && thread.getThreadName().startsWith(what)) {
        return THREADS.getThreadCpuTime(thread.getThreadId());
      }
    }
    throw new IllegalStateException("the thread of " + what + " is gone");
  }

  @Override
  public void close() {
    job.close();
    FEEDS.remove(number);
  }
}
