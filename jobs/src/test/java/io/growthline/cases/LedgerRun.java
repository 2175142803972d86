package io.growthline.cases;

import io.growthline.app.JobSettings;
import io.growthline.facts.Latest;
import io.growthline.ingest.InputRules;
import io.growthline.ingest.JsonLinesSource;
import io.growthline.ledger.LedgerInputs;
import io.growthline.ledger.LedgerOptions;
import io.growthline.ledger.LedgerPipeline;
import io.growthline.ledger.LedgerStreams;
import io.growthline.ledger.rules.LedgerFact;
import io.growthline.rulebook.RuleBooks;
import io.growthline.schemas.deadletters.DeadLetter;
import io.growthline.schemas.ledger.Balance;
import io.growthline.schemas.reference.Revision;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Consumer;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.util.CloseableIterator;

/** Plays a case through the ledger pipeline, from JSON lines to output records. */
final class LedgerRun {

  private static final int PARALLELISM = 2;
  private static final Duration CHECKPOINT_INTERVAL = Duration.ofMillis(200);
  private static final LedgerOptions LIVE =
      LedgerOptions.live().withSweepSpread(Duration.ofMillis(1));

  private final BriefCase played;
  private final Path folder;
  private final Observed observed;

  /**
   * @param folder where the case's files are
   */
  LedgerRun(BriefCase played, Path folder) {
    this.played = played;
    this.folder = folder;
    this.observed = new Observed(played.until());
  }

  /** Event by event, as they happen. */
  Observed streaming() throws Exception {
    LedgerGate.close(played.people());
    StreamExecutionEnvironment env = environment(JobSettings.live(CHECKPOINT_INTERVAL));
    DataStream<LedgerFact> facts =
        facts(env)
            .transform(
                "People first",
                TypeInformation.of(LedgerFact.class),
                new PeopleFirst(played.until()))
            .setParallelism(1);
    LedgerStreams ledger = LedgerPipeline.build(new LedgerInputs(facts, revisions(env)), LIVE);
    DataStream<Latest<Balance>> balances =
        ledger.balances().map(LedgerRun::showToGate).returns(ledger.balances().getType());
    return collect(env, ledger, balances);
  }

  /** All at once, as a replay. */
  Observed batch() throws Exception {
    StreamExecutionEnvironment env = environment(JobSettings.replay());
    LedgerStreams ledger =
        LedgerPipeline.build(
            new LedgerInputs(facts(env), revisions(env)), LedgerOptions.replay(played.until()));
    return collect(env, ledger, ledger.balances());
  }

  private Observed collect(
      StreamExecutionEnvironment env, LedgerStreams ledger, DataStream<Latest<Balance>> balances)
      throws Exception {
    try (Outputs<?> postings = new Outputs<>(ledger.postings(), observed::add);
        Outputs<?> decisions = new Outputs<>(ledger.decisions(), observed::add);
        Outputs<?> lots = new Outputs<>(ledger.lots(), observed::addLot);
        Outputs<?> milestones = new Outputs<>(ledger.milestones(), observed::add);
        Outputs<?> progress = new Outputs<>(ledger.progress(), observed::addProgress);
        Outputs<?> latest = new Outputs<>(balances, observed::addBalance);
        Outputs<?> dead = new Outputs<>(ledger.deadLetters(), LedgerRun::refuse)) {
      env.executeAsync(played.id());
      postings.drain();
      decisions.drain();
      lots.drain();
      milestones.drain();
      progress.drain();
      latest.drain();
      dead.drain();
    }
    return observed;
  }

  private static StreamExecutionEnvironment environment(Configuration settings) {
    // What collects the outputs has no uid, and keeps no state worth one.
    settings.set(PipelineOptions.AUTO_GENERATE_UIDS, true);
    StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment();
    env.configure(settings);
    env.setParallelism(PARALLELISM);
    return env;
  }

  private DataStream<LedgerFact> facts(StreamExecutionEnvironment env) {
    InputRules rules = InputRules.of(RuleBooks.from(BriefCase.revision()));
    return env.fromSource(
            JsonLinesSource.of(folder, 0, rules), WatermarkStrategy.noWatermarks(), "JSON lines")
        .setParallelism(1)
        .map(BriefCase::factOf)
        .returns(TypeInformation.of(LedgerFact.class))
        .setParallelism(1);
  }

  private static DataStream<Revision> revisions(StreamExecutionEnvironment env) {
    return env.fromData(TypeInformation.of(Revision.class), BriefCase.revision());
  }

  private static Latest<Balance> showToGate(Latest<Balance> balance) {
    if (balance.value() != null) {
      LedgerGate.look(balance.value());
    }
    return balance;
  }

  private static void refuse(DeadLetter deadLetter) {
    throw new IllegalStateException("the cases are all usable, but: " + deadLetter);
  }

  /** One output, and who takes it. */
  private static final class Outputs<T> implements AutoCloseable {
    private final CloseableIterator<T> records;
    private final Consumer<T> taker;

    Outputs(DataStream<T> stream, Consumer<T> taker) {
      this.records = stream.collectAsync();
      this.taker = taker;
    }

    void drain() {
      records.forEachRemaining(taker);
    }

    @Override
    public void close() throws Exception {
      records.close();
    }
  }
}
