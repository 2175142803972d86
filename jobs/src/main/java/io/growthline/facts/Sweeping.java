package io.growthline.facts;

import org.apache.flink.streaming.api.TimerService;

/** A function whose broadcast side wakes employees; run it in a {@link SweepingOperator}. */
public interface Sweeping {

  /** Called once, before anything is processed. */
  void wakeEmployeesWith(TimerService timers);
}
