package io.growthline.local.bench;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.growthline.training.fit.TokenCap;
import java.io.PrintWriter;
import java.util.List;

/**
 * What the measurements of the recommender found.
 *
 * @param people from whom was learned
 * @param refreshes what a list costs in the job
 */
public record RecommendReport(
    int people, List<RecommendBench.Result> results, List<RefreshBench.Result> refreshes) {

  /** Prints a table, and the same as one line of JSON. */
  public void print(PrintWriter out) {
    out.printf(
        "%,d generated people, 10 courses recommended; of more than %,d tokens in a regression the"
            + " rarest are left out%n%n",
        people, TokenCap.MOST_TOKENS);
    out.printf(
        "%8s %-12s %10s %13s %14s %14s%n",
        "courses", "", "fit, CPU s", "peak heap, MB", "score us, p50", "score us, p99");
    for (RecommendBench.Result result : results) {
      out.printf(
          "%,8d %-12s %10.2f %,13.0f %14.1f %14.1f%n",
          result.courses(),
          result.recommender(),
          result.fitCpuSeconds(),
          result.peakHeapMb(),
          result.scoreMicrosP50(),
          result.scoreMicrosP99());
    }
    out.println();
    printRefreshes(out);
    out.println();
    out.println(json());
    out.flush();
  }

  private void printRefreshes(PrintWriter out) {
    out.printf(
        "refreshed employees/s per core in the job: lists made anew for each second of CPU that this"
            + " whole JVM spent%nfrom a vector and a progress that have changed to the list's"
            + " message: exchange by employee, state kept and read, list,%nencoding; feeding,"
            + " garbage collection and compilation included, Kafka not; one subtask, heap state, a"
            + " model in force%n%n");
    out.printf(
        "%8s %8s %26s %14s %14s %14s %14s%n",
        "courses",
        "people",
        "refreshed/s per core",
        "us, JVM",
        "us, operator",
        "list us, p50",
        "list us, p99");
    for (RefreshBench.Result result : refreshes) {
      out.printf(
          "%,8d %,8d %26s %14.1f %14.1f %14.1f %14.1f%n",
          result.courses(),
          result.people(),
          result.perCore(),
          result.cpuMicros(),
          result.operatorMicros(),
          result.listMicrosP50(),
          result.listMicrosP99());
    }
  }

  private String json() {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("bench", "recommend");
    json.put("people", people);
    json.put("mostTokens", TokenCap.MOST_TOKENS);
    for (RecommendBench.Result result : results) {
      ObjectNode one = json.withArray("/fits").addObject();
      one.put("courses", result.courses());
      one.put("recommender", result.recommender());
      one.put("fitCpuSeconds", result.fitCpuSeconds());
      one.put("peakHeapMb", result.peakHeapMb());
      one.put("scoreCpuMicrosP50", result.scoreMicrosP50());
      one.put("scoreCpuMicrosP99", result.scoreMicrosP99());
    }
    for (RefreshBench.Result result : refreshes) {
      ObjectNode one = json.withArray("/refreshes").addObject();
      one.put("courses", result.courses());
      one.put("people", result.people());
      one.put("refreshedPerSecondPerCore", result.perCore().median());
      one.put("refreshedPerSecondPerCoreMin", result.perCore().min());
      one.put("refreshedPerSecondPerCoreMax", result.perCore().max());
      one.put("cpuMicros", result.cpuMicros());
      one.put("operatorCpuMicros", result.operatorMicros());
      one.put("listCpuMicrosP50", result.listMicrosP50());
      one.put("listCpuMicrosP99", result.listMicrosP99());
    }
    return json.toString();
  }
}
