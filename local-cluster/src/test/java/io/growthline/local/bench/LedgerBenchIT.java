package io.growthline.local.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.growthline.local.CommandRun;
import java.util.List;
import org.junit.jupiter.api.Test;

class LedgerBenchIT {

  private static final int PER_SECOND = 100;

  /** Its id and its instant alone take so much. */
  private static final int LEAST_BYTES_OF_FACT = 100;

  /** Ten times what a quiet machine shows. */
  private static final int MOST_BYTES_OF_FACT = 10_000;

  /**
   * The figures themselves are for quiet machines: here they only have to be there and to agree.
   */
  @Test
  void everyFigureIsMeasured() throws Exception {
    CommandRun run =
        bench("--employees=300", "--changes=2", "--warm-up=1", "--seconds=3", "--state-facts=1000");
    assertThat(run.err()).isEmpty();
    assertThat(run.exitCode()).isZero();
    JsonNode json = new ObjectMapper().readTree(run.out().get(run.out().size() - 1));
    assertThat(json.get("restarts").intValue()).isZero();
    assertThat(json.get("fillCpuMicrosPerFact").doubleValue()).isPositive();
    assertThat(json.get("changes")).hasSize(2).allSatisfy(LedgerBenchIT::checkChange);
    assertThat(json.get("state").findValues("facts").toString()).isEqualTo("[10, 50, 200]");
    assertThat(json.get("state")).allSatisfy(LedgerBenchIT::checkState);
    checkHeap(json.get("state").get(2));
  }

  /**
   * A few dozen employees with short pasts weigh less than whatever else the heap may lose or gain
   * in the meantime; with long ones they weigh many times as much.
   */
  private static void checkHeap(JsonNode longestPast) {
    long facts = longestPast.get("facts").longValue();
    assertThat(longestPast.get("heapBytesPerEmployee").longValue())
        .isBetween(facts * LEAST_BYTES_OF_FACT, facts * MOST_BYTES_OF_FACT);
  }

  private static void checkChange(JsonNode change) {
    double posted = change.get("postedSeconds").doubleValue();
    assertThat(change.get("toldSeconds").doubleValue()).isPositive();
    assertThat(posted).isPositive();
    assertThat(change.get("cpuMicrosPerEmployee").doubleValue()).isPositive();
    JsonNode before = change.get("beforeMillis");
    assertThat(before.get("count").intValue()).isGreaterThanOrEqualTo(3 * PER_SECOND);
    JsonNode during = change.get("duringMillis");
    assertThat(during.get("count").doubleValue()).isCloseTo(posted * PER_SECOND, within(1.0));
    for (JsonNode latencies : List.of(before, during)) {
      assertThat(latencies.get("p50").doubleValue())
          .isPositive()
          .isLessThanOrEqualTo(latencies.get("p99").doubleValue());
    }
  }

  private static void checkState(JsonNode state) {
    for (String figure : List.of("headCpuMicros", "lateCpuMicros", "changeCpuMicros")) {
      JsonNode spread = state.get(figure);
      double median = spread.get("median").doubleValue();
      assertThat(spread.get("min").doubleValue()).isPositive().isLessThanOrEqualTo(median);
      assertThat(spread.get("max").doubleValue()).isGreaterThanOrEqualTo(median);
    }
  }

  @Test
  void noEmployeesAreRefused() {
    CommandRun run = bench("--employees=0");
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).singleElement().asString().contains("--employees 0");
  }

  private static CommandRun bench(String... options) {
    String[] arguments = new String[options.length + 3];
    arguments[0] = "bench";
    arguments[1] = "ledger";
    arguments[2] = "--rate=" + PER_SECOND;
    System.arraycopy(options, 0, arguments, 3, options.length);
    return CommandRun.of(arguments);
  }
}
