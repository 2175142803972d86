package io.growthline.local.bench;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;

/**
 * What a measurement found.
 *
 * @param balances from the due instant of an event to a consumer's receipt of its balance
 * @param milestones likewise, of the milestone it caused
 * @param checkpoints checkpoints completed while it ran
 * @param restarts how often the job had to start again; a measurement with any is worth nothing
 */
public record LatencyReport(
    Load load,
    Latencies.Summary balances,
    Latencies.Summary milestones,
    long checkpoints,
    long restarts) {

  /** Prints a table, and the same as one line of JSON. */
  public void print(PrintWriter out) {
    out.printf(
        "%,d events/s, %,d employees, %d s after %d s of warm-up, %d checkpoints, %d restarts%n%n",
        load.perSecond(),
        load.employees(),
        load.seconds(),
        load.warmUpSeconds(),
        checkpoints,
        restarts);
    out.printf(
        "%-12s %10s %9s %9s %9s %9s %9s%n", "ms", "count", "p50", "p90", "p99", "p99.9", "max");
    row(out, "balances", balances);
    row(out, "milestones", milestones);
    out.println();
    out.println(json());
    out.flush();
  }

  private static void row(PrintWriter out, String name, Latencies.Summary summary) {
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

  private String json() {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("bench", "latency");
    json.put("eventsPerSecond", load.perSecond());
    json.put("employees", load.employees());
    json.put("warmUpSeconds", load.warmUpSeconds());
    json.put("seconds", load.seconds());
    json.put("checkpoints", checkpoints);
    json.put("restarts", restarts);
    put(json.putObject("balancesMillis"), balances);
    put(json.putObject("milestonesMillis"), milestones);
    return json.toString();
  }

  private static void put(ObjectNode json, Latencies.Summary summary) {
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
