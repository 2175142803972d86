package io.growthline.local.bench;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;

/** Latencies as rows of a table, in milliseconds, and in JSON. */
final class LatencyRows {

  private LatencyRows() {}

  static void head(PrintWriter out, String of) {
    out.printf(
        "%-12s %10s %9s %9s %9s %9s %9s%n",
        ("ms " + of).strip(), "count", "p50", "p90", "p99", "p99.9", "max");
  }

  static void print(PrintWriter out, String name, Latencies.Summary summary) {
    out.printf(
        "%-12s %,10d %9.1f %9.1f %9.1f %9.1f %9.1f%n",
        name,
        summary.count(),
        summary.p50(),
        summary.p90(),
        summary.p99(),
        summary.p999(),
        summary.max());
  }

  static void put(ObjectNode json, Latencies.Summary summary) {
    json.put("count", summary.count());
    json.put("p50", rounded(summary.p50()));
    json.put("p90", rounded(summary.p90()));
    json.put("p99", rounded(summary.p99()));
    json.put("p999", rounded(summary.p999()));
    json.put("max", rounded(summary.max()));
  }

  /** Microseconds are noise; JSON knows no NaN. */
  private static Double rounded(double millis) {
    return Double.isNaN(millis) ? null : Math.round(millis * 1000) / 1000d;
  }
}
