package io.growthline.facts;

/** A function whose broadcast side wakes employees; run it in a {@link SweepingOperator}. */
public interface Sweeping {

  /** Called once, before anything is processed. */
  void wakeEmployeesWith(Sweep sweep);
}
