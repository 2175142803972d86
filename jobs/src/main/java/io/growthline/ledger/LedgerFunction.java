package io.growthline.ledger;

import io.growthline.facts.Disposition;
import io.growthline.facts.ErasedPeople;
import io.growthline.facts.FactCounts;
import io.growthline.facts.Sweep;
import io.growthline.facts.Sweeping;
import io.growthline.ledger.rules.CompiledRules;
import io.growthline.ledger.rules.EmployeeLedger;
import io.growthline.ledger.rules.Erasure;
import io.growthline.ledger.rules.FactId;
import io.growthline.ledger.rules.FactIntake;
import io.growthline.ledger.rules.FactIntake.Arrival;
import io.growthline.ledger.rules.FactKind;
import io.growthline.ledger.rules.KnownFact;
import io.growthline.ledger.rules.LedgerFact;
import io.growthline.ledger.rules.RecordedOutcome;
import io.growthline.ledger.rules.Result;
import io.growthline.ledger.rules.StandingHistory;
import io.growthline.ledger.rules.WaitingId;
import io.growthline.rulebook.RuleBook;
import io.growthline.schemas.avro.ContentHash;
import io.growthline.schemas.ledger.Decision;
import io.growthline.schemas.ledger.Posting;
import io.growthline.schemas.reference.Revision;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.state.FunctionInitializationContext;
import org.apache.flink.runtime.state.FunctionSnapshotContext;
import org.apache.flink.streaming.api.TimeDomain;
import org.apache.flink.streaming.api.checkpoint.CheckpointedFunction;
import org.apache.flink.streaming.api.functions.co.KeyedBroadcastProcessFunction;
import org.apache.flink.util.Collector;

/**
 * Loads an employee's state, asks the rules, stores state and routes what they say. It decides
 * nothing itself.
 */
final class LedgerFunction
    extends KeyedBroadcastProcessFunction<String, LedgerFact, Revision, Posting>
    implements CheckpointedFunction, Sweeping {

  private static final long serialVersionUID = 1;

  static final MapStateDescriptor<String, Revision> RULE_BOOK =
      new MapStateDescriptor<>("rule-book", Types.STRING, TypeInformation.of(Revision.class));

  private static final String CURRENT = "current";
  private static final FactId END_OF_REPLAY = new FactId(FactKind.CLOCK, "clock", "end of replay");

  private final LedgerOptions options;

  private transient FlinkLedgerState state;
  private transient FactCounts counts;
  private transient ErasedPeople erased;
  private transient PresentRules presentRules;

  /** Null in a replay, which has all of its rule book before the first employee. */
  private transient Sweep sweep;

  /** A replay's conflicts of the present employee: it goes through one after the other. */
  private transient List<Decision> conflicts;

  LedgerFunction(LedgerOptions options) {
    this.options = options;
  }

  @Override
  public void wakeEmployeesWith(Sweep everyone) {
    sweep = everyone;
  }

  @Override
  public void initializeState(FunctionInitializationContext context) throws Exception {
    erased = ErasedPeople.restore(options.erasureKey(), getRuntimeContext(), context);
  }

  @Override
  public void snapshotState(FunctionSnapshotContext context) throws Exception {
    erased.save();
  }

  @Override
  public void open(OpenContext context) {
    state = new FlinkLedgerState(getRuntimeContext());
    counts = new FactCounts(getRuntimeContext());
    presentRules = new PresentRules();
    conflicts = new ArrayList<>();
  }

  @Override
  public void processElement(LedgerFact fact, ReadOnlyContext context, Collector<Posting> out)
      throws Exception {
    FlinkLedgerOutput output = output(context, out);
    if (wasErased(context.getCurrentKey())) {
      counts.add(Disposition.ERASED, 1);
      if (Erasure.isDemandedBy(fact)) {
        // For whoever began to read when the first word was compacted away.
        output.tellErased(context.getCurrentKey());
      }
      return;
    }
    CompiledRules rules = rules(context);
    if (fact.outcome() != null) {
      ledger(rules, context, output).answered(fact.outcome());
      return;
    }
    Arrival arrival =
        intake(context, output)
            .store(
                fact, ContentHash.of((Record) fact.event()), rules == null ? null : rules.book());
    switch (arrival) {
      case DUPLICATE -> counts.add(Disposition.DUPLICATE, 1);
      case TOO_LATE -> refuse(RefusedFact.tooLate(fact), output);
      case WAITING -> {
        counts.add(Disposition.WAITING, 1);
        timers(context).setFor(fact);
        if (rules == null && Erasure.isDemandedBy(fact)) {
          eraseOneWhoWaits(fact.event().occurredAt(), context, output);
        }
      }
      case OUTBID, NEW, CHANGES_THE_PAST -> {
        if (options.isReplay()) {
          context.timerService().registerEventTimeTimer(options.replayUntil());
        } else if (arrival == Arrival.OUTBID) {
          counts.add(Disposition.DECIDED, 1);
          ledger(rules, context, output).notice();
        } else {
          long wakeUp = timers(context).wakeUpAt();
          output.accepted(fact);
          take(fact, arrival == Arrival.CHANGES_THE_PAST, ledger(rules, context, output));
          timers(context).setWakeUp(wakeUp);
        }
      }
    }
  }

  /** Of an employee of whom anything is known, nobody has to ask. */
  private boolean wasErased(String employeeId) {
    return !erased.isEmpty() && state.ledger().facts() == 0 && erased.include(employeeId);
  }

  private void take(LedgerFact fact, boolean changesThePast, EmployeeLedger ledger) {
    ledger.take(fact, changesThePast);
    counts.add(ledger.disposition(fact), 1);
    ledger.boundHistory();
  }

  @Override
  public void processBroadcastElement(Revision revision, Context context, Collector<Posting> out)
      throws Exception {
    Revision known = context.getBroadcastState(RULE_BOOK).get(CURRENT);
    if (known != null && known.manifest().ordinal() >= revision.manifest().ordinal()) {
      return;
    }
    context.getBroadcastState(RULE_BOOK).put(CURRENT, revision);
    if (sweep != null) {
      sweep.wake(context, options.sweepSpread(), FlinkLedgerState.LEDGER, FlinkLedgerState.WAITING);
    }
  }

  @Override
  public void onTimer(long timestamp, OnTimerContext context, Collector<Posting> out)
      throws Exception {
    CompiledRules rules = rules(context);
    FlinkLedgerOutput output = output(context, out);
    if (rules == null) {
      eraseOneWhoWaits(timestamp, context, output);
      return;
    }
    EmployeeLedger ledger = ledger(rules, context, output);
    long wakeUp = timers(context).wakeUpAt();
    if (options.isReplay()) {
      endReplay(ledger, rules, context, output);
    } else if (context.timeDomain() == TimeDomain.PROCESSING_TIME) {
      sweep(rules.book(), ledger, context, output);
      giveUp(intake(context, output), rules.book(), context.currentWatermark(), output);
      timers(context).setForAllThatWait();
      timers(context).setWakeUp(wakeUp);
    } else {
      giveUp(intake(context, output), rules.book(), timestamp, output);
      ledger.advanceTo(timestamp);
      ledger.boundHistory();
      timers(context).setWakeUp(wakeUp);
    }
  }

  private void endReplay(
      EmployeeLedger ledger, CompiledRules rules, ReadOnlyContext context, FlinkLedgerOutput out) {
    Map<FactId, RecordedOutcome> answers = new HashMap<>();
    state.outcomes().entries().forEach(entry -> answers.put(entry.getKey(), entry.getValue()));
    ledger.foldAgain(END_OF_REPLAY, options.replayUntil());
    if (!ledger.isErased()) {
      conflicts.forEach(out::decision);
      tellAccepted(ledger, out);
      List<LedgerFact> facts = new ArrayList<>();
      state.facts().entries().forEach(entry -> facts.add(entry.getValue().fact()));
      StandingHistory.tell(
          context.getCurrentKey(),
          rules,
          facts,
          answers,
          options.replayUntil(),
          standing -> context.output(LedgerOutputTags.STANDINGS, standing));
    }
    conflicts.clear();
  }

  private void eraseOneWhoWaits(long instant, ReadOnlyContext context, FlinkLedgerOutput output) {
    Erasure erasure = new Erasure(context.getCurrentKey(), state, output);
    if (erasure.isDueOfThoseThatWait(instant)) {
      erasure.carryOut();
    }
  }

  /** What the operator itself keeps of someone who is being erased; their state is still there. */
  private void forget(ReadOnlyContext context) {
    if (options.isReplay()) {
      // Live each was counted when it came.
      for (Map.Entry<FactId, KnownFact> entry : state.facts().entries()) {
        counts.add(Disposition.ERASED, 1 + entry.getValue().outbidHashes().size());
      }
    }
    for (Map.Entry<WaitingId, LedgerFact> ignored : state.waiting().entries()) {
      counts.add(Disposition.WAITING, -1);
      counts.add(Disposition.ERASED, 1);
    }
    timers(context).clear();
    erased.add(context.getCurrentKey());
  }

  /** Brings an employee up to the present revision, unless a fact has done so already. */
  private void sweep(
      RuleBook book, EmployeeLedger ledger, ReadOnlyContext context, FlinkLedgerOutput output) {
    Map<LedgerFact, Arrival> released = intake(context, output).release(book);
    released.keySet().forEach(timers(context)::removeFor);
    ledger.adoptRules(!released.isEmpty());
    released.forEach(
        (fact, arrival) -> {
          counts.add(Disposition.WAITING, -1);
          if (ledger.isErased()) {
            counts.add(Disposition.ERASED, 1);
          } else if (arrival == Arrival.OUTBID) {
            counts.add(Disposition.DECIDED, 1);
          } else if (arrival == Arrival.TOO_LATE) {
            refuse(RefusedFact.tooLate(fact), output);
          } else {
            output.accepted(fact);
            counts.add(ledger.disposition(fact), 1);
          }
        });
    ledger.boundHistory();
  }

  private void giveUp(FactIntake intake, RuleBook book, long watermark, FlinkLedgerOutput output) {
    long wait = options.unknownActivityWait().toMillis();
    for (LedgerFact fact : intake.giveUp(watermark, wait, book)) {
      counts.add(Disposition.WAITING, -1);
      refuse(RefusedFact.ofUnknownActivity(fact), output);
    }
  }

  private void refuse(RefusedFact fact, FlinkLedgerOutput output) {
    counts.add(Disposition.DEAD, 1);
    output.deadLetter(fact, options);
  }

  private void tellAccepted(EmployeeLedger ledger, FlinkLedgerOutput output) {
    for (Map.Entry<FactId, KnownFact> entry : state.facts().entries()) {
      LedgerFact fact = entry.getValue().fact();
      output.accepted(fact);
      counts.add(ledger.disposition(fact), 1);
      counts.add(Disposition.DECIDED, entry.getValue().outbidHashes().size());
    }
  }

  private EmployeeTimers timers(ReadOnlyContext context) {
    return new EmployeeTimers(
        context.timerService(), state, options.unknownActivityWait().toMillis());
  }

  private FlinkLedgerOutput output(ReadOnlyContext context, Collector<Posting> out) {
    return new FlinkLedgerOutput(context, out, this::forget, !options.isReplay());
  }

  private EmployeeLedger ledger(
      CompiledRules rules, ReadOnlyContext context, FlinkLedgerOutput output) {
    long now = context.currentProcessingTime();
    ToLongFunction<Result> recordedAt = options.isReplay() ? Result::causedAt : result -> now;
    return new EmployeeLedger(context.getCurrentKey(), rules, state, output, recordedAt);
  }

  private FactIntake intake(ReadOnlyContext context, FlinkLedgerOutput output) {
    long now = context.currentProcessingTime();
    return options.isReplay()
        ? new FactIntake(state, conflicts::add, fact -> fact.event().occurredAt())
        : new FactIntake(state, output::decision, fact -> now);
  }

  private CompiledRules rules(ReadOnlyContext context) throws Exception {
    return presentRules.of(context.getBroadcastState(RULE_BOOK).get(CURRENT));
  }
}
