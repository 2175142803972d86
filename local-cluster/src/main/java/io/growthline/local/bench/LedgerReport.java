package io.growthline.local.bench;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.util.List;

/** What the measurements of the ledger found. */
public record LedgerReport(
    LedgerLoad load, SettlingBench.Result settling, List<StateBench.Result> state) {

  private static final double MICROS = 1e6;

  /** Prints tables, and the same as one line of JSON. */
  public void print(PrintWriter out) {
    out.printf(
        "%,d employees with %d facts each, %,d new events/s, %d checkpoints, %d restarts%n",
        load.employees(),
        load.facts(),
        load.perSecond(),
        settling.checkpoints(),
        settling.restarts());
    out.printf(
        "filled in %.1f s: %,.0f facts/s, %.0f us of CPU a fact (broker, job and measurement)%n%n",
        settling.fillSeconds(), facts() / settling.fillSeconds(), fillMicros());
    printChanges(out);
    out.println();
    printLatencies(out);
    out.println();
    printState(out);
    out.println();
    out.println(json());
    out.flush();
  }

  private double facts() {
    return (double) load.employees() * load.facts();
  }

  private double fillMicros() {
    return settling.fillCpuSeconds() * MICROS / facts();
  }

  /** CPU of one employee's part of a change, in microseconds. */
  private double changeMicros(SettlingBench.Change change) {
    return change.cpuSeconds() * MICROS / load.employees();
  }

  /** The same without what new events and checkpoints cost anyway. */
  private double netMicros(SettlingBench.Change change) {
    return (change.cpuSeconds() - change.idleCpuSeconds()) * MICROS / load.employees();
  }

  /** How many processors were busy before a change, with new events and checkpoints. */
  private static double coresBefore(SettlingBench.Change change) {
    return change.idleCpuSeconds() / change.postedSeconds();
  }

  private void printChanges(PrintWriter out) {
    out.printf(
        "%-12s %9s %9s %12s %12s %12s%n",
        "change", "told s", "posted s", "us/employee", "net", "cores before");
    for (int i = 0; i < settling.changes().size(); i++) {
      SettlingBench.Change change = settling.changes().get(i);
      out.printf(
          "%-12d %9.1f %9.1f %12.0f %12.0f %12.2f%n",
          i + 1,
          change.toldSeconds(),
          change.postedSeconds(),
          changeMicros(change),
          netMicros(change),
          coresBefore(change));
    }
  }

  private void printLatencies(PrintWriter out) {
    LatencyRows.head(out, "new events");
    for (int i = 0; i < settling.changes().size(); i++) {
      LatencyRows.print(out, "before " + (i + 1), settling.changes().get(i).before());
      LatencyRows.print(out, "during " + (i + 1), settling.changes().get(i).during());
    }
  }

  private void printState(PrintWriter out) {
    out.printf(
        "%-6s %10s %14s %12s   %-22s %-22s %-22s%n",
        "facts",
        "employees",
        "bytes/employee",
        "bytes/fact",
        "us, fact at the head",
        "us, fact before all",
        "us, rule book change");
    for (StateBench.Result result : state) {
      out.printf(
          "%-6d %,10d %,14d %,12d   %-22s %-22s %-22s%n",
          result.facts(),
          result.employees(),
          result.heapBytes(),
          result.heapBytes() / result.facts(),
          result.headMicros(),
          result.lateMicros(),
          result.changeMicros());
    }
  }

  private String json() {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("bench", "ledger");
    json.put("employees", load.employees());
    json.put("facts", load.facts());
    json.put("eventsPerSecond", load.perSecond());
    json.put("checkpoints", settling.checkpoints());
    json.put("restarts", settling.restarts());
    json.put("fillSeconds", settling.fillSeconds());
    json.put("fillCpuMicrosPerFact", fillMicros());
    for (SettlingBench.Change change : settling.changes()) {
      ObjectNode one = json.withArray("/changes").addObject();
      one.put("toldSeconds", change.toldSeconds());
      one.put("postedSeconds", change.postedSeconds());
      one.put("cpuMicrosPerEmployee", changeMicros(change));
      one.put("netCpuMicrosPerEmployee", netMicros(change));
      one.put("coresBefore", coresBefore(change));
      LatencyRows.put(one.putObject("beforeMillis"), change.before());
      LatencyRows.put(one.putObject("duringMillis"), change.during());
    }
    for (StateBench.Result result : state) {
      ObjectNode one = json.withArray("/state").addObject();
      one.put("facts", result.facts());
      one.put("employees", result.employees());
      one.put("heapBytesPerEmployee", result.heapBytes());
      put(one.putObject("headCpuMicros"), result.headMicros());
      put(one.putObject("lateCpuMicros"), result.lateMicros());
      put(one.putObject("changeCpuMicros"), result.changeMicros());
    }
    return json.toString();
  }

  private static void put(ObjectNode json, Spread spread) {
    json.put("min", spread.min());
    json.put("median", spread.median());
    json.put("max", spread.max());
  }
}
