package io.growthline.ledger;

import java.io.IOException;
import org.apache.flink.api.common.typeutils.CompositeTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.apache.flink.core.memory.DataOutputView;

/**
 * Flink's serializer of a record in state, told what Flink cannot know: that such a record never
 * changes. So it is not copied when state is read while a snapshot is being written. And it is
 * written in one piece: Flink writes texts byte by byte, to streams that lock for each of them,
 * which was most of what snapshots of state on the heap cost. The bytes are the same.
 */
public final class FrozenSerializer<T> extends TypeSerializer<T> {

  private static final long serialVersionUID = 1;
  private static final int USUAL_BYTES = 512;

  private final TypeSerializer<T> flinks;
  private transient DataOutputSerializer piece;

  FrozenSerializer(TypeSerializer<T> flinks) {
    this.flinks = flinks;
  }

  /** The serializer that knows the record. */
  public TypeSerializer<T> flinks() {
    return flinks;
  }

  @Override
  public void serialize(T value, DataOutputView target) throws IOException {
    if (piece == null) {
      piece = new DataOutputSerializer(USUAL_BYTES);
    }
    piece.clear();
    flinks.serialize(value, piece);
    target.write(piece.getSharedBuffer(), 0, piece.length());
  }

  @Override
  public T deserialize(DataInputView source) throws IOException {
    return flinks.deserialize(source);
  }

  @Override
  public T deserialize(T reuse, DataInputView source) throws IOException {
    return flinks.deserialize(source);
  }

  @Override
  public boolean isImmutableType() {
    return true;
  }

  @Override
  public T copy(T value) {
    return value;
  }

  @Override
  public T copy(T value, T reuse) {
    return value;
  }

  @Override
  public void copy(DataInputView source, DataOutputView target) throws IOException {
    flinks.copy(source, target);
  }

  @Override
  public TypeSerializer<T> duplicate() {
    return new FrozenSerializer<>(flinks.duplicate());
  }

  @Override
  public T createInstance() {
    return flinks.createInstance();
  }

  @Override
  public int getLength() {
    return flinks.getLength();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof FrozenSerializer<?> that && flinks.equals(that.flinks);
  }

  @Override
  public int hashCode() {
    return flinks.hashCode();
  }

  @Override
  public TypeSerializerSnapshot<T> snapshotConfiguration() {
    return new Snapshot<>(this);
  }

  /** What a savepoint knows of this: the serializer within, which decides what it can read. */
  public static final class Snapshot<T>
      extends CompositeTypeSerializerSnapshot<T, FrozenSerializer<T>> {

    private static final int VERSION = 1;

    /** For Flink, which then reads it. */
    public Snapshot() {}

    Snapshot(FrozenSerializer<T> serializer) {
      super(serializer);
    }

    @Override
    protected int getCurrentOuterSnapshotVersion() {
      return VERSION;
    }

    @Override
    protected TypeSerializer<?>[] getNestedSerializers(FrozenSerializer<T> serializer) {
      return new TypeSerializer<?>[] {serializer.flinks};
    }

    @Override
    @SuppressWarnings("unchecked") // what getNestedSerializers gave
    protected FrozenSerializer<T> createOuterSerializerWithNestedSerializers(
        TypeSerializer<?>[] nested) {
      return new FrozenSerializer<>((TypeSerializer<T>) nested[0]);
    }
  }
}
