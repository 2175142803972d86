package io.growthline.ledger;

import io.growthline.facts.ErasedPeople;
import io.growthline.facts.ErasureKey;
import io.growthline.ledger.rules.EmploymentHistory;
import io.growthline.ledger.rules.FactId;
import io.growthline.ledger.rules.KnownFact;
import io.growthline.rulebook.RuleBooks;
import io.growthline.schemas.reference.Revision;
import io.growthline.schemas.tables.EmploymentInterval;
import java.time.ZoneId;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.state.FunctionInitializationContext;
import org.apache.flink.runtime.state.FunctionSnapshotContext;
import org.apache.flink.streaming.api.checkpoint.CheckpointedFunction;
import org.apache.flink.streaming.api.functions.co.KeyedBroadcastProcessFunction;
import org.apache.flink.util.Collector;

/** Keeps each employee's people events and tells what they say, as soon as a zone is known. */
final class EmploymentFunction
    extends KeyedBroadcastProcessFunction<String, PeopleStatement, Revision, EmploymentInterval>
    implements CheckpointedFunction {

  private static final long serialVersionUID = 1;

  static final MapStateDescriptor<FactId, KnownFact> PEOPLE =
      new MapStateDescriptor<>(
          "people", TypeInformation.of(FactId.class), TypeInformation.of(KnownFact.class));
  static final MapStateDescriptor<String, SchemeZone> ZONE =
      new MapStateDescriptor<>("zone", Types.STRING, TypeInformation.of(SchemeZone.class));

  private static final String CURRENT = "current";

  private final Long replayUntil;
  private final ErasureKey erasureKey;
  private transient EmploymentHistory history;
  private transient ErasedPeople erased;

  private EmploymentFunction(Long replayUntil, ErasureKey erasureKey) {
    this.replayUntil = replayUntil;
    this.erasureKey = erasureKey;
  }

  /** Tells a history whenever it changes; whose it forgets, the ledger says. */
  static EmploymentFunction live(ErasureKey erasureKey) {
    return new EmploymentFunction(null, erasureKey);
  }

  /**
   * Tells each employee's history at the end, unless its own events demand to erase it by then.
   *
   * @param until where the replay's clock ends, epoch milliseconds
   */
  static EmploymentFunction replay(long until) {
    return new EmploymentFunction(until, ErasureKey.PUBLIC);
  }

  @Override
  public void initializeState(FunctionInitializationContext context) throws Exception {
    erased = ErasedPeople.restore(erasureKey, getRuntimeContext(), context);
  }

  @Override
  public void snapshotState(FunctionSnapshotContext context) throws Exception {
    erased.save();
  }

  @Override
  public void open(OpenContext context) {
    history = new EmploymentHistory(new MapStateStore<>(getRuntimeContext().getMapState(PEOPLE)));
  }

  @Override
  public void processElement(
      PeopleStatement statement, ReadOnlyContext context, Collector<EmploymentInterval> out)
      throws Exception {
    if (statement.erased() != null) {
      history.facts().clear();
      erased.add(statement.erased());
      return;
    }
    if (erased.include(statement.employeeId())) {
      return;
    }
    boolean isNew = history.add(statement.event());
    if (replayUntil != null) {
      context.timerService().registerEventTimeTimer(replayUntil);
    } else if (isNew) {
      tell(context.getCurrentKey(), context.getBroadcastState(ZONE).get(CURRENT), out);
    }
  }

  @Override
  public void onTimer(long timestamp, OnTimerContext context, Collector<EmploymentInterval> out)
      throws Exception {
    tell(context.getCurrentKey(), context.getBroadcastState(ZONE).get(CURRENT), out);
  }

  @Override
  public void processBroadcastElement(
      Revision revision, Context context, Collector<EmploymentInterval> out) throws Exception {
    SchemeZone known = context.getBroadcastState(ZONE).get(CURRENT);
    SchemeZone zone =
        new SchemeZone(revision.manifest().ordinal(), RuleBooks.from(revision).zone().getId());
    if (known != null && known.ordinal() >= zone.ordinal()) {
      return;
    }
    context.getBroadcastState(ZONE).put(CURRENT, zone);
    if (known == null || !known.zone().equals(zone.zone())) {
      // All at once: it happens at the start and then hardly ever, and nobody waits for a table.
      context.applyToKeyedState(PEOPLE, (employeeId, events) -> tell(employeeId, zone, out));
    }
  }

  /** Before the first rule book there is no zone, and nothing is told. */
  private void tell(String employeeId, SchemeZone zone, Collector<EmploymentInterval> out) {
    if (zone != null && !history.isErased(newestInstant())) {
      history.intervals(employeeId, ZoneId.of(zone.zone()), zone.ordinal()).forEach(out::collect);
    }
  }

  /**
   * By when a demand to erase silences a history. Live that is not yet an erasure: a void lets it
   * speak again, and only the ledger's word makes it forgotten.
   */
  private long newestInstant() {
    return replayUntil != null ? replayUntil : history.newestStatement();
  }
}
