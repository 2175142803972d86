package io.growthline.ledger.rules;

/**
 * The parts of an account that are kept entry by entry.
 *
 * @param standings by activity id
 * @param lots by the posting that opened them
 * @param redemptions by the request that was granted
 */
public record AccountStores(
    KeyedStore<String, ActivityStanding> standings,
    KeyedStore<BookingId, Lot> lots,
    KeyedStore<FactId, Redemption> redemptions) {

  void clear() {
    standings.clear();
    lots.clear();
    redemptions.clear();
  }
}
