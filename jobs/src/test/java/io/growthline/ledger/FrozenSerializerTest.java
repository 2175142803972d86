package io.growthline.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.growthline.ledger.rules.Announced;
import io.growthline.ledger.rules.FactId;
import io.growthline.ledger.rules.FactKind;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.api.java.typeutils.PojoField;
import org.apache.flink.api.java.typeutils.PojoTypeInfo;
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
    TypeSerializerSnapshot<FactId> restored = restored(frozen);
    var input = new DataInputDeserializer(bytes(frozen, RECORD));
    assertThat(restored.restoreSerializer().deserialize(input)).isEqualTo(RECORD);
    assertThat(
            frozen.snapshotConfiguration().resolveSchemaCompatibility(restored).isCompatibleAsIs())
        .isTrue();
  }

  /** Later than {@link #firstComponentsOf}, which know its first component only. */
  public record Grown(String first, String laterText, long laterNumber, FactKind laterWord) {}

  @Test
  void aComponentAddedLaterRestoresAsNullOrZero() throws IOException {
    TypeSerializer<Grown> before = firstComponentsOf(Grown.class, 1);
    TypeSerializer<Grown> now = firstComponentsOf(Grown.class, 4);
    TypeSerializerSnapshot<Grown> restored = restored(before);
    assertThat(
            now.snapshotConfiguration()
                .resolveSchemaCompatibility(restored)
                .isCompatibleAfterMigration())
        .isTrue();

    Grown written = new Grown("学习", "lost", 7, FactKind.LEARNING);
    var input = new DataInputDeserializer(bytes(before, written));
    Grown migrated = restored.restoreSerializer().deserialize(input);
    assertThat(migrated).isEqualTo(new Grown("学习", null, 0, null));
    assertThat(now.deserialize(new DataInputDeserializer(bytes(now, migrated))))
        .isEqualTo(migrated);
  }

  /** The serializer of a release in which the record had only so many components. */
  private static <T extends Record> TypeSerializer<T> firstComponentsOf(Class<T> type, int count) {
    PojoTypeInfo<T> whole = (PojoTypeInfo<T>) TypeInformation.of(type);
    List<String> names =
        Arrays.stream(type.getRecordComponents())
            .limit(count)
            .map(RecordComponent::getName)
            .toList();
    List<PojoField> components =
        IntStream.range(0, whole.getArity())
            .mapToObj(whole::getPojoFieldAt)
            .filter(component -> names.contains(component.getField().getName()))
            .toList();
    return new FrozenSerializer<>(
        new PojoTypeInfo<>(type, components).createSerializer(new SerializerConfigImpl()));
  }

  @Test
  @SuppressWarnings("unchecked") // on purpose: another record than was written
  void anotherRecordIsNotReadAsThisOne() throws IOException {
    TypeSerializer<Announced> other = new FrozenSerializer<>(flinks(Announced.class));
    var written = (TypeSerializerSnapshot<Announced>) (TypeSerializerSnapshot<?>) restored(frozen);
    assertThat(other.snapshotConfiguration().resolveSchemaCompatibility(written).isIncompatible())
        .isTrue();
  }

  private static <T> TypeSerializerSnapshot<T> restored(TypeSerializer<T> serializer)
      throws IOException {
    DataOutputSerializer savepoint = new DataOutputSerializer(64);
    TypeSerializerSnapshot.writeVersionedSnapshot(savepoint, serializer.snapshotConfiguration());
    return TypeSerializerSnapshot.readVersionedSnapshot(
        new DataInputDeserializer(savepoint.getCopyOfBuffer()),
        FrozenSerializerTest.class.getClassLoader());
  }

  @SafeVarargs
  private static <T> byte[] bytes(TypeSerializer<T> serializer, T... records) throws IOException {
    DataOutputSerializer output = new DataOutputSerializer(64);
    for (T record : records) {
      serializer.serialize(record, output);
    }
    return output.getCopyOfBuffer();
  }

  private static <T> TypeSerializer<T> flinks(Class<T> type) {
    return TypeInformation.of(type).createSerializer(new SerializerConfigImpl());
  }
}
