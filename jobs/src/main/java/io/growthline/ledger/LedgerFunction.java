package io.growthline.ledger;

import io.growthline.ledger.rules.AccountHead;
import io.growthline.ledger.rules.CompiledRules;
import io.growthline.ledger.rules.Disposition;
import io.growthline.ledger.rules.EmployeeLedger;
import io.growthline.ledger.rules.FactId;
import io.growthline.ledger.rules.FactIntake;
import io.growthline.ledger.rules.FactIntake.Arrival;
import io.growthline.ledger.rules.FactKind;
import io.growthline.ledger.rules.KnownFact;
import io.growthline.ledger.rules.LedgerFact;
import io.growthline.ledger.rules.Result;
import io.growthline.ledger.rules.WaitingId;
import io.growthline.rulebook.RuleBook;
import io.growthline.rulebook.RuleBooks;
import io.growthline.schemas.avro.ContentHash;
import io.growthline.schemas.ledger.Posting;
import io.growthline.schemas.reference.Revision;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.ToLongFunction;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ReadOnlyBroadcastState;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.TimeDomain;
import org.apache.flink.streaming.api.TimerService;
import org.apache.flink.streaming.api.functions.co.KeyedBroadcastProcessFunction;
import org.apache.flink.util.Collector;

/**
 * Loads an employee's state, asks the rules, stores state and routes what they say. It decides
 * nothing itself.
 */
final class LedgerFunction
    extends KeyedBroadcastProcessFunction<String, LedgerFact, Revision, Posting> {

  private static final long serialVersionUID = 1;

  static final MapStateDescriptor<String, Revision> RULE_BOOK =
      new MapStateDescriptor<>("rule-book", Types.STRING, TypeInformation.of(Revision.class));

  private static final String CURRENT = "current";

  private final LedgerOptions options;

  private transient FlinkLedgerState state;
  private transient FactCounts counts;
  private transient CompiledRules compiled;
  private transient TimerService timers;

  LedgerFunction(LedgerOptions options) {
    this.options = options;
  }

  /** Lets the broadcast side set timers, which its context does not offer. */
  void wakeEmployeesWith(TimerService timerService) {
    timers = timerService;
  }

  @Override
  public void open(OpenContext context) {
    state = new FlinkLedgerState(getRuntimeContext());
    counts = new FactCounts(getRuntimeContext());
  }

  @Override
  public void processElement(LedgerFact fact, ReadOnlyContext context, Collector<Posting> out)
      throws Exception {
    FlinkLedgerOutput output = new FlinkLedgerOutput(context, out);
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
        giveUpInTime(fact, context);
      }
      case OUTBID, NEW, CHANGES_THE_PAST -> {
        if (options.isReplay()) {
          context.timerService().registerEventTimeTimer(options.replayUntil());
        } else if (arrival == Arrival.OUTBID) {
          counts.add(Disposition.DECIDED, 1);
          ledger(rules, context, output).notice();
        } else {
          output.accepted(fact);
          take(fact, arrival == Arrival.CHANGES_THE_PAST, ledger(rules, context, output));
          scheduleWakeUp(context);
        }
      }
    }
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
    if (timers == null) {
      return;
    }
    // Only marks: re-folding a million employees here would hold up every new event.
    long now = context.currentProcessingTime();
    int spread = (int) Math.max(1, options.sweepSpread().toMillis());
    Consumer<String> wake =
        employeeId ->
            timers.registerProcessingTimeTimer(now + Math.floorMod(employeeId.hashCode(), spread));
    context.applyToKeyedState(
        FlinkLedgerState.LEDGER, (employeeId, any) -> wake.accept(employeeId));
    context.applyToKeyedState(
        FlinkLedgerState.WAITING, (employeeId, any) -> wake.accept(employeeId));
  }

  @Override
  public void onTimer(long timestamp, OnTimerContext context, Collector<Posting> out)
      throws Exception {
    CompiledRules rules = rules(context);
    if (rules == null) {
      return;
    }
    FlinkLedgerOutput output = new FlinkLedgerOutput(context, out);
    EmployeeLedger ledger = ledger(rules, context, output);
    if (options.isReplay()) {
      ledger.foldAgain(clock(), options.replayUntil());
      tellAccepted(ledger, output);
    } else if (context.timeDomain() == TimeDomain.PROCESSING_TIME) {
      sweep(rules.book(), ledger, intake(context, output), output);
      giveUp(intake(context, output), rules.book(), context.currentWatermark(), output);
      for (Map.Entry<WaitingId, LedgerFact> waiting : state.waiting().entries()) {
        // Its timer may have passed while there was no rule book to judge it by.
        giveUpInTime(waiting.getValue(), context);
      }
      scheduleWakeUp(context);
    } else {
      giveUp(intake(context, output), rules.book(), timestamp, output);
      ledger.advanceTo(timestamp);
      ledger.boundHistory();
      scheduleWakeUp(context);
    }
  }

  private void sweep(
      RuleBook book, EmployeeLedger ledger, FactIntake intake, FlinkLedgerOutput output) {
    Map<LedgerFact, Arrival> released = intake.release(book);
    ledger.adoptRules(!released.isEmpty());
    released.forEach(
        (fact, arrival) -> {
          counts.add(Disposition.WAITING, -1);
          if (arrival == Arrival.OUTBID) {
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

  private void giveUpInTime(LedgerFact waiting, ReadOnlyContext context) {
    context
        .timerService()
        .registerEventTimeTimer(waiting.effectiveAt() + options.unknownActivityWait().toMillis());
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

  private void scheduleWakeUp(ReadOnlyContext context) {
    AccountHead head = state.account();
    if (head != null && head.wakeUpAt() != Long.MAX_VALUE) {
      context.timerService().registerEventTimeTimer(head.wakeUpAt());
    }
  }

  private EmployeeLedger ledger(
      CompiledRules rules, ReadOnlyContext context, FlinkLedgerOutput output) {
    long now = context.currentProcessingTime();
    ToLongFunction<Result> recordedAt = options.isReplay() ? Result::causedAt : result -> now;
    return new EmployeeLedger(context.getCurrentKey(), rules, state, output, recordedAt);
  }

  private FactIntake intake(ReadOnlyContext context, FlinkLedgerOutput output) {
    long now = context.currentProcessingTime();
    return new FactIntake(
        state, output, fact -> options.isReplay() ? fact.event().occurredAt() : now);
  }

  private CompiledRules rules(ReadOnlyContext context) throws Exception {
    ReadOnlyBroadcastState<String, Revision> broadcast = context.getBroadcastState(RULE_BOOK);
    Revision revision = broadcast.get(CURRENT);
    if (revision == null) {
      return null;
    }
    if (compiled == null || compiled.book().ordinal() != revision.manifest().ordinal()) {
      compiled = new CompiledRules(RuleBooks.from(revision));
    }
    return compiled;
  }

  private static FactId clock() {
    return new FactId(FactKind.CLOCK, "clock", "end of replay");
  }
}
