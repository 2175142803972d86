package io.growthline.ingest;

import io.growthline.facts.ErasedPeople;
import io.growthline.facts.ErasureKey;
import io.growthline.schemas.events.Event;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.state.FunctionInitializationContext;
import org.apache.flink.runtime.state.FunctionSnapshotContext;
import org.apache.flink.streaming.api.checkpoint.CheckpointedFunction;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.functions.co.KeyedCoProcessFunction;
import org.apache.flink.util.Collector;

/** Leaves out events about people from when on they are told to be erased. */
public final class ErasedFilter<T extends Event>
    extends KeyedCoProcessFunction<String, T, String, T> implements CheckpointedFunction {

  private static final long serialVersionUID = 1;

  private final ErasureKey key;
  private transient ErasedPeople erased;

  ErasedFilter(ErasureKey key) {
    this.key = key;
  }

  /**
   * The events about everyone else; the caller gives name and uid.
   *
   * @param erased ids of employees
   */
  public static <T extends Event> SingleOutputStreamOperator<T> leaveOut(
      DataStream<String> erased, DataStream<T> events, ErasureKey key) {
    return events
        .keyBy(Event::employeeId, Types.STRING)
        .connect(erased.keyBy(id -> id, Types.STRING))
        .process(new ErasedFilter<T>(key))
        .returns(events.getType());
  }

  @Override
  public void initializeState(FunctionInitializationContext context) throws Exception {
    erased = ErasedPeople.restore(key, getRuntimeContext(), context);
  }

  @Override
  public void snapshotState(FunctionSnapshotContext context) throws Exception {
    erased.save();
  }

  @Override
  public void processElement1(T event, Context context, Collector<T> out) {
    if (!erased.include(event.employeeId())) {
      out.collect(event);
    }
  }

  @Override
  public void processElement2(String employeeId, Context context, Collector<T> out) {
    erased.add(employeeId);
  }
}
