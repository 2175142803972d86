package io.growthline.facts;

import java.util.List;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.runtime.state.VoidNamespace;
import org.apache.flink.runtime.state.VoidNamespaceSerializer;
import org.apache.flink.streaming.api.SimpleTimerService;
import org.apache.flink.streaming.api.functions.co.KeyedBroadcastProcessFunction;
import org.apache.flink.streaming.api.operators.InternalTimerService;
import org.apache.flink.streaming.api.operators.co.CoBroadcastWithKeyedOperator;

/**
 * Flink's own keyed broadcast operator, which lets the function set timers from the broadcast side
 * too: a new rule book or model has to wake every employee, and only the broadcast side knows of
 * it.
 */
public final class SweepingOperator<T, B, R> extends CoBroadcastWithKeyedOperator<String, T, B, R> {

  private static final long serialVersionUID = 1;

  private final Sweeping sweeping;

  private SweepingOperator(
      KeyedBroadcastProcessFunction<String, T, B, R> function,
      Sweeping sweeping,
      List<MapStateDescriptor<?, ?>> broadcast) {
    super(function, broadcast);
    this.sweeping = sweeping;
  }

  /**
   * Wraps a function.
   *
   * @param broadcast descriptors of its broadcast state
   */
  public static <T, B, R, F extends KeyedBroadcastProcessFunction<String, T, B, R> & Sweeping>
      SweepingOperator<T, B, R> of(F function, List<MapStateDescriptor<?, ?>> broadcast) {
    return new SweepingOperator<>(function, function, broadcast);
  }

  @Override
  public void open() throws Exception {
    super.open();
    // The same name gives the very service that Flink's operator uses for this function's timers.
    InternalTimerService<VoidNamespace> timers =
        getInternalTimerService("user-timers", VoidNamespaceSerializer.INSTANCE, this);
    sweeping.wakeEmployeesWith(new Sweep(new SimpleTimerService(timers)));
  }
}
