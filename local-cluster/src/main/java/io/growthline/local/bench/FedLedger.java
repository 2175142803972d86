package io.growthline.local.bench;

import io.growthline.app.JobSettings;
import io.growthline.facts.Latest;
import io.growthline.ledger.LedgerInputs;
import io.growthline.ledger.LedgerOptions;
import io.growthline.ledger.LedgerPipeline;
import io.growthline.ledger.rules.LedgerFact;
import io.growthline.local.cluster.LocalJob;
import io.growthline.schemas.ledger.Balance;
import io.growthline.schemas.reference.Revision;
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
import org.apache.flink.api.common.functions.MapFunction;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;

/**
 * The ledger as it is deployed, operator, serialisers and heap state, in one instance on a Flink
 * cluster in this JVM, but without Kafka: facts come from a queue, what it says is thrown away. So
 * whatever grows is the ledger's state, and whatever its thread does is the ledger's work.
 */
final class FedLedger implements AutoCloseable {

  private static final Duration NO_CHECKPOINTS = Duration.ofDays(1);
  private static final Duration LONGEST_SILENCE = Duration.ofSeconds(60);
  private static final int QUEUE = 1024;
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  /**
   * Where the job and this class meet: Flink copies what it runs, but not what is static. Each
   * ledger has its own, since the threads of an earlier one may outlive it for a moment.
   */
  private static final Map<Integer, Feed> FEEDS = new ConcurrentHashMap<>();

  private static final AtomicInteger STARTED = new AtomicInteger();

  private record Feed(
      BlockingQueue<LedgerFact> facts, BlockingQueue<Revision> revisions, AtomicLong balances) {

    static Feed empty() {
      return new Feed(
          new ArrayBlockingQueue<>(QUEUE), new ArrayBlockingQueue<>(QUEUE), new AtomicLong());
    }
  }

  private final int number;
  private final Feed feed;
  private final LocalJob job;
  private long expected;

  private FedLedger(int number, Feed feed, LocalJob job) {
    this.number = number;
    this.feed = feed;
    this.job = job;
  }

  static FedLedger start(Path temporary) throws Exception {
    int number = STARTED.incrementAndGet();
    Feed feed = Feed.empty();
    FEEDS.put(number, feed);
    LocalJob job =
        LocalJob.start(
            JobSettings.live(NO_CHECKPOINTS),
            1,
            temporary,
            environment -> build(environment, number));
    return new FedLedger(number, feed, job);
  }

  private static void build(StreamExecutionEnvironment environment, int number) {
    DataStream<LedgerFact> facts =
        fed(environment, LedgerFact.class, any -> FEEDS.get(number).facts().take(), "fed-facts");
    DataStream<Revision> revisions =
        fed(
            environment,
            Revision.class,
            any -> FEEDS.get(number).revisions().take(),
            "fed-revisions");
    DataStream<Latest<Balance>> balances =
        LedgerPipeline.build(
                new LedgerInputs(facts, revisions),
                LedgerOptions.live().withSweepSpread(Duration.ofMillis(1)))
            .balances();
    Latest.values(balances, Balance.class, "Balances", "balances")
        .map(
            balance -> {
              FEEDS.get(number).balances().incrementAndGet();
              return balance;
            })
        .returns(TypeInformation.of(Balance.class))
        .name("Counter")
        .uid("counter")
        .sinkTo(new DiscardingSink<>())
        .name("Nowhere")
        .uid("nowhere");
  }

  private static <T> DataStream<T> fed(
      StreamExecutionEnvironment environment,
      Class<T> type,
      MapFunction<Long, T> next,
      String uid) {
    return environment
        .fromSequence(0, Long.MAX_VALUE / 2)
        .name("Endless " + uid)
        .uid("endless-" + uid)
        .map(next)
        .returns(TypeInformation.of(type))
        .name(uid)
        .uid(uid);
  }

  /** Hands over a fact; the ledger answers each with one balance. */
  void feed(LedgerFact fact) throws InterruptedException {
    expected++;
    feed.facts().put(fact);
  }

  /**
   * Hands over a rule book.
   *
   * @param employees how many there are to be folded again
   */
  void feed(Revision revision, int employees) throws InterruptedException {
    expected += employees;
    feed.revisions().put(revision);
  }

  /**
   * Waits until the ledger has done all it was fed.
   *
   * @throws IllegalStateException if it has failed, or falls silent
   */
  void awaitDone() throws Exception {
    long told = feed.balances().get();
    long silentSince = System.nanoTime();
    while (told < expected) {
      TimeUnit.MILLISECONDS.sleep(1);
      job.checkAlive();
      if (feed.balances().get() > told) {
        told = feed.balances().get();
        silentSince = System.nanoTime();
      } else if (System.nanoTime() - silentSince > LONGEST_SILENCE.toNanos()) {
        throw new IllegalStateException(
            "the ledger told %d of %d balances, then fell silent".formatted(told, expected),
            job.lastFailure());
      }
    }
  }

  /** CPU time that the operator's thread has used, nanoseconds. */
  long cpuNanos() {
    for (ThreadInfo thread : THREADS.getThreadInfo(THREADS.getAllThreadIds())) {
      if (thread != null && thread.getThreadName().startsWith("Credit ledger")) {
        return THREADS.getThreadCpuTime(thread.getThreadId());
      }
    }
    throw new IllegalStateException("the ledger's thread is gone");
  }

  @Override
  public void close() {
    job.close();
    FEEDS.remove(number);
  }
}
