package io.growthline.local.bench;

import io.growthline.schemas.ledger.Balance;
import io.growthline.schemas.ledger.Posting;
import io.growthline.schemas.ledger.PostingKind;
import io.growthline.schemas.topics.TopicCatalogue;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Measures how long a rule book change takes that touches an award of everyone, through the whole
 * job with its transactional ledger, while new events keep coming.
 */
final class SettlingBench {

  private static final int BATCHING_MILLIS = 20;
  private static final long POLL_MILLIS = 100;
  private static final Duration LONGEST_SILENCE = Duration.ofMinutes(2);

  private final LedgerLoad load;
  private final LiveLedger ledger;

  // Set by the measuring thread, used by those that watch topics.
  private volatile int factsAwaited;
  private volatile RollCall filled;
  private volatile RollCall told;
  private volatile RollCall posted;
  private volatile long creditsNow;
  private volatile OpenLoop events;

  private SettlingBench(LedgerLoad load, LiveLedger ledger) {
    this.load = load;
    this.ledger = ledger;
  }

  /**
   * What was measured.
   *
   * @param fillSeconds how long it took until everyone had their past
   * @param fillCpuSeconds CPU time of that: broker, job, and this measurement
   * @param restarts how often the job had to start again; with any, nothing here is worth anything
   */
  record Result(
      double fillSeconds,
      double fillCpuSeconds,
      List<Change> changes,
      long checkpoints,
      long restarts) {}

  /**
   * One rule book change.
   *
   * @param toldSeconds from publishing it until everyone's new balance was there
   * @param postedSeconds until everyone's correction was there for readers of committed postings
   * @param cpuSeconds CPU time from publishing to posting: broker, job, and this measurement
   * @param idleCpuSeconds what as much time costs before the change, with the same new events
   * @param before latencies of new events before the change
   * @param during latencies of new events from publishing to posting
   */
  record Change(
      double toldSeconds,
      double postedSeconds,
      double cpuSeconds,
      double idleCpuSeconds,
      Latencies.Summary before,
      Latencies.Summary during) {}

  /**
   * Measures.
   *
   * @param temporary an empty folder; the caller removes it afterwards
   */
  static Result measure(LedgerLoad load, Path temporary) throws Exception {
    try (LiveLedger ledger = LiveLedger.start(LedgerRuleBook.after(0), temporary, true)) {
      return new SettlingBench(load, ledger).measure();
    }
  }

  private Result measure() throws Exception {
    try (TopicWatch<Balance> balances =
            new TopicWatch<>(ledger.bootstrap(), TopicCatalogue.BALANCES, this::see);
        TopicWatch<Posting> postings =
            new TopicWatch<>(ledger.bootstrap(), TopicCatalogue.LEDGER, this::see)) {
      long start = System.nanoTime();
      double cpu = ProcessCpu.seconds();
      fill(balances, postings);
      double fillSeconds = seconds(filled.completedAt() - start);
      double fillCpuSeconds = ProcessCpu.seconds() - cpu;
      ledger.job().checkpoint();
      List<Change> changes = new ArrayList<>();
      try (OpenLoop loop = new OpenLoop(ledger.bootstrap(), load.perSecond(), load.employees())) {
        events = loop;
        for (int change = 1; change <= load.changes(); change++) {
          changes.add(change(change, balances, postings));
        }
      }
      return new Result(
          fillSeconds,
          fillCpuSeconds,
          changes,
          ledger.job().completedCheckpoints(),
          ledger.job().restarts());
    }
  }

  /**
   * Gives everyone a past that ended yesterday. Topics are read side by side, so requests for
   * rewards, which have a topic of their own, are sent when what they are paid from has arrived.
   */
  private void fill(TopicWatch<Balance> balances, TopicWatch<Posting> postings) throws Exception {
    Instant firstDay = Instant.now().minus(load.facts() + 1, ChronoUnit.DAYS);
    Staff staff = new Staff(firstDay.toEpochMilli());
    try (EventSender sender = new EventSender(ledger.bootstrap(), BATCHING_MILLIS)) {
      int day = 0;
      while (day < load.facts()) {
        boolean rewards = Staff.isForReward(day);
        int first = day;
        while (day < load.facts() && Staff.isForReward(day) == rewards) {
          day++;
        }
        fill(staff, first, day, sender);
        await(filled, balances, postings);
      }
    }
  }

  private void fill(Staff staff, int firstDay, int endDay, EventSender sender) {
    factsAwaited = endDay;
    filled = new RollCall(load.employees());
    for (int day = firstDay; day < endDay; day++) {
      for (int employee = 0; employee < load.employees(); employee++) {
        sender.send(staff.fact(employee, day));
      }
    }
  }

  private Change change(int number, TopicWatch<Balance> balances, TopicWatch<Posting> postings)
      throws Exception {
    TimeUnit.SECONDS.sleep(load.warmUpSeconds());
    long quiet = System.nanoTime();
    double quietCpu = ProcessCpu.seconds();
    TimeUnit.SECONDS.sleep(load.seconds());
    creditsNow = LedgerRuleBook.creditsAfter(number);
    told = new RollCall(load.employees());
    posted = new RollCall(load.employees());
    long published = System.nanoTime();
    double publishedCpu = ProcessCpu.seconds();
    ledger.publish(LedgerRuleBook.after(number));
    await(told, balances, postings);
    await(posted, balances, postings);
    double cpu = ProcessCpu.seconds() - publishedCpu;
    long settled = posted.completedAt();
    double postedSeconds = seconds(settled - published);
    return new Change(
        seconds(told.completedAt() - published),
        postedSeconds,
        cpu,
        (publishedCpu - quietCpu) / seconds(published - quiet) * postedSeconds,
        events.between(quiet, published),
        events.between(published, settled));
  }

  private void see(Balance balance, long nowNanos) {
    int employee = Staff.number(balance.employeeId());
    // A version counts facts and revisions, of which there is one so far.
    if (filled != null && balance.version() >= factsAwaited + 1) {
      filled.see(employee, nowNanos);
    }
    if (events != null) {
      events.take(balance, nowNanos);
    }
    if (told != null && balance.elective() == creditsNow) {
      told.see(employee, nowNanos);
    }
  }

  private void see(Posting posting, long nowNanos) {
    if (posted != null && posting.kind() == PostingKind.CORRECT) {
      posted.see(Staff.number(posting.employeeId()), nowNanos);
    }
  }

  private void await(RollCall call, TopicWatch<?> balances, TopicWatch<?> postings)
      throws Exception {
    long shown = 0;
    long silentSince = System.nanoTime();
    while (!call.await(POLL_MILLIS)) {
      ledger.job().checkAlive();
      long shownNow = balances.shown() + postings.shown();
      if (shownNow > shown) {
        shown = shownNow;
        silentSince = System.nanoTime();
      } else if (System.nanoTime() - silentSince > LONGEST_SILENCE.toNanos()) {
        throw new IllegalStateException(
            "the ledger is silent: %,d of %,d employees came"
                .formatted(call.present(), load.employees()),
            ledger.job().lastFailure());
      }
    }
  }

  private static double seconds(long nanos) {
    return nanos / (double) TimeUnit.SECONDS.toNanos(1);
  }
}
