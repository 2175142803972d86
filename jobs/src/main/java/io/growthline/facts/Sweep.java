package io.growthline.facts;

import java.time.Duration;
import java.util.function.ToLongFunction;
import org.apache.flink.api.common.state.State;
import org.apache.flink.api.common.state.StateDescriptor;
import org.apache.flink.streaming.api.TimerService;
import org.apache.flink.streaming.api.functions.co.KeyedBroadcastProcessFunction;

/** Wakes everyone by a processing time timer each, from the broadcast side. */
public final class Sweep {

  private final TimerService timers;

  Sweep(TimerService timers) {
    this.timers = timers;
  }

  /**
   * Wakes everyone of whom anything is kept. It only marks them: to do the work here for a million
   * employees would hold up every new event.
   *
   * @param spread the time over which they are woken, positive; each at a time of their own
   * @param kept states, of which everyone has at least one
   */
  public void wake(
      KeyedBroadcastProcessFunction<String, ?, ?, ?>.Context context,
      Duration spread,
      StateDescriptor<?, ?>... kept)
      throws Exception {
    long now = context.currentProcessingTime();
    int millis = (int) Math.max(1, spread.toMillis());
    for (StateDescriptor<?, ?> each : kept) {
      // One time for each employee: whoever has several of the states is woken once.
      wake(context, each, id -> now + Math.floorMod(id.hashCode(), millis));
    }
  }

  private <S extends State> void wake(
      KeyedBroadcastProcessFunction<String, ?, ?, ?>.Context context,
      StateDescriptor<S, ?> kept,
      ToLongFunction<String> instant)
      throws Exception {
    context.applyToKeyedState(
        kept, (id, any) -> timers.registerProcessingTimeTimer(instant.applyAsLong(id)));
  }
}
