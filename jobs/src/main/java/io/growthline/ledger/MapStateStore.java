package io.growthline.ledger;

import io.growthline.ledger.rules.KeyedStore;
import java.util.Map;
import java.util.concurrent.Callable;
import org.apache.flink.api.common.state.MapState;

/** A map state as a store: Flink's checked exceptions mean a broken backend, nothing to handle. */
record MapStateStore<K, V>(MapState<K, V> state) implements KeyedStore<K, V> {

  @Override
  public V get(K key) {
    return orBroken(() -> state.get(key));
  }

  @Override
  public void put(K key, V value) {
    orBroken(
        () -> {
          state.put(key, value);
          return null;
        });
  }

  @Override
  public void remove(K key) {
    orBroken(
        () -> {
          state.remove(key);
          return null;
        });
  }

  @Override
  public Iterable<Map.Entry<K, V>> entries() {
    return orBroken(state::entries);
  }

  @Override
  public void clear() {
    state.clear();
  }

  private static <T> T orBroken(Callable<T> access) {
    try {
      return access.call();
    } catch (Exception e) {
      throw new IllegalStateException("the state backend failed", e);
    }
  }
}
