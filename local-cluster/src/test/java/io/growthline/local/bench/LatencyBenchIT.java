package io.growthline.local.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.growthline.local.CommandRun;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LatencyBenchIT {

  /** The figures themselves are for quiet machines: here it only has to measure every event. */
  @Test
  void everyEventsBalanceAndMilestoneIsMeasured() throws Exception {
    CommandRun run = bench("--rate", "200", "--employees", "100", "--warm-up", "2");
    assertThat(run.err()).isEmpty();
    assertThat(run.exitCode()).isZero();
    JsonNode json = new ObjectMapper().readTree(run.out().get(run.out().size() - 1));
    assertThat(json.get("restarts").intValue()).isZero();
    assertThat(json.get("balancesMillis").get("count").intValue()).isEqualTo(5 * 200);
    // Turns 5 to 14 of each of the 100 employees, and a goal at every third.
    assertThat(json.get("milestonesMillis").get("count").intValue()).isEqualTo(3 * 100);
    assertThat(json.get("balancesMillis").get("p50").doubleValue()).isPositive();
  }

  @Test
  void aRateOfNothingIsRefused() {
    CommandRun run = bench("--rate", "0");
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).singleElement().asString().contains("--rate 0");
  }

  private static CommandRun bench(String... options) {
    return CommandRun.of(
        Stream.concat(Stream.of("bench", "latency", "--seconds", "5"), Stream.of(options))
            .toArray(String[]::new));
  }
}
