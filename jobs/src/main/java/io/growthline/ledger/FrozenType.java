package io.growthline.ledger;

import java.util.List;
import java.util.stream.IntStream;
import org.apache.flink.api.common.serialization.SerializerConfig;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.java.typeutils.PojoField;
import org.apache.flink.api.java.typeutils.PojoTypeInfo;

/** A record in state, which never changes; see {@link FrozenSerializer}. */
final class FrozenType<T extends Record> extends PojoTypeInfo<T> {

  private static final long serialVersionUID = 1;

  private FrozenType(Class<T> type, List<PojoField> components) {
    super(type, components);
  }

  static <T extends Record> FrozenType<T> ofRecord(Class<T> type) {
    PojoTypeInfo<T> known = (PojoTypeInfo<T>) TypeInformation.of(type);
    return new FrozenType<>(
        type, IntStream.range(0, known.getArity()).mapToObj(known::getPojoFieldAt).toList());
  }

  @Override
  public TypeSerializer<T> createSerializer(SerializerConfig config) {
    return new FrozenSerializer<>(super.createSerializer(config));
  }
}
