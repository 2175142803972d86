package io.growthline.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.growthline.ledger.rules.Announced;
import io.growthline.ledger.rules.FactId;
import io.growthline.ledger.rules.FactKind;
import java.io.IOException;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.junit.jupiter.api.Test;

class FrozenSerializerTest {

  private static final FactId RECORD = new FactId(FactKind.LEARNING, "学习", "e1");

  private final TypeSerializer<FactId> flinks = flinks(FactId.class);
  private final TypeSerializer<FactId> frozen = new FrozenSerializer<>(flinks);

  @Test
  void bytesAreThoseOfFlinksOwnSerializer() throws IOException {
    // Twice: a piece must not begin with what was left of the one before.
    assertThat(bytes(frozen, RECORD, RECORD)).isEqualTo(bytes(flinks, RECORD, RECORD));
  }

  @Test
  void whatIsKeptInASavepointReadsTheRecord() throws IOException {
    TypeSerializerSnapshot<FactId> restored = restored();
    var input = new DataInputDeserializer(bytes(frozen, RECORD));
    assertThat(restored.restoreSerializer().deserialize(input)).isEqualTo(RECORD);
    assertThat(
            frozen.snapshotConfiguration().resolveSchemaCompatibility(restored).isCompatibleAsIs())
        .isTrue();
  }

  @Test
  @SuppressWarnings("unchecked") // on purpose: another record than was written
  void anotherRecordIsNotReadAsThisOne() throws IOException {
    TypeSerializer<Announced> other = new FrozenSerializer<>(flinks(Announced.class));
    var written = (TypeSerializerSnapshot<Announced>) (TypeSerializerSnapshot<?>) restored();
    assertThat(other.snapshotConfiguration().resolveSchemaCompatibility(written).isIncompatible())
        .isTrue();
  }

  private TypeSerializerSnapshot<FactId> restored() throws IOException {
    DataOutputSerializer savepoint = new DataOutputSerializer(64);
    TypeSerializerSnapshot.writeVersionedSnapshot(savepoint, frozen.snapshotConfiguration());
    return TypeSerializerSnapshot.readVersionedSnapshot(
        new DataInputDeserializer(savepoint.getCopyOfBuffer()), getClass().getClassLoader());
  }

  private static byte[] bytes(TypeSerializer<FactId> serializer, FactId... records)
      throws IOException {
    DataOutputSerializer output = new DataOutputSerializer(64);
    for (FactId record : records) {
      serializer.serialize(record, output);
    }
    return output.getCopyOfBuffer();
  }

  private static <T> TypeSerializer<T> flinks(Class<T> type) {
    return TypeInformation.of(type).createSerializer(new SerializerConfigImpl());
  }
}
