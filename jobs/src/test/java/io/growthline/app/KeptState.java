package io.growthline.app;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.configuration.ReadableConfig;
import org.apache.flink.core.io.VersionedIOReadableWritable;
import org.apache.flink.core.memory.DataInputViewStreamWrapper;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.runtime.state.KeyedBackendSerializationProxy;
import org.apache.flink.runtime.state.KeyedStateHandle;
import org.apache.flink.runtime.state.OperatorBackendSerializationProxy;
import org.apache.flink.runtime.state.OperatorStateHandle;
import org.apache.flink.runtime.state.StreamStateHandle;
import org.apache.flink.runtime.state.metainfo.StateMetaInfoSnapshot;
import org.apache.flink.streaming.api.graph.StreamGraph;
import org.apache.flink.streaming.api.graph.StreamNode;
import org.apache.flink.streaming.api.operators.SourceOperatorFactory;
import org.apache.flink.streaming.runtime.operators.sink.CommitterOperatorFactory;
import org.apache.flink.streaming.runtime.operators.sink.SinkWriterOperatorFactory;
import org.apache.flink.streaming.util.AbstractStreamOperatorTestHarness;

/**
 * What a savepoint says of the state of one operator.
 *
 * @param keys how keys are written; null if there is no keyed state
 * @param keyed keyed states and timers
 * @param broadcast broadcast states
 * @param partitioned states that each subtask has for itself
 */
record KeptState(
    TypeSerializerSnapshot<?> keys,
    List<StateMetaInfoSnapshot> keyed,
    List<StateMetaInfoSnapshot> broadcast,
    List<StateMetaInfoSnapshot> partitioned) {

  /**
   * The state of every operator by its uid, found by opening it and taking a snapshot: all state is
   * registered in {@code open}. What sources and sinks keep is Flink's and the connectors' concern.
   *
   * @throws UnsupportedOperationException if a state has a type that only Kryo could write
   */
  static SortedMap<String, KeptState> in(StreamGraph graph) throws Exception {
    SortedMap<String, KeptState> byUid = new TreeMap<>();
    for (StreamNode operator : graph.getStreamNodes()) {
      if (!isSourceOrSink(operator)) {
        byUid.put(operator.getTransformationUID(), of(operator, graph.getJobConfiguration()));
      }
    }
    return byUid;
  }

  /** Every keyed operator has room for timers; with nothing beside them it keeps nothing. */
  boolean isEmpty() {
    return broadcast.isEmpty()
        && partitioned.isEmpty()
        && keyed.stream()
            .allMatch(
                state ->
                    state.getBackendStateType()
                        == StateMetaInfoSnapshot.BackendStateType.PRIORITY_QUEUE);
  }

  private static boolean isSourceOrSink(StreamNode operator) {
    return operator.getOperatorFactory() instanceof SourceOperatorFactory
        || operator.getOperatorFactory() instanceof SinkWriterOperatorFactory
        || operator.getOperatorFactory() instanceof CommitterOperatorFactory;
  }

  private static KeptState of(StreamNode operator, ReadableConfig settings) throws Exception {
    try (var harness =
        new AbstractStreamOperatorTestHarness<>(
            operator.getOperatorFactory(), JobSettings.MAX_PARALLELISM, 1, 0)) {
      harness.getExecutionConfig().configure(settings, KeptState.class.getClassLoader());
      if (operator.getStateKeySerializer() != null) {
        harness.getStreamConfig().setStateKeySerializer(operator.getStateKeySerializer());
        harness.getStreamConfig().serializeAllConfigs();
      }
      harness.open();
      return of(harness.snapshot(1, 1));
    }
  }

  private static KeptState of(OperatorSubtaskState snapshot) throws IOException {
    TypeSerializerSnapshot<?> keys = null;
    List<StateMetaInfoSnapshot> keyed = new ArrayList<>();
    for (KeyedStateHandle handle : snapshot.getManagedKeyedState()) {
      var content =
          read(
              (StreamStateHandle) handle,
              new KeyedBackendSerializationProxy<>(KeptState.class.getClassLoader()));
      keys = content.getKeySerializerSnapshot();
      keyed.addAll(content.getStateMetaInfoSnapshots());
    }
    List<StateMetaInfoSnapshot> broadcast = new ArrayList<>();
    List<StateMetaInfoSnapshot> partitioned = new ArrayList<>();
    for (OperatorStateHandle handle : snapshot.getManagedOperatorState()) {
      var content =
          read(handle, new OperatorBackendSerializationProxy(KeptState.class.getClassLoader()));
      broadcast.addAll(content.getBroadcastStateMetaInfoSnapshots());
      partitioned.addAll(content.getOperatorStateMetaInfoSnapshots());
    }
    return new KeptState(keys, keyed, broadcast, partitioned);
  }

  private static <T extends VersionedIOReadableWritable> T read(StreamStateHandle handle, T content)
      throws IOException {
    try (var stream = handle.openInputStream()) {
      content.read(new DataInputViewStreamWrapper(stream));
    }
    return content;
  }
}
