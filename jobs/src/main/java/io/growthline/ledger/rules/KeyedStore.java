package io.growthline.ledger.rules;

import java.util.HashMap;
import java.util.Map;

/**
 * A part of one employee's state that is read and written entry by entry: memory, or an operator's
 * map state. Values are immutable.
 */
public interface KeyedStore<K, V> {

  /** The value, or null if there is none. */
  V get(K key);

  void put(K key, V value);

  void remove(K key);

  Iterable<Map.Entry<K, V>> entries();

  void clear();

  /** A store in memory, for tests. */
  static <K, V> KeyedStore<K, V> inMemory() {
    Map<K, V> map = new HashMap<>();
    return new KeyedStore<>() {
      @Override
      public V get(K key) {
        return map.get(key);
      }

      @Override
      public void put(K key, V value) {
        map.put(key, value);
      }

      @Override
      public void remove(K key) {
        map.remove(key);
      }

      @Override
      public Iterable<Map.Entry<K, V>> entries() {
        return map.entrySet();
      }

      @Override
      public void clear() {
        map.clear();
      }
    };
  }
}
