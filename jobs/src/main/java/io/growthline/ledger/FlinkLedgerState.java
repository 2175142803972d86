package io.growthline.ledger;

import io.growthline.ledger.rules.AccountHead;
import io.growthline.ledger.rules.AccountStores;
import io.growthline.ledger.rules.ActivityStanding;
import io.growthline.ledger.rules.Announced;
import io.growthline.ledger.rules.Booked;
import io.growthline.ledger.rules.BookingId;
import io.growthline.ledger.rules.FactId;
import io.growthline.ledger.rules.KeyedStore;
import io.growthline.ledger.rules.KnownFact;
import io.growthline.ledger.rules.LedgerFact;
import io.growthline.ledger.rules.LedgerHead;
import io.growthline.ledger.rules.LedgerState;
import io.growthline.ledger.rules.Lot;
import io.growthline.ledger.rules.Opening;
import io.growthline.ledger.rules.RecordedOutcome;
import io.growthline.ledger.rules.Redemption;
import io.growthline.ledger.rules.WaitingId;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;

/** {@link LedgerState} in keyed state: heads in value state, histories in map state, no TTL. */
final class FlinkLedgerState implements LedgerState {

  // Names and types are a contract with savepoints already taken.
  static final MapStateDescriptor<FactId, KnownFact> FACTS =
      map("facts", FrozenType.ofRecord(FactId.class), KnownFact.class);
  static final MapStateDescriptor<FactId, Long> VOIDS =
      new MapStateDescriptor<>("voids", FrozenType.ofRecord(FactId.class), Types.LONG);
  static final MapStateDescriptor<WaitingId, LedgerFact> WAITING =
      map("waiting", FrozenType.ofRecord(WaitingId.class), LedgerFact.class);
  static final ValueStateDescriptor<AccountHead> ACCOUNT =
      new ValueStateDescriptor<>("account", FrozenType.ofRecord(AccountHead.class));
  static final MapStateDescriptor<String, ActivityStanding> STANDINGS =
      map("standings", Types.STRING, ActivityStanding.class);
  static final ValueStateDescriptor<Opening> OPENING =
      new ValueStateDescriptor<>("opening", FrozenType.ofRecord(Opening.class));
  static final MapStateDescriptor<BookingId, Lot> LOTS =
      map("lots", FrozenType.ofRecord(BookingId.class), Lot.class);
  static final MapStateDescriptor<FactId, Redemption> REDEMPTIONS =
      map("redemptions", FrozenType.ofRecord(FactId.class), Redemption.class);
  static final MapStateDescriptor<FactId, RecordedOutcome> OUTCOMES =
      map("outcomes", FrozenType.ofRecord(FactId.class), RecordedOutcome.class);
  static final MapStateDescriptor<BookingId, Booked> JOURNAL =
      map("journal", FrozenType.ofRecord(BookingId.class), Booked.class);
  static final MapStateDescriptor<String, Announced> ANNOUNCED =
      map("announced", Types.STRING, Announced.class);
  static final ValueStateDescriptor<LedgerHead> LEDGER =
      new ValueStateDescriptor<>("ledger", FrozenType.ofRecord(LedgerHead.class));

  private final KeyedStore<FactId, KnownFact> facts;
  private final KeyedStore<FactId, Long> voids;
  private final KeyedStore<WaitingId, LedgerFact> waiting;
  private final ValueState<AccountHead> account;
  private final ValueState<Opening> opening;
  private final AccountStores stores;
  private final KeyedStore<FactId, RecordedOutcome> outcomes;
  private final KeyedStore<BookingId, Booked> journal;
  private final KeyedStore<String, Announced> announced;
  private final ValueState<LedgerHead> ledger;

  FlinkLedgerState(RuntimeContext context) {
    this.facts = new MapStateStore<>(context.getMapState(FACTS));
    this.voids = new MapStateStore<>(context.getMapState(VOIDS));
    this.waiting = new MapStateStore<>(context.getMapState(WAITING));
    this.account = context.getState(ACCOUNT);
    this.opening = context.getState(OPENING);
    this.stores =
        new AccountStores(
            new MapStateStore<>(context.getMapState(STANDINGS)),
            new MapStateStore<>(context.getMapState(LOTS)),
            new MapStateStore<>(context.getMapState(REDEMPTIONS)));
    this.outcomes = new MapStateStore<>(context.getMapState(OUTCOMES));
    this.journal = new MapStateStore<>(context.getMapState(JOURNAL));
    this.announced = new MapStateStore<>(context.getMapState(ANNOUNCED));
    this.ledger = context.getState(LEDGER);
  }

  @Override
  public KeyedStore<FactId, KnownFact> facts() {
    return facts;
  }

  @Override
  public KeyedStore<FactId, Long> voids() {
    return voids;
  }

  @Override
  public KeyedStore<WaitingId, LedgerFact> waiting() {
    return waiting;
  }

  @Override
  public AccountHead account() {
    return read(account);
  }

  @Override
  public void account(AccountHead head) {
    write(account, head);
  }

  @Override
  public Opening opening() {
    return read(opening);
  }

  @Override
  public void opening(Opening changed) {
    write(opening, changed);
  }

  @Override
  public AccountStores stores() {
    return stores;
  }

  @Override
  public KeyedStore<FactId, RecordedOutcome> outcomes() {
    return outcomes;
  }

  @Override
  public KeyedStore<BookingId, Booked> journal() {
    return journal;
  }

  @Override
  public KeyedStore<String, Announced> announced() {
    return announced;
  }

  @Override
  public LedgerHead ledger() {
    LedgerHead head = read(ledger);
    return head == null ? LedgerHead.EMPTY : head;
  }

  @Override
  public void ledger(LedgerHead head) {
    write(ledger, head);
  }

  private static <K, V extends Record> MapStateDescriptor<K, V> map(
      String name, TypeInformation<K> key, Class<V> value) {
    return new MapStateDescriptor<>(name, key, FrozenType.ofRecord(value));
  }

  private static <T> T read(ValueState<T> state) {
    try {
      return state.value();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static <T> void write(ValueState<T> state, T value) {
    try {
      state.update(value);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
