package io.growthline.local.bench;

import java.util.Arrays;
import java.util.concurrent.TimeUnit;

/**
 * Latencies of one kind of message, kept one by one so that percentiles are exact. For one thread.
 */
public final class Latencies {

  private long[] nanos = new long[1024];
  private int count;

  void add(long latencyNanos) {
    if (count == nanos.length) {
      nanos = Arrays.copyOf(nanos, 2 * count);
    }
    nanos[count++] = latencyNanos;
  }

  /**
   * Percentiles of what was added so far, in milliseconds; all NaN if nothing was.
   *
   * @param count how many were measured
   */
  public record Summary(int count, double p50, double p90, double p99, double p999, double max) {}

  Summary summary() {
    long[] sorted = Arrays.copyOf(nanos, count);
    Arrays.sort(sorted);
    return new Summary(
        count,
        percentile(sorted, 0.50),
        percentile(sorted, 0.90),
        percentile(sorted, 0.99),
        percentile(sorted, 0.999),
        percentile(sorted, 1));
  }

  /** The smallest measured value that at least this share of all values does not exceed. */
  private static double percentile(long[] sorted, double share) {
    if (sorted.length == 0) {
      return Double.NaN;
    }
    int rank = (int) Math.ceil(share * sorted.length);
    return sorted[Math.max(0, rank - 1)] / (double) TimeUnit.MILLISECONDS.toNanos(1);
  }
}
