package io.growthline.ledger.rules;

/** Everything the ledger remembers of one employee. */
public interface LedgerState {

  /** Facts that arrived, void ones included. */
  KeyedStore<FactId, KnownFact> facts();

  /** Facts declared void: target to the instant of the declaration, epoch milliseconds. */
  KeyedStore<FactId, Long> voids();

  /** Facts that cannot be judged yet, and so are not among {@link #facts}. */
  KeyedStore<WaitingId, LedgerFact> waiting();

  /** The fold's accumulator, or null before the first fold. */
  AccountHead account();

  /** Replaces it; null: none. */
  void account(AccountHead head);

  /** The opening balance, or null while nothing was forgotten. */
  Opening opening();

  /** Replaces it; null: none. */
  void opening(Opening opening);

  /** The parts of the fold's accumulator that are kept entry by entry. */
  AccountStores stores();

  /** Answers given to requests for rewards. */
  KeyedStore<FactId, RecordedOutcome> outcomes();

  /** What was posted and told, by effect. */
  KeyedStore<BookingId, Booked> journal();

  /** What was announced, by goal id. */
  KeyedStore<String, Announced> announced();

  /** The ledger's end, {@link LedgerHead#EMPTY} before the first fact. */
  LedgerHead ledger();

  /** Replaces it; null: {@link LedgerHead#EMPTY}. */
  void ledger(LedgerHead head);

  /** Forgets all of it. */
  default void clear() {
    facts().clear();
    voids().clear();
    waiting().clear();
    account(null);
    opening(null);
    stores().clear();
    outcomes().clear();
    journal().clear();
    announced().clear();
    ledger(null);
  }
}
