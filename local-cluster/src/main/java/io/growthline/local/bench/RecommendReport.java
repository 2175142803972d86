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
 */
public record RecommendReport(int people, List<RecommendBench.Result> results) {

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
    out.println(json());
    out.flush();
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
    return json.toString();
  }
}
