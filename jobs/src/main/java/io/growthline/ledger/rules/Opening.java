package io.growthline.ledger.rules;

import java.util.HashMap;
import java.util.Map;

/**
 * The opening balance: an account as it stood at the beginning of a day. What happened before is
 * kept in no other form, so it can no longer be changed. Awards, lots and rewards granted stay in
 * it for life: a new goal may ask for them, a rejection take them back, a cancellation refer to
 * them. People facts are the exception: they are few, they may be of any age, and they are kept.
 *
 * @param until epoch milliseconds; everything earlier is in it
 */
public record Opening(
    long until,
    AccountHead head,
    Map<String, ActivityStanding> standings,
    Map<BookingId, Lot> lots,
    Map<FactId, Redemption> redemptions) {

  static Opening of(long until, AccountHead head, AccountStores stores) {
    return new Opening(
        until, head, copy(stores.standings()), copy(stores.lots()), copy(stores.redemptions()));
  }

  /** Whether a fact made an award that is in it. */
  boolean hasAwardOf(FactId fact) {
    return standings.values().stream()
        .flatMap(standing -> standing.awards().stream())
        .anyMatch(award -> award.cause().equals(fact));
  }

  /** Puts the account's parts back. */
  void restore(AccountStores stores) {
    stores.clear();
    standings.forEach(stores.standings()::put);
    lots.forEach(stores.lots()::put);
    redemptions.forEach(stores.redemptions()::put);
  }

  private static <K, V> Map<K, V> copy(KeyedStore<K, V> store) {
    Map<K, V> copy = new HashMap<>();
    for (Map.Entry<K, V> entry : store.entries()) {
      copy.put(entry.getKey(), entry.getValue());
    }
    return copy;
  }
}
