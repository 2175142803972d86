package io.growthline.ledger;

import io.growthline.ledger.rules.KeyedStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import org.apache.flink.api.common.ExecutionConfig;
import org.apache.flink.api.common.state.StateDescriptor;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;

/**
 * The way of one piece of the operator's state through a savepoint: bytes, written by the
 * serializer that its descriptor declares, read by another that was itself restored from bytes.
 */
final class Savepoint<T> {

  private final TypeSerializer<T> writer;
  private final TypeSerializer<T> reader;

  Savepoint(StateDescriptor<?, T> descriptor) {
    descriptor.initializeSerializerUnlessSet(new ExecutionConfig());
    writer = descriptor.getSerializer();
    reader = restored(writer);
  }

  /** What a restart finds of a value; null stands for no value. */
  T restored(T value) {
    if (value == null) {
      return null;
    }
    try {
      DataOutputSerializer bytes = new DataOutputSerializer(1024);
      writer.serialize(value, bytes);
      return reader.deserialize(new DataInputDeserializer(bytes.getCopyOfBuffer()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What a restart finds of a map state. */
  static <K, V> KeyedStore<K, V> restored(Savepoint<Map<K, V>> savepoint, KeyedStore<K, V> store) {
    Map<K, V> before = new HashMap<>();
    store.entries().forEach(entry -> before.put(entry.getKey(), entry.getValue()));
    KeyedStore<K, V> after = KeyedStore.inMemory();
    savepoint.restored(before).forEach(after::put);
    return after;
  }

  private static <T> TypeSerializer<T> restored(TypeSerializer<T> serializer) {
    try {
      DataOutputSerializer bytes = new DataOutputSerializer(1024);
      TypeSerializerSnapshot.writeVersionedSnapshot(bytes, serializer.snapshotConfiguration());
      TypeSerializerSnapshot<T> snapshot =
          TypeSerializerSnapshot.readVersionedSnapshot(
              new DataInputDeserializer(bytes.getCopyOfBuffer()), Savepoint.class.getClassLoader());
      return snapshot.restoreSerializer();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
