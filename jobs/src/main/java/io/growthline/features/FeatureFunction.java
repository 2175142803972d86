package io.growthline.features;

import io.growthline.facts.CreditStanding;
import io.growthline.facts.ErasedPeople;
import io.growthline.facts.Latest;
import io.growthline.features.rules.EmployeeProfile;
import io.growthline.features.rules.FeatureHistory;
import io.growthline.features.rules.FeatureRules;
import io.growthline.features.rules.PeerStanding;
import io.growthline.features.rules.Statement;
import io.growthline.rulebook.RuleBooks;
import io.growthline.schemas.features.FeatureVector;
import io.growthline.schemas.reference.Revision;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ReadOnlyBroadcastState;
import org.apache.flink.api.common.typeinfo.TypeHint;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.state.FunctionInitializationContext;
import org.apache.flink.runtime.state.FunctionSnapshotContext;
import org.apache.flink.streaming.api.TimeDomain;
import org.apache.flink.streaming.api.checkpoint.CheckpointedFunction;
import org.apache.flink.streaming.api.functions.co.KeyedBroadcastProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;

/**
 * Keeps what is stated of an employee and tells their vector: live when something has changed and
 * at each month's end, in a replay for every instant at its end.
 */
final class FeatureFunction
    extends KeyedBroadcastProcessFunction<String, FeatureInput, Revision, Latest<FeatureVector>>
    implements CheckpointedFunction {

  private static final long serialVersionUID = 1;

  static final MapStateDescriptor<String, Revision> RULE_BOOK =
      new MapStateDescriptor<>("rule-book", Types.STRING, TypeInformation.of(Revision.class));

  private static final ListStateDescriptor<CreditStanding> STANDINGS =
      new ListStateDescriptor<>("standings", TypeInformation.of(CreditStanding.class));

  private static final ListStateDescriptor<PeerStanding> PEERS =
      new ListStateDescriptor<>("all-peers", TypeInformation.of(PeerStanding.class));

  static final TypeInformation<Latest<FeatureVector>> LATEST =
      TypeInformation.of(new TypeHint<>() {});

  /** A replay's, one for each employee. */
  static final OutputTag<Latest<FeatureVector>> NEWEST = new OutputTag<>("newest", LATEST);

  private static final String CURRENT = "current";

  private final FeatureOptions options;

  private transient FeatureState state;
  private transient ErasedPeople erased;
  private transient FeatureRules rules;

  /** A replay's, of the present employee. */
  private transient ListState<CreditStanding> standings;

  /** Likewise. */
  private transient ListState<PeerStanding> peers;

  FeatureFunction(FeatureOptions options) {
    this.options = options;
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
    state = new FeatureState(getRuntimeContext());
    standings = options.isReplay() ? getRuntimeContext().getListState(STANDINGS) : null;
    peers = options.isReplay() ? getRuntimeContext().getListState(PEERS) : null;
  }

  @Override
  public void processElement(
      FeatureInput input, ReadOnlyContext context, Collector<Latest<FeatureVector>> out)
      throws Exception {
    String employeeId = context.getCurrentKey();
    if (input.erased() != null) {
      erase(employeeId, context, out);
      return;
    }
    if (erased.include(employeeId)) {
      return;
    }
    if (options.isReplay()) {
      keep(input, employeeId);
      context.timerService().registerEventTimeTimer(options.replayUntil());
      return;
    }
    if (input.peer() != null) {
      state.add(employeeId, input.peer());
      if (!willBeToldAtTheEndOf(input.peer().group().month())) {
        tellSoon(context);
      }
      return;
    }
    if (input.standing() != null) {
      state.add(employeeId, input.standing());
    } else {
      state.add(employeeId, input.statement());
    }
    tellSoon(context);
  }

  /** A month's close comes before that month's end is reached here. */
  private boolean willBeToldAtTheEndOf(long month) throws Exception {
    return state.monthEndsAt() != null && state.monthEndsAt() == month;
  }

  private void keep(FeatureInput input, String employeeId) throws Exception {
    if (input.standing() != null) {
      standings.add(input.standing());
    } else if (input.peer() != null) {
      peers.add(input.peer());
    } else {
      state.add(employeeId, input.statement());
    }
  }

  private void erase(
      String employeeId, ReadOnlyContext context, Collector<Latest<FeatureVector>> out)
      throws Exception {
    erased.add(employeeId);
    if (options.isReplay()) {
      standings.clear();
      peers.clear();
    } else {
      if (state.tellingAt() != null) {
        context.timerService().deleteProcessingTimeTimer(state.tellingAt());
      }
      if (state.monthEndsAt() != null) {
        context.timerService().deleteEventTimeTimer(state.monthEndsAt());
      }
      out.collect(Latest.none(employeeId));
    }
    state.clear(employeeId);
  }

  private void tellSoon(ReadOnlyContext context) throws Exception {
    if (state.tellingAt() == null) {
      long due = context.timerService().currentProcessingTime() + options.delay().toMillis();
      context.timerService().registerProcessingTimeTimer(due);
      state.tellingAt(due);
    }
  }

  @Override
  public void processBroadcastElement(
      Revision revision, Context context, Collector<Latest<FeatureVector>> out) throws Exception {
    Revision known = context.getBroadcastState(RULE_BOOK).get(CURRENT);
    if (known == null || known.manifest().ordinal() < revision.manifest().ordinal()) {
      // Whoever it concerns will be told of by the ledger, which goes through everyone.
      context.getBroadcastState(RULE_BOOK).put(CURRENT, revision);
    }
  }

  @Override
  public void onTimer(long timestamp, OnTimerContext context, Collector<Latest<FeatureVector>> out)
      throws Exception {
    FeatureRules present = rules(context.getBroadcastState(RULE_BOOK));
    if (options.isReplay()) {
      tellHistory(context.getCurrentKey(), present, context, out);
    } else if (context.timeDomain() == TimeDomain.EVENT_TIME) {
      tellEndOfMonth(timestamp, present, context, out);
    } else {
      state.tellingAt(null);
      if (present == null || state.isAheadOf(present)) {
        // The rule book comes by a way of its own, and is not here yet.
        tellSoon(context);
      } else {
        tellNewest(present, context, out);
      }
    }
  }

  private void tellNewest(
      FeatureRules present, OnTimerContext context, Collector<Latest<FeatureVector>> out)
      throws Exception {
    EmployeeProfile profile = state.profile(context.getCurrentKey(), present);
    long watermark = context.timerService().currentWatermark();
    tell(profile, newestInstant(profile, watermark, present), context, out);
    state.forgetPeersBefore(
        context.getCurrentKey(), Math.min(present.lastEndOfMonth(state.toldAsOf()), watermark));
    // Of months that were over before anything was known there is nothing more to be told.
    awaitEndOfMonth(Math.max(profile.newestAt(), watermark + 1), present, context);
  }

  /** That of the newest fact, or of a month's end since. */
  private long newestInstant(EmployeeProfile profile, long watermark, FeatureRules present)
      throws Exception {
    Long told = state.toldAsOf();
    long monthEnd = watermark > 0 ? present.lastEndOfMonth(watermark) : Long.MIN_VALUE;
    long since = Math.max(monthEnd, told == null ? Long.MIN_VALUE : told);
    long newest = profile.changedAt(watermark);
    return since > newest && profile.isEmployed(since) ? since : newest;
  }

  private void tellHistory(
      String employeeId,
      FeatureRules present,
      OnTimerContext context,
      Collector<Latest<FeatureVector>> out)
      throws Exception {
    if (!erased.include(employeeId)) {
      List<Statement> statements = new ArrayList<>();
      state.statements().forEach(statements::add);
      List<CreditStanding> told = new ArrayList<>();
      standings.get().forEach(told::add);
      List<PeerStanding> closes = new ArrayList<>();
      peers.get().forEach(closes::add);
      Latest<FeatureVector> newest =
          tellAll(
              new FeatureHistory(employeeId, present, statements, told, closes), employeeId, out);
      if (newest != null) {
        context.output(NEWEST, newest);
      }
    }
    standings.clear();
    peers.clear();
    state.clear(employeeId);
  }

  /** Tells all vectors of a history, and gives the last; null: there is none. */
  private Latest<FeatureVector> tellAll(
      FeatureHistory history, String employeeId, Collector<Latest<FeatureVector>> out) {
    AtomicReference<Latest<FeatureVector>> newest = new AtomicReference<>();
    history.tell(
        options.replayUntil(),
        vector -> {
          newest.set(new Latest<>(employeeId, vector));
          out.collect(newest.get());
        });
    return newest.get();
  }

  private void tellEndOfMonth(
      long instant,
      FeatureRules present,
      OnTimerContext context,
      Collector<Latest<FeatureVector>> out)
      throws Exception {
    state.monthEndsAt(null);
    EmployeeProfile profile = state.profile(context.getCurrentKey(), present);
    if (profile.newestAt() <= instant) {
      // Of who has left, the newest vector is that of the change that ended it.
      long asOf = profile.isEmployed(instant) ? instant : profile.changedAt(instant);
      if (state.toldAsOf() == null || asOf > state.toldAsOf()) {
        tell(profile, asOf, context, out);
      }
      state.forgetPeersBefore(context.getCurrentKey(), instant);
    } else {
      // What was told ahead of time did not know the month's close.
      tellSoon(context);
    }
    if (profile.isEmployed(instant)) {
      awaitEndOfMonth(instant + 1, present, context);
    }
  }

  private void awaitEndOfMonth(long instant, FeatureRules present, ReadOnlyContext context)
      throws Exception {
    if (state.monthEndsAt() == null) {
      long end = present.endOfMonth(instant);
      context.timerService().registerEventTimeTimer(end);
      state.monthEndsAt(end);
    }
  }

  private void tell(
      EmployeeProfile profile,
      long asOf,
      ReadOnlyContext context,
      Collector<Latest<FeatureVector>> out)
      throws Exception {
    state.toldAsOf(asOf);
    long knownAt = state.nextKnownAt(context.timerService().currentProcessingTime());
    out.collect(new Latest<>(context.getCurrentKey(), profile.vector(asOf, knownAt)));
  }

  private FeatureRules rules(ReadOnlyBroadcastState<String, Revision> revisions) throws Exception {
    Revision revision = revisions.get(CURRENT);
    if (revision != null && (rules == null || rules.ordinal() != revision.manifest().ordinal())) {
      rules = new FeatureRules(RuleBooks.from(revision));
    }
    return rules;
  }
}
