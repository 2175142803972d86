package io.growthline.recommend;

import io.growthline.schemas.features.FeatureVector;
import io.growthline.schemas.ledger.EmployeeProgress;
import io.growthline.schemas.wire.SingleObjectEncoding;
import io.growthline.schemas.wire.UnreadableMessageException;
import io.growthline.schemas.wire.WireFormat;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.PrimitiveArrayTypeInfo;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;

/**
 * What is kept of the present employee. Vector and progress are kept as the messages that they are
 * on their topics: half the heap, and readable whatever features come to be.
 */
final class RecommendState {

  // Names and types are a contract with savepoints already taken.
  static final ValueStateDescriptor<byte[]> VECTOR =
      new ValueStateDescriptor<>("vector", PrimitiveArrayTypeInfo.BYTE_PRIMITIVE_ARRAY_TYPE_INFO);
  static final ValueStateDescriptor<byte[]> PROGRESS =
      new ValueStateDescriptor<>("progress", PrimitiveArrayTypeInfo.BYTE_PRIMITIVE_ARRAY_TYPE_INFO);
  static final MapStateDescriptor<String, Shown> SHOWN =
      new MapStateDescriptor<>("shown", Types.STRING, TypeInformation.of(Shown.class));
  static final ValueStateDescriptor<Long> TELLING_AT =
      new ValueStateDescriptor<>("telling-at", Types.LONG);
  static final ValueStateDescriptor<Long> TOLD_AT =
      new ValueStateDescriptor<>("told-at", Types.LONG);

  private static final WireFormat<FeatureVector> VECTORS =
      SingleObjectEncoding.of(FeatureVector.class);
  private static final WireFormat<EmployeeProgress> PROGRESSES =
      SingleObjectEncoding.of(EmployeeProgress.class);

  private final ValueState<byte[]> vector;
  private final ValueState<byte[]> progress;
  private final Effects effects;
  private final MapState<String, Shown> shown;
  private final ValueState<Long> tellingAt;
  private final ValueState<Long> toldAt;

  RecommendState(RuntimeContext context) {
    vector = context.getState(VECTOR);
    progress = context.getState(PROGRESS);
    shown = context.getMapState(SHOWN);
    effects = new Effects(shown);
    tellingAt = context.getState(TELLING_AT);
    toldAt = context.getState(TOLD_AT);
  }

  /** The newest vector, or null. */
  FeatureVector vector() throws Exception {
    return decode(vector.value(), VECTORS);
  }

  void vector(FeatureVector newest) throws Exception {
    vector.update(VECTORS.encode(newest));
  }

  /** The newest progress, or null. */
  EmployeeProgress progress() throws Exception {
    return decode(progress.value(), PROGRESSES);
  }

  void progress(EmployeeProgress newest) throws Exception {
    progress.update(PROGRESSES.encode(newest));
  }

  Effects effects() {
    return effects;
  }

  /** When the next list is due, in processing time, or null. */
  Long tellingAt() throws Exception {
    return tellingAt.value();
  }

  void tellingAt(Long instant) throws Exception {
    tellingAt.update(instant);
  }

  /** When the last list was made, in processing time, or null. */
  Long toldAt() throws Exception {
    return toldAt.value();
  }

  void toldAt(long instant) throws Exception {
    toldAt.update(instant);
  }

  void clear() {
    vector.clear();
    progress.clear();
    shown.clear();
    tellingAt.clear();
    toldAt.clear();
  }

  private static <T> T decode(byte[] message, WireFormat<T> format)
      throws UnreadableMessageException {
    return message == null ? null : format.decode(message);
  }
}
