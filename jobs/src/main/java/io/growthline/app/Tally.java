package io.growthline.app;

import org.apache.flink.api.common.JobExecutionResult;
import org.apache.flink.api.common.accumulators.LongCounter;
import org.apache.flink.api.common.functions.RuntimeContext;

/** A number that the subtasks of a job add up, read at its end. */
record Tally(String name) {

  LongCounter register(RuntimeContext context) {
    LongCounter counter = new LongCounter();
    context.addAccumulator(name, counter);
    return counter;
  }

  long of(JobExecutionResult result) {
    Long sum = result.getAccumulatorResult(name);
    return sum == null ? 0 : sum;
  }
}
