package io.growthline.local.demo;

import io.growthline.local.broker.EmbeddedBroker;
import io.growthline.local.broker.RunningCluster;
import io.growthline.local.cluster.LakeWriting;
import io.growthline.local.cluster.LocalJob;
import io.growthline.local.company.Person;
import io.growthline.local.company.SampleCompany;
import io.growthline.local.company.SampleRuleBook;
import io.growthline.local.kafka.EventPublisher;
import io.growthline.local.kafka.LiveSummary;
import io.growthline.local.kafka.SummaryScreen;
import io.growthline.schemas.topics.TopicPrefix;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.errors.InterruptException;

/**
 * The whole product on one machine: a broker, the jobs, and a company whose events are sent until
 * its eighteen months have been told.
 */
public final class Demo {

  private static final Duration QUIET = Duration.ofSeconds(3);
  private static final Duration QUIET_WITHIN = Duration.ofSeconds(30);
  private static final long POLL_MILLIS = 100;
  private static final Duration CATCHES_UP_WITHIN = Duration.ofSeconds(60);

  /** A signal leaves 20 s for everything. */
  private static final Duration CATCHES_UP_IN_A_HURRY = Duration.ofSeconds(5);

  /** The parts of the demo that belong to other rooms. */
  public interface Parts {

    /** Creates all topics, and publishes the rule book in the file. */
    void publish(Path ruleBook, Admin admin, String bootstrap) throws Exception;

    /** Starts the job of all pipelines. */
    LocalJob startLedger(String bootstrap, Path temporary) throws Exception;

    /** Starts the job that writes the tables. */
    LakeWriting startLake(String bootstrap, Path output, Path temporary) throws Exception;
  }

  private final DemoOptions options;
  private final Parts parts;
  private final PrintWriter out;
  private final Instant end = Instant.now();

  /** Starts nothing yet. */
  public Demo(DemoOptions options, Parts parts, PrintWriter out) {
    this.options = options;
    this.parts = parts;
    this.out = out;
  }

  /** Runs it to its end; interrupted, it stops what it started and leaves finished tables. */
  public void run(SummaryScreen screen) throws Exception {
    Path temporary = options.temporary();
    say("Starting a Kafka broker and the jobs ...");
    try (EmbeddedBroker broker = EmbeddedBroker.start(temporary.resolve("broker"))) {
      prepare(broker.bootstrap());
      try (AutoCloseable announcement = RunningCluster.announce(broker.bootstrap());
          LocalJob ledger = parts.startLedger(broker.bootstrap(), temporary.resolve("ledger"));
          LakeWriting lake =
              parts.startLake(broker.bootstrap(), options.output(), temporary.resolve("lake"))) {
        stream(broker.bootstrap(), ledger, lake, screen);
      }
    }
  }

  private void prepare(String bootstrap) throws Exception {
    Path ruleBook = options.temporary().resolve("rulebook.yaml");
    SampleRuleBook.write(ruleBook, end);
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrap))) {
      parts.publish(ruleBook, admin, bootstrap);
    }
  }

  private void stream(String bootstrap, LocalJob ledger, LakeWriting lake, SummaryScreen screen)
      throws Exception {
    SampleCompany company =
        SampleCompany.of(options.seed(), options.employees(), options.events(), end);
    double perSecond = company.records().size() / (double) options.seconds();
    say(
        "Sending %d records of %d people, eighteen months in %d s. Look inside with:"
            .formatted(company.records().size(), company.people().size(), options.seconds()));
    say("  growthline tail credits.balances --employee li-na");
    say("");
    Map<String, String> names =
        company.people().stream().collect(Collectors.toMap(Person::id, Person::name));
    try (EventPublisher publisher = new EventPublisher(bootstrap, TopicPrefix.NONE);
        LiveSummary summary =
            new LiveSummary(bootstrap, TopicPrefix.NONE, publisher::sent, names, screen)) {
      try {
        publisher.publish(company.records(), perSecond);
        awaitQuiet(summary, ledger);
      } catch (InterruptedException | InterruptException e) {
        stopInterrupted(ledger, lake, e);
        throw e;
      }
      stop(ledger, lake, CATCHES_UP_WITHIN);
    }
  }

  /** The ledger first: that commits what is open, so that the summary and the lake have it all. */
  private static void stop(LocalJob ledger, LakeWriting lake, Duration patience) throws Exception {
    ledger.stop();
    lake.finish(patience);
  }

  /** What came so far shall be in the tables, but nobody waits for more. */
  private static void stopInterrupted(LocalJob ledger, LakeWriting lake, Exception interruption) {
    // Set again by Kafka's exception; closing has to wait for things.
    Thread.interrupted();
    try {
      stop(ledger, lake, CATCHES_UP_IN_A_HURRY);
    } catch (Exception e) {
      interruption.addSuppressed(e);
    }
  }

  /** Until what was sent has come out: nothing new for some seconds. */
  private static void awaitQuiet(LiveSummary summary, LocalJob job) throws Exception {
    long deadline = System.nanoTime() + QUIET_WITHIN.toNanos();
    long seen = -1;
    long quietSince = System.nanoTime();
    while (System.nanoTime() - quietSince < QUIET.toNanos() && System.nanoTime() < deadline) {
      job.checkAlive();
      if (summary.received() != seen) {
        seen = summary.received();
        quietSince = System.nanoTime();
      }
      TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
    }
  }

  private void say(String line) {
    out.println(line);
    out.flush();
  }
}
