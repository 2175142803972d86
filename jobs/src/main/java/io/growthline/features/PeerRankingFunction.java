package io.growthline.features;

import io.growthline.features.rules.Membership;
import io.growthline.features.rules.PeerRanking;
import io.growthline.features.rules.PeerStanding;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.TimeDomain;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

/**
 * Compares the members of a team or job: at each month's end, and again when what comes late
 * changes the last month that is over. Then only those are told whose standing has changed. It
 * keeps that one month, and the next while it is being told. In a replay it tells what it got at
 * its end.
 */
final class PeerRankingFunction extends KeyedProcessFunction<String, Membership, PeerStanding> {

  private static final long serialVersionUID = 1;

  // Names and types are a contract with savepoints already taken.
  static final MapStateDescriptor<PeerId, Membership> MEMBERS =
      new MapStateDescriptor<>(
          "members", TypeInformation.of(PeerId.class), TypeInformation.of(Membership.class));
  static final MapStateDescriptor<PeerId, PeerStanding> TOLD =
      new MapStateDescriptor<>(
          "told", TypeInformation.of(PeerId.class), TypeInformation.of(PeerStanding.class));
  static final ValueStateDescriptor<Long> CLOSED_AT =
      new ValueStateDescriptor<>("closed-at", Types.LONG);
  static final ValueStateDescriptor<Long> RANKING_AT =
      new ValueStateDescriptor<>("ranking-at", Types.LONG);

  private static final ListStateDescriptor<Membership> ALL_MEMBERS =
      new ListStateDescriptor<>("all-members", TypeInformation.of(Membership.class));

  /** After that long another month is over, and this one is nobody's last. */
  private static final long KEPT_MILLIS = Duration.ofDays(32).toMillis();

  private final FeatureOptions options;

  private transient MapState<PeerId, Membership> members;
  private transient MapState<PeerId, PeerStanding> told;
  private transient ValueState<Long> closedAt;
  private transient ValueState<Long> rankingAt;

  /** A replay's, of the present group. */
  private transient ListState<Membership> allMembers;

  PeerRankingFunction(FeatureOptions options) {
    this.options = options;
  }

  @Override
  public void open(OpenContext context) {
    members = getRuntimeContext().getMapState(MEMBERS);
    told = getRuntimeContext().getMapState(TOLD);
    closedAt = getRuntimeContext().getState(CLOSED_AT);
    rankingAt = getRuntimeContext().getState(RANKING_AT);
    allMembers = options.isReplay() ? getRuntimeContext().getListState(ALL_MEMBERS) : null;
  }

  @Override
  public void processElement(Membership member, Context context, Collector<PeerStanding> out)
      throws Exception {
    if (options.isReplay()) {
      allMembers.add(member);
      context.timerService().registerEventTimeTimer(options.replayUntil());
      return;
    }
    long month = member.group().month();
    if (closedAt.value() != null && month < closedAt.value()) {
      // Nobody's last month any more.
      return;
    }
    PeerId id = new PeerId(month, member.employeeId());
    if (!member.left()) {
      members.put(id, member);
    } else {
      members.remove(id);
      if (told.contains(id)) {
        told.remove(id);
        out.collect(PeerStanding.none(member.group(), member.employeeId()));
      }
    }
    if (month > context.timerService().currentWatermark()) {
      context.timerService().registerEventTimeTimer(month);
    } else if (rankingAt.value() == null) {
      long due = context.timerService().currentProcessingTime() + options.peersDelay().toMillis();
      context.timerService().registerProcessingTimeTimer(due);
      rankingAt.update(due);
    }
  }

  @Override
  public void onTimer(long timestamp, OnTimerContext context, Collector<PeerStanding> out)
      throws Exception {
    if (options.isReplay()) {
      byMonth(allMembers.get())
          .values()
          .forEach(month -> PeerRanking.of(month).forEach(out::collect));
      allMembers.clear();
      return;
    }
    if (context.timeDomain() == TimeDomain.EVENT_TIME) {
      rank(timestamp, context, out);
    } else {
      rankingAt.clear();
      rank(context.timerService().currentWatermark(), context, out);
    }
  }

  /** Ranks the last month that is over at an instant, and forgets those before. */
  private void rank(long instant, OnTimerContext context, Collector<PeerStanding> out)
      throws Exception {
    NavigableMap<Long, List<Membership>> months = byMonth(members.values());
    Long month = months.floorKey(instant);
    long keptFrom = month == null || month + KEPT_MILLIS <= instant ? instant : month;
    forgetBefore(keptFrom);
    if (month != null && month >= keptFrom) {
      for (PeerStanding standing : PeerRanking.of(months.get(month))) {
        PeerId id = new PeerId(month, standing.employeeId());
        if (!standing.equals(told.get(id))) {
          told.put(id, standing);
          out.collect(standing);
        }
      }
      closedAt.update(month);
      context.timerService().registerEventTimeTimer(month + KEPT_MILLIS);
    }
  }

  private static NavigableMap<Long, List<Membership>> byMonth(Iterable<Membership> members) {
    NavigableMap<Long, List<Membership>> months = new TreeMap<>();
    members.forEach(
        member ->
            months.computeIfAbsent(member.group().month(), month -> new ArrayList<>()).add(member));
    return months;
  }

  private void forgetBefore(long instant) throws Exception {
    forget(members, instant);
    forget(told, instant);
    if (members.isEmpty()) {
      closedAt.clear();
    }
  }

  private static <T> void forget(MapState<PeerId, T> state, long before) throws Exception {
    Collection<PeerId> past = new ArrayList<>();
    for (Map.Entry<PeerId, T> entry : state.entries()) {
      if (entry.getKey().month() < before) {
        past.add(entry.getKey());
      }
    }
    for (PeerId id : past) {
      state.remove(id);
    }
  }
}
