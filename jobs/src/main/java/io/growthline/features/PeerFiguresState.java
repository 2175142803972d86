package io.growthline.features;

import io.growthline.facts.CreditStanding;
import io.growthline.features.rules.PeerFigures;
import io.growthline.features.rules.Restated;
import io.growthline.features.rules.Statement;
import io.growthline.features.rules.StatementId;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;

/** What is kept of the present employee to tell what they are compared by. */
final class PeerFiguresState {

  // Names and types are a contract with savepoints already taken.
  static final MapStateDescriptor<StatementId, Statement> STATEMENTS =
      new MapStateDescriptor<>(
          "statements", TypeInformation.of(StatementId.class), TypeInformation.of(Statement.class));
  static final ValueStateDescriptor<CreditStanding> STANDING =
      new ValueStateDescriptor<>("standing", TypeInformation.of(CreditStanding.class));
  static final MapStateDescriptor<Integer, Restated> RESTATED =
      new MapStateDescriptor<>("restated", Types.INT, TypeInformation.of(Restated.class));
  static final ValueStateDescriptor<PeerFigures> TOLD =
      new ValueStateDescriptor<>("told", TypeInformation.of(PeerFigures.class));
  static final ValueStateDescriptor<Long> CLOSED_AT =
      new ValueStateDescriptor<>("closed-at", Types.LONG);
  static final ValueStateDescriptor<Long> CLOSES_AT =
      new ValueStateDescriptor<>("closes-at", Types.LONG);
  static final ValueStateDescriptor<Long> TELLING_AT =
      new ValueStateDescriptor<>("telling-at", Types.LONG);

  private final MapState<StatementId, Statement> statements;
  private final ValueState<CreditStanding> standing;
  private final MapState<Integer, Restated> restated;
  final ValueState<PeerFigures> told;
  final ValueState<Long> closedAt;
  final ValueState<Long> closesAt;
  final ValueState<Long> tellingAt;

  PeerFiguresState(RuntimeContext context) {
    statements = context.getMapState(STATEMENTS);
    standing = context.getState(STANDING);
    restated = context.getMapState(RESTATED);
    told = context.getState(TOLD);
    closedAt = context.getState(CLOSED_AT);
    closesAt = context.getState(CLOSES_AT);
    tellingAt = context.getState(TELLING_AT);
  }

  /** Keeps a statement; whether there was none like it. */
  boolean add(Statement statement) throws Exception {
    if (statement.equals(statements.get(statement.id()))) {
      return false;
    }
    statements.put(statement.id(), statement);
    return true;
  }

  List<Statement> statements() throws Exception {
    List<Statement> all = new ArrayList<>();
    statements.values().forEach(all::add);
    return all;
  }

  /** What the ledger said last. */
  CreditStanding standing(String employeeId) throws Exception {
    CreditStanding newest = standing.value();
    return newest == null ? CreditStanding.nothing(employeeId) : newest;
  }

  void add(String employeeId, CreditStanding newest) throws Exception {
    Restated change = Restated.between(standing(employeeId), newest);
    if (change != null) {
      Restated before = restated.get(change.statedOn());
      restated.put(change.statedOn(), before == null ? change : before.and(change));
    }
    standing.update(newest);
  }

  /** Hundredths of a credit earned up to a day's end, by what had been stated by then. */
  long earnedUntil(String employeeId, int lastDay) throws Exception {
    long earned = standing(employeeId).earnedUntil(lastDay);
    for (Restated change : restated.values()) {
      earned -= change.statedOn() > lastDay ? change.until(lastDay) : 0;
    }
    return earned;
  }

  /** Forgets what only concerns days up to one. */
  void forgetRestatedUntil(int day) throws Exception {
    List<Integer> past = new ArrayList<>();
    for (Integer statedOn : restated.keys()) {
      if (statedOn <= day) {
        past.add(statedOn);
      }
    }
    for (Integer statedOn : past) {
      restated.remove(statedOn);
    }
  }

  void clear() {
    statements.clear();
    standing.clear();
    restated.clear();
    told.clear();
    closedAt.clear();
    closesAt.clear();
    tellingAt.clear();
  }
}
