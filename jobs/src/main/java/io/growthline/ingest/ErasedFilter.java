package io.growthline.ingest;

import io.growthline.facts.ErasedPeople;
import io.growthline.facts.ErasureKey;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.java.functions.KeySelector;
import org.apache.flink.runtime.state.FunctionInitializationContext;
import org.apache.flink.runtime.state.FunctionSnapshotContext;
import org.apache.flink.streaming.api.checkpoint.CheckpointedFunction;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.functions.co.KeyedCoProcessFunction;
import org.apache.flink.util.Collector;

/** Leaves out what is about people from when on they are told to be erased. */
public final class ErasedFilter<T> extends KeyedCoProcessFunction<String, T, String, T>
    implements CheckpointedFunction {

  private static final long serialVersionUID = 1;

  private final ErasureKey key;
  private transient ErasedPeople erased;

  ErasedFilter(ErasureKey key) {
    this.key = key;
  }

  /**
   * What is about everyone else; the caller gives name and uid.
   *
   * @param erased ids of employees
   * @param employee finds the id of the employee whom a record is about
   */
  public static <T> SingleOutputStreamOperator<T> leaveOut(
      DataStream<String> erased,
      DataStream<T> records,
      KeySelector<T, String> employee,
      ErasureKey key) {
    return records
        .keyBy(employee, Types.STRING)
        .connect(erased.keyBy(id -> id, Types.STRING))
        .process(new ErasedFilter<T>(key))
        .returns(records.getType());
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
  public void processElement1(T record, Context context, Collector<T> out) {
    if (!erased.include(context.getCurrentKey())) {
      out.collect(record);
    }
  }

  @Override
  public void processElement2(String employeeId, Context context, Collector<T> out) {
    erased.add(employeeId);
  }
}
