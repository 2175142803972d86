package io.growthline.ingest;

import io.growthline.facts.Disposition;
import io.growthline.facts.ErasedPeople;
import io.growthline.facts.ErasureKey;
import io.growthline.facts.FactCounts;
import io.growthline.schemas.deadletters.DeadLetter;
import io.growthline.schemas.events.PerformanceEvent;
import io.growthline.schemas.ledger.Decision;
import io.growthline.schemas.ledger.Outcome;
import io.growthline.schemas.wire.SingleObjectEncoding;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.state.FunctionInitializationContext;
import org.apache.flink.runtime.state.FunctionSnapshotContext;
import org.apache.flink.streaming.api.checkpoint.CheckpointedFunction;
import org.apache.flink.streaming.api.functions.co.KeyedBroadcastProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;

/**
 * Settles which observations of an employee count. Live it takes each as it comes; a replay holds
 * all of them until the end and then takes them in order, so that what counts comes first.
 */
final class ObservationFunction
    extends KeyedBroadcastProcessFunction<String, Observation, MetricRules, Observation>
    implements CheckpointedFunction {

  private static final long serialVersionUID = 1;

  static final MapStateDescriptor<String, MetricRules> RULES =
      new MapStateDescriptor<>("metric-rules", Types.STRING, TypeInformation.of(MetricRules.class));

  static final OutputTag<Decision> DECISIONS =
      new OutputTag<>("conflicts", TypeInformation.of(Decision.class));
  static final OutputTag<DeadLetter> DEAD_LETTERS =
      new OutputTag<>("refused", TypeInformation.of(DeadLetter.class));

  // Names and types are a contract with savepoints already taken.
  private static final MapStateDescriptor<ObservationId, ObservationClaim> CLAIMS =
      new MapStateDescriptor<>(
          "claims",
          TypeInformation.of(ObservationId.class),
          TypeInformation.of(ObservationClaim.class));
  private static final MapStateDescriptor<HeldId, Observation> HELD =
      new MapStateDescriptor<>(
          "held", TypeInformation.of(HeldId.class), TypeInformation.of(Observation.class));

  private static final String CURRENT = "current";

  private static final Comparator<Map.Entry<HeldId, Observation>> WHAT_COUNTS_FIRST =
      Comparator.comparingLong(
              (Map.Entry<HeldId, Observation> held) -> held.getValue().event().occurredAt())
          .thenComparing(held -> held.getKey().contentHash());

  private static final SingleObjectEncoding<PerformanceEvent> ENCODING =
      SingleObjectEncoding.of(PerformanceEvent.class);

  private final Long until;
  private final String performanceTopic;
  private final ErasureKey erasureKey;

  private transient MapState<ObservationId, ObservationClaim> claims;
  private transient MapState<HeldId, Observation> held;
  private transient FactCounts counts;
  private transient ErasedPeople erased;

  private ObservationFunction(Long until, String performanceTopic, ErasureKey erasureKey) {
    this.until = until;
    this.performanceTopic = performanceTopic;
    this.erasureKey = erasureKey;
  }

  static ObservationFunction live(String performanceTopic, ErasureKey erasureKey) {
    return new ObservationFunction(null, performanceTopic, erasureKey);
  }

  static ObservationFunction replay(long until) {
    return new ObservationFunction(until, null, ErasureKey.PUBLIC);
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
    claims = getRuntimeContext().getMapState(CLAIMS);
    held = getRuntimeContext().getMapState(HELD);
    counts = new FactCounts(getRuntimeContext());
  }

  @Override
  public void processElement(
      Observation observation, ReadOnlyContext context, Collector<Observation> out)
      throws Exception {
    if (observation.erased() != null) {
      erase(observation.erased());
      return;
    }
    // A replay does not ask before its end: what is a duplicate must not depend on any order.
    if (until == null && erased.include(observation.employeeId())) {
      counts.add(Disposition.ERASED, 1);
      return;
    }
    HeldId id = new HeldId(observation.id(), observation.contentHash());
    ObservationClaim claim = claims.get(id.observation());
    if ((claim != null && claim.knows(id.contentHash())) || held.contains(id)) {
      counts.add(Disposition.DUPLICATE, 1);
      return;
    }
    MetricRules rules = context.getBroadcastState(RULES).get(CURRENT);
    if (until != null) {
      held.put(id, observation);
      context.timerService().registerEventTimeTimer(until);
    } else if (rules == null) {
      held.put(id, observation);
      counts.add(Disposition.WAITING, 1);
    } else {
      Routes routes = new Routes(out, context::output, context.currentProcessingTime());
      take(observation, id.contentHash(), rules, routes);
    }
  }

  private void erase(String employeeId) throws Exception {
    erased.add(employeeId);
    if (until == null) {
      int waited = takeOut(held).size();
      counts.add(Disposition.WAITING, -waited);
      counts.add(Disposition.ERASED, waited);
      claims.clear();
    }
  }

  @Override
  public void processBroadcastElement(
      MetricRules rules, Context context, Collector<Observation> out) throws Exception {
    MetricRules known = context.getBroadcastState(RULES).get(CURRENT);
    if (known != null && known.ordinal() >= rules.ordinal()) {
      return;
    }
    context.getBroadcastState(RULES).put(CURRENT, rules);
    if (known == null && until == null) {
      Routes routes = new Routes(out, context::output, context.currentProcessingTime());
      context.applyToKeyedState(
          HELD,
          (employeeId, waiting) -> {
            for (Map.Entry<HeldId, Observation> entry : takeOut(waiting)) {
              counts.add(Disposition.WAITING, -1);
              take(entry.getValue(), entry.getKey().contentHash(), rules, routes);
            }
          });
    }
  }

  @Override
  public void onTimer(long timestamp, OnTimerContext context, Collector<Observation> out)
      throws Exception {
    List<Map.Entry<HeldId, Observation>> all = takeOut(held);
    if (erased.include(context.getCurrentKey())) {
      counts.add(Disposition.ERASED, all.size());
      return;
    }
    MetricRules rules = context.getBroadcastState(RULES).get(CURRENT);
    Routes routes = new Routes(out, context::output, context.currentProcessingTime());
    for (Map.Entry<HeldId, Observation> entry : all) {
      take(entry.getValue(), entry.getKey().contentHash(), rules, routes);
    }
  }

  private static List<Map.Entry<HeldId, Observation>> takeOut(MapState<HeldId, Observation> held)
      throws Exception {
    List<Map.Entry<HeldId, Observation>> all = new ArrayList<>();
    for (Map.Entry<HeldId, Observation> entry : held.entries()) {
      all.add(Map.entry(entry.getKey(), entry.getValue()));
    }
    held.clear();
    all.sort(WHAT_COUNTS_FIRST);
    return all;
  }

  private void take(Observation observation, String hash, MetricRules rules, Routes routes)
      throws Exception {
    if (observation.performance() != null) {
      try {
        rules.check(observation.performance());
      } catch (UnusableInputException e) {
        counts.add(Disposition.DEAD, 1);
        routes.side().output(DEAD_LETTERS, deadLetter(observation.performance(), e, routes.now()));
        return;
      }
    }
    if (settle(observation, hash, routes)) {
      routes.counting().collect(observation);
      counts.add(Disposition.EARNS_NOTHING, 1);
    } else {
      counts.add(Disposition.DECIDED, 1);
    }
  }

  /** Whether it counts, of all that have claimed its identity so far. */
  private boolean settle(Observation observation, String hash, Routes routes) throws Exception {
    ObservationId id = observation.id();
    long occurredAt = observation.event().occurredAt();
    ObservationClaim claim = claims.get(id);
    if (claim == null) {
      claims.put(id, new ObservationClaim(occurredAt, hash, List.of()));
      return true;
    }
    // In a replay what counts came first, so that it is this one that does not.
    routes
        .side()
        .output(DECISIONS, conflict(observation, until == null ? routes.now() : occurredAt));
    boolean wins = claim.yieldsTo(occurredAt, hash);
    claims.put(id, wins ? claim.replacedBy(occurredAt, hash) : claim.outbidding(hash));
    return wins;
  }

  private static Decision conflict(Observation observation, long recordedAt) {
    return new Decision(
        observation.event().source(),
        observation.event().eventId(),
        observation.employeeId(),
        null,
        Outcome.CONFLICT,
        "the same identity came with other content, which counts",
        recordedAt,
        null);
  }

  private DeadLetter deadLetter(PerformanceEvent event, UnusableInputException reason, long now) {
    return new Origin(performanceTopic, event.source() + ":" + event.eventId(), now)
        .deadLetter(ENCODING.encode(event), reason.reason(), reason.getMessage())
        .deadLetter();
  }

  /** Side outputs, which Flink's contexts have in common but do not share a type for. */
  private interface Side {
    <T> void output(OutputTag<T> tag, T value);
  }

  /**
   * Where results go.
   *
   * @param now processing time, epoch milliseconds
   */
  private record Routes(Collector<Observation> counting, Side side, long now) {}
}
