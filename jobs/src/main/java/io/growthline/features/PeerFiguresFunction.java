package io.growthline.features;

import io.growthline.facts.CreditStanding;
import io.growthline.facts.ErasedPeople;
import io.growthline.features.rules.FeatureRules;
import io.growthline.features.rules.Membership;
import io.growthline.features.rules.PeerFigures;
import io.growthline.features.rules.PeerHistory;
import io.growthline.features.rules.Statement;
import io.growthline.rulebook.RuleBooks;
import io.growthline.schemas.reference.Revision;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.state.ReadOnlyBroadcastState;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.runtime.state.FunctionInitializationContext;
import org.apache.flink.runtime.state.FunctionSnapshotContext;
import org.apache.flink.streaming.api.TimeDomain;
import org.apache.flink.streaming.api.checkpoint.CheckpointedFunction;
import org.apache.flink.streaming.api.functions.co.KeyedBroadcastProcessFunction;
import org.apache.flink.util.Collector;

/**
 * Tells an employee's team and job at each month's end what they are compared by in it, and again
 * when what comes late changes that of the last month that is over. In a replay it tells all months
 * at its end.
 */
final class PeerFiguresFunction
    extends KeyedBroadcastProcessFunction<String, FeatureInput, Revision, Membership>
    implements CheckpointedFunction {

  private static final long serialVersionUID = 1;

  private static final ListStateDescriptor<CreditStanding> STANDINGS =
      new ListStateDescriptor<>("standings", TypeInformation.of(CreditStanding.class));

  private static final String CURRENT = "current";

  private final FeatureOptions options;

  private transient PeerFiguresState state;
  private transient ErasedPeople erased;
  private transient FeatureRules rules;

  /** A replay's, of the present employee. */
  private transient ListState<CreditStanding> standings;

  PeerFiguresFunction(FeatureOptions options) {
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
    state = new PeerFiguresState(getRuntimeContext());
    standings = options.isReplay() ? getRuntimeContext().getListState(STANDINGS) : null;
  }

  @Override
  public void processElement(FeatureInput input, ReadOnlyContext context, Collector<Membership> out)
      throws Exception {
    String employeeId = context.getCurrentKey();
    if (input.erased() != null) {
      erase(employeeId, context, out);
    } else if (!erased.include(employeeId)) {
      if (options.isReplay()) {
        keep(input);
        context.timerService().registerEventTimeTimer(options.replayUntil());
      } else if (input.statement() != null) {
        take(input.statement(), context);
      } else {
        take(input.standing(), context);
      }
    }
  }

  private void keep(FeatureInput input) throws Exception {
    if (input.standing() != null) {
      standings.add(input.standing());
    } else {
      state.add(input.statement());
    }
  }

  private void take(Statement statement, ReadOnlyContext context) throws Exception {
    Long closedAt = state.closedAt.value();
    boolean mayMatter = closedAt == null || statement.statedAt() <= closedAt;
    if (state.add(statement) && mayMatter) {
      tellSoon(context);
    }
  }

  private void take(CreditStanding standing, ReadOnlyContext context) throws Exception {
    String employeeId = context.getCurrentKey();
    long revision = state.standing(employeeId).revision();
    state.add(employeeId, standing);
    PeerFigures told = state.told.value();
    if (told != null) {
      int lastDay = rules(context.getBroadcastState(FeatureFunction.RULE_BOOK)).dayOf(told.month());
      if (standing.revision() != revision
          || state.earnedUntil(employeeId, lastDay) != told.earned()) {
        tellSoon(context);
      }
    }
  }

  private void erase(String employeeId, ReadOnlyContext context, Collector<Membership> out)
      throws Exception {
    erased.add(employeeId);
    if (options.isReplay()) {
      standings.clear();
    } else {
      PeerFigures.changes(state.told.value(), null).forEach(out::collect);
      if (state.tellingAt.value() != null) {
        context.timerService().deleteProcessingTimeTimer(state.tellingAt.value());
      }
      if (state.closesAt.value() != null) {
        context.timerService().deleteEventTimeTimer(state.closesAt.value());
      }
    }
    state.clear();
  }

  private void tellSoon(ReadOnlyContext context) throws Exception {
    if (state.tellingAt.value() == null) {
      long due = context.timerService().currentProcessingTime() + options.peersDelay().toMillis();
      context.timerService().registerProcessingTimeTimer(due);
      state.tellingAt.update(due);
    }
  }

  @Override
  public void processBroadcastElement(Revision revision, Context context, Collector<Membership> out)
      throws Exception {
    Revision known = context.getBroadcastState(FeatureFunction.RULE_BOOK).get(CURRENT);
    if (known == null || known.manifest().ordinal() < revision.manifest().ordinal()) {
      context.getBroadcastState(FeatureFunction.RULE_BOOK).put(CURRENT, revision);
    }
  }

  @Override
  public void onTimer(long timestamp, OnTimerContext context, Collector<Membership> out)
      throws Exception {
    String employeeId = context.getCurrentKey();
    FeatureRules present = rules(context.getBroadcastState(FeatureFunction.RULE_BOOK));
    if (options.isReplay()) {
      tellHistory(employeeId, present, out);
    } else if (context.timeDomain() == TimeDomain.EVENT_TIME) {
      state.closesAt.clear();
      tell(timestamp, present, context, out);
    } else {
      state.tellingAt.clear();
      if (present == null || state.standing(employeeId).revision() > present.ordinal()) {
        // The rule book comes by a way of its own, and is not here yet.
        tellSoon(context);
      } else {
        tellLastMonth(present, context, out);
      }
    }
  }

  private void tellLastMonth(
      FeatureRules present, OnTimerContext context, Collector<Membership> out) throws Exception {
    long watermark = context.timerService().currentWatermark();
    if (watermark > 0) {
      tell(present.lastEndOfMonth(watermark), present, context, out);
    } else {
      // Time has not begun: the first month to end is that of the first statement.
      long first = Long.MAX_VALUE;
      for (Statement statement : state.statements()) {
        first = Math.min(first, statement.statedAt());
      }
      awaitClose(present.endOfMonth(first), context);
    }
  }

  private void tell(
      long month, FeatureRules present, OnTimerContext context, Collector<Membership> out)
      throws Exception {
    String employeeId = context.getCurrentKey();
    int lastDay = present.dayOf(month);
    PeerFigures figures =
        PeerFigures.of(
            employeeId, present, state.statements(), month, state.earnedUntil(employeeId, lastDay));
    PeerFigures told = state.told.value();
    PeerFigures known = told != null && told.month() == month ? told : null;
    PeerFigures.changes(known, figures).forEach(out::collect);
    state.told.update(figures);
    state.closedAt.update(month);
    state.forgetRestatedUntil(lastDay);
    awaitClose(present.endOfMonth(month + 1), context);
  }

  private void awaitClose(long month, ReadOnlyContext context) throws Exception {
    Long awaited = state.closesAt.value();
    if (awaited == null || awaited > month) {
      if (awaited != null) {
        context.timerService().deleteEventTimeTimer(awaited);
      }
      context.timerService().registerEventTimeTimer(month);
      state.closesAt.update(month);
    }
  }

  private void tellHistory(String employeeId, FeatureRules present, Collector<Membership> out)
      throws Exception {
    if (!erased.include(employeeId)) {
      List<CreditStanding> told = new ArrayList<>();
      standings.get().forEach(told::add);
      new PeerHistory(employeeId, present, state.statements(), told)
          .tell(options.replayUntil(), figures -> figures.memberships().forEach(out::collect));
    }
    standings.clear();
    state.clear();
  }

  private FeatureRules rules(ReadOnlyBroadcastState<String, Revision> revisions) throws Exception {
    Revision revision = revisions.get(CURRENT);
    if (revision != null && (rules == null || rules.ordinal() != revision.manifest().ordinal())) {
      rules = new FeatureRules(RuleBooks.from(revision));
    }
    return rules;
  }
}
