package io.growthline.ledger.rules;

/** One employee's state for the duration of a call. */
final class TransientState implements LedgerState {

  private final KeyedStore<FactId, KnownFact> facts = KeyedStore.inMemory();
  private final KeyedStore<FactId, Long> voids = KeyedStore.inMemory();
  private final KeyedStore<WaitingId, LedgerFact> waiting = KeyedStore.inMemory();
  private final AccountStores stores =
      new AccountStores(KeyedStore.inMemory(), KeyedStore.inMemory(), KeyedStore.inMemory());
  private final KeyedStore<FactId, RecordedOutcome> outcomes = KeyedStore.inMemory();
  private final KeyedStore<BookingId, Booked> journal = KeyedStore.inMemory();
  private final KeyedStore<String, Announced> announced = KeyedStore.inMemory();
  private AccountHead account;
  private Opening opening;
  private LedgerHead ledger = LedgerHead.EMPTY;

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
  public void account(AccountHead head) {
    account = head;
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
  public void ledger(LedgerHead head) {
    ledger = head == null ? LedgerHead.EMPTY : head;
  }
}
