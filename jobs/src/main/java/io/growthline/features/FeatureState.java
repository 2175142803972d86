package io.growthline.features;

import io.growthline.facts.CreditStanding;
import io.growthline.features.rules.EmployeeProfile;
import io.growthline.features.rules.FeatureRules;
import io.growthline.features.rules.PeerGroup;
import io.growthline.features.rules.PeerStanding;
import io.growthline.features.rules.Statement;
import io.growthline.features.rules.StatementId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;

/**
 * What is kept of the present employee: what was stated of them, and nothing that is made of it.
 * Profiles of those seen lately are at hand; any other is put together again when it is needed.
 */
final class FeatureState {

  // Names and types are a contract with savepoints already taken.
  static final MapStateDescriptor<StatementId, Statement> STATEMENTS =
      new MapStateDescriptor<>(
          "statements", TypeInformation.of(StatementId.class), TypeInformation.of(Statement.class));
  static final ValueStateDescriptor<CreditStanding> STANDING =
      new ValueStateDescriptor<>("standing", TypeInformation.of(CreditStanding.class));
  static final MapStateDescriptor<PeerGroup, PeerStanding> PEERS =
      new MapStateDescriptor<>(
          "peers", TypeInformation.of(PeerGroup.class), TypeInformation.of(PeerStanding.class));
  static final ValueStateDescriptor<Long> TOLD_AS_OF =
      new ValueStateDescriptor<>("told-as-of", Types.LONG);
  static final ValueStateDescriptor<Long> KNOWN_AT =
      new ValueStateDescriptor<>("known-at", Types.LONG);
  static final ValueStateDescriptor<Long> TELLING_AT =
      new ValueStateDescriptor<>("telling-at", Types.LONG);
  static final ValueStateDescriptor<Long> MONTH_ENDS_AT =
      new ValueStateDescriptor<>("month-ends-at", Types.LONG);

  private static final int PROFILES_AT_HAND = 10_000;
  private static final float LOAD_FACTOR = 0.75f;

  private final MapState<StatementId, Statement> statements;
  private final ValueState<CreditStanding> standing;
  private final MapState<PeerGroup, PeerStanding> peers;
  private final ValueState<Long> toldAsOf;
  private final ValueState<Long> knownAt;
  private final ValueState<Long> tellingAt;
  private final ValueState<Long> monthEndsAt;
  private final Map<String, EmployeeProfile> profiles =
      new LinkedHashMap<>(16, LOAD_FACTOR, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, EmployeeProfile> eldest) {
          return size() > PROFILES_AT_HAND;
        }
      };

  private FeatureRules profilesBy;

  FeatureState(RuntimeContext context) {
    statements = context.getMapState(STATEMENTS);
    standing = context.getState(STANDING);
    peers = context.getMapState(PEERS);
    toldAsOf = context.getState(TOLD_AS_OF);
    knownAt = context.getState(KNOWN_AT);
    tellingAt = context.getState(TELLING_AT);
    monthEndsAt = context.getState(MONTH_ENDS_AT);
  }

  void add(String employeeId, Statement statement) throws Exception {
    Statement replaced = statements.get(statement.id());
    if (statement.equals(replaced)) {
      return;
    }
    statements.put(statement.id(), statement);
    EmployeeProfile profile = profiles.get(employeeId);
    if (replaced != null) {
      profiles.remove(employeeId);
    } else if (profile != null) {
      profile.add(statement);
    }
  }

  void add(String employeeId, CreditStanding newest) throws Exception {
    standing.update(newest);
    EmployeeProfile profile = profiles.get(employeeId);
    if (profile != null) {
      profile.add(newest);
    }
  }

  void add(String employeeId, PeerStanding peer) throws Exception {
    if (peer.left()) {
      peers.remove(peer.group());
    } else {
      peers.put(peer.group(), peer);
    }
    EmployeeProfile profile = profiles.get(employeeId);
    if (profile != null) {
      profile.add(peer);
    }
  }

  /** Forgets where the employee stood at month's ends before an instant, epoch milliseconds. */
  void forgetPeersBefore(String employeeId, long instant) throws Exception {
    List<PeerGroup> past = new ArrayList<>();
    for (PeerGroup group : peers.keys()) {
      if (group.month() < instant) {
        past.add(group);
      }
    }
    for (PeerGroup group : past) {
      peers.remove(group);
    }
    EmployeeProfile profile = profiles.get(employeeId);
    if (profile != null) {
      profile.forgetPeersBefore(instant);
    }
  }

  /** Whether the ledger has gone by another rule book already. */
  boolean isAheadOf(FeatureRules rules) throws Exception {
    return standing.value() != null && standing.value().revision() > rules.ordinal();
  }

  Iterable<Statement> statements() throws Exception {
    return statements.values();
  }

  /** The present employee, by a rule book. */
  EmployeeProfile profile(String employeeId, FeatureRules rules) throws Exception {
    if (rules != profilesBy) {
      profiles.clear();
      profilesBy = rules;
    }
    EmployeeProfile profile = profiles.get(employeeId);
    if (profile == null) {
      profile = new EmployeeProfile(employeeId, rules);
      for (Statement statement : statements.values()) {
        profile.add(statement);
      }
      if (standing.value() != null) {
        profile.add(standing.value());
      }
      for (PeerStanding peer : peers.values()) {
        profile.add(peer);
      }
      profiles.put(employeeId, profile);
    }
    return profile;
  }

  /** The newest instant that a vector was told of, or null. */
  Long toldAsOf() throws Exception {
    return toldAsOf.value();
  }

  void toldAsOf(long instant) throws Exception {
    toldAsOf.update(instant);
  }

  /**
   * When the next vector is known: later than any before, so that the newest is but one.
   *
   * @param now epoch milliseconds
   */
  long nextKnownAt(long now) throws Exception {
    Long last = knownAt.value();
    long next = last == null ? now : Math.max(now, last + 1);
    knownAt.update(next);
    return next;
  }

  /** When the next vector is due, in processing time, or null. */
  Long tellingAt() throws Exception {
    return tellingAt.value();
  }

  void tellingAt(Long instant) throws Exception {
    tellingAt.update(instant);
  }

  /** The month's end that is awaited, in event time, or null. */
  Long monthEndsAt() throws Exception {
    return monthEndsAt.value();
  }

  void monthEndsAt(Long instant) throws Exception {
    monthEndsAt.update(instant);
  }

  void clear(String employeeId) {
    statements.clear();
    standing.clear();
    peers.clear();
    toldAsOf.clear();
    knownAt.clear();
    tellingAt.clear();
    monthEndsAt.clear();
    profiles.remove(employeeId);
  }
}
