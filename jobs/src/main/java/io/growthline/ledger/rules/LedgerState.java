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

  void account(AccountHead head);

  /** The fold's standings by activity id. */
  KeyedStore<String, ActivityStanding> standings();

  /** What was posted and told, by fact. */
  KeyedStore<FactId, Booked> journal();

  /** What was announced, by goal id. */
  KeyedStore<String, Announced> announced();

  /** The ledger's end, {@link LedgerHead#EMPTY} before the first fact. */
  LedgerHead ledger();

  void ledger(LedgerHead head);
}
