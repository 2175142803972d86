package io.growthline.facts;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import org.apache.flink.api.common.JobExecutionResult;
import org.apache.flink.api.common.accumulators.LongCounter;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.metrics.Counter;

/**
 * Counts every arriving fact under exactly one disposition, so that nothing can be lost unseen: as
 * metrics for the running job and as accumulators for the end of a replay.
 */
public final class FactCounts {

  private final Map<Disposition, Counter> metrics = new EnumMap<>(Disposition.class);
  private final Map<Disposition, LongCounter> accumulators = new EnumMap<>(Disposition.class);

  /** Counts the facts of one operator; those of several operators of a job add up. */
  public FactCounts(RuntimeContext context) {
    for (Disposition disposition : Disposition.values()) {
      LongCounter accumulator = new LongCounter();
      context.addAccumulator(accumulatorName(disposition), accumulator);
      accumulators.put(disposition, accumulator);
      metrics.put(
          disposition, context.getMetricGroup().addGroup("facts").counter(metricName(disposition)));
    }
  }

  /** How many facts a finished job counted under a disposition. */
  public static long of(JobExecutionResult result, Disposition disposition) {
    Long sum = result.getAccumulatorResult(accumulatorName(disposition));
    return sum == null ? 0 : sum;
  }

  private static String accumulatorName(Disposition disposition) {
    return "facts." + metricName(disposition);
  }

  /** Counts so many more, or fewer, facts. */
  public void add(Disposition disposition, long facts) {
    metrics.get(disposition).inc(facts);
    accumulators.get(disposition).add(facts);
  }

  private static String metricName(Disposition disposition) {
    return disposition.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
