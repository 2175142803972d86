package io.growthline.ledger.rules;

import java.util.HashMap;
import java.util.Map;

/**
 * The opening balance: an account as it stood at the beginning of a day. What happened before is
 * kept in no other form, so it can no longer be changed. People facts are the exception: they are
 * few, they may be of any age, and they are kept.
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
