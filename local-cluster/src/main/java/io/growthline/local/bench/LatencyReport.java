package io.growthline.local.bench;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;

/**
 * What a measurement found.
 *
 * @param ledgerOnly whether features and recommendations were left out
 * @param balances from the due instant of an event to a consumer's receipt of its balance
 * @param milestones likewise, of the milestone it caused
 * @param checkpoints checkpoints completed while it ran
 * @param restarts how often the job had to start again; a measurement with any is worth nothing
 */
public record LatencyReport(
    Load load,
    boolean ledgerOnly,
    Latencies.Summary balances,
    Latencies.Summary milestones,
    long checkpoints,
    long restarts) {

  /** Prints a table, and the same as one line of JSON. */
  public void print(PrintWriter out) {
    out.printf(
        "%s: %,d events/s, %,d employees, %d s after %d s of warm-up, %d checkpoints, %d"
            + " restarts%n%n",
        ledgerOnly ? "the ledger alone" : "the whole job",
        load.perSecond(),
        load.employees(),
        load.seconds(),
        load.warmUpSeconds(),
        checkpoints,
        restarts);
    LatencyRows.head(out, "");
    LatencyRows.print(out, "balances", balances);
    LatencyRows.print(out, "milestones", milestones);
    out.println();
    out.println(json());
    out.flush();
  }

  private String json() {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("bench", "latency");
    json.put("ledgerOnly", ledgerOnly);
    json.put("eventsPerSecond", load.perSecond());
    json.put("employees", load.employees());
    json.put("warmUpSeconds", load.warmUpSeconds());
    json.put("seconds", load.seconds());
    json.put("checkpoints", checkpoints);
    json.put("restarts", restarts);
    LatencyRows.put(json.putObject("balancesMillis"), balances);
    LatencyRows.put(json.putObject("milestonesMillis"), milestones);
    return json.toString();
  }
}
