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
import java.util.Map;

/** One employee's state without Flink, but for its serializers. */
final class InMemoryState implements LedgerState {

  private static final Savepoint<Map<FactId, KnownFact>> FACTS =
      new Savepoint<>(FlinkLedgerState.FACTS);
  private static final Savepoint<Map<FactId, Long>> VOIDS = new Savepoint<>(FlinkLedgerState.VOIDS);
  private static final Savepoint<Map<WaitingId, LedgerFact>> WAITING =
      new Savepoint<>(FlinkLedgerState.WAITING);
  private static final Savepoint<AccountHead> ACCOUNT = new Savepoint<>(FlinkLedgerState.ACCOUNT);
  private static final Savepoint<Map<String, ActivityStanding>> STANDINGS =
      new Savepoint<>(FlinkLedgerState.STANDINGS);
  private static final Savepoint<Opening> OPENING = new Savepoint<>(FlinkLedgerState.OPENING);
  private static final Savepoint<Map<BookingId, Lot>> LOTS = new Savepoint<>(FlinkLedgerState.LOTS);
  private static final Savepoint<Map<FactId, Redemption>> REDEMPTIONS =
      new Savepoint<>(FlinkLedgerState.REDEMPTIONS);
  private static final Savepoint<Map<FactId, RecordedOutcome>> OUTCOMES =
      new Savepoint<>(FlinkLedgerState.OUTCOMES);
  private static final Savepoint<Map<BookingId, Booked>> JOURNAL =
      new Savepoint<>(FlinkLedgerState.JOURNAL);
  private static final Savepoint<Map<String, Announced>> ANNOUNCED =
      new Savepoint<>(FlinkLedgerState.ANNOUNCED);
  private static final Savepoint<LedgerHead> LEDGER = new Savepoint<>(FlinkLedgerState.LEDGER);

  private KeyedStore<FactId, KnownFact> facts = KeyedStore.inMemory();
  private KeyedStore<FactId, Long> voids = KeyedStore.inMemory();
  private KeyedStore<WaitingId, LedgerFact> waiting = KeyedStore.inMemory();
  private AccountStores stores =
      new AccountStores(KeyedStore.inMemory(), KeyedStore.inMemory(), KeyedStore.inMemory());
  private KeyedStore<FactId, RecordedOutcome> outcomes = KeyedStore.inMemory();
  private KeyedStore<BookingId, Booked> journal = KeyedStore.inMemory();
  private KeyedStore<String, Announced> announced = KeyedStore.inMemory();
  private AccountHead account;
  private Opening opening;
  private LedgerHead ledger = LedgerHead.EMPTY;

  /** Goes through a savepoint: everything is read back from bytes. */
  void restart() {
    facts = Savepoint.restored(FACTS, facts);
    voids = Savepoint.restored(VOIDS, voids);
    waiting = Savepoint.restored(WAITING, waiting);
    account = ACCOUNT.restored(account);
    opening = OPENING.restored(opening);
    stores =
        new AccountStores(
            Savepoint.restored(STANDINGS, stores.standings()),
            Savepoint.restored(LOTS, stores.lots()),
            Savepoint.restored(REDEMPTIONS, stores.redemptions()));
    outcomes = Savepoint.restored(OUTCOMES, outcomes);
    journal = Savepoint.restored(JOURNAL, journal);
    announced = Savepoint.restored(ANNOUNCED, announced);
    ledger = LEDGER.restored(ledger);
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
    return account;
  }

  @Override
  public void account(AccountHead changed) {
    account = changed;
  }

  @Override
  public Opening opening() {
    return opening;
  }

  @Override
  public void opening(Opening changed) {
    opening = changed;
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
    return ledger;
  }

  @Override
  public void ledger(LedgerHead changed) {
    ledger = changed == null ? LedgerHead.EMPTY : changed;
  }
}
