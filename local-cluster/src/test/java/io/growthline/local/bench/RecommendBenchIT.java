package io.growthline.local.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.growthline.local.CommandRun;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RecommendBenchIT {

  private static final int COURSES = 200;

  /** The figures are for quiet machines: here they only have to be there and to agree. */
  @Test
  void everyFigureIsMeasured() throws Exception {
    CommandRun run =
        CommandRun.of("bench", "recommend", "--courses=40,60", "--people=500", "--refreshed=100");
    assertThat(run.err()).isEmpty();
    assertThat(run.exitCode()).isZero();
    JsonNode json = new ObjectMapper().readTree(run.out().get(run.out().size() - 1));
    assertThat(json.get("mostTokens").intValue()).isPositive();
    assertThat(json.get("refreshes").findValuesAsText("courses")).containsExactly("40", "60");
    assertThat(json.get("refreshes")).allSatisfy(RecommendBenchIT::checkRefresh);
    JsonNode fits = json.get("fits");
    assertThat(fits.findValuesAsText("recommender"))
        .containsExactly(
            "growthline",
            "ease",
            "itemKnn",
            "popularity",
            "growthline",
            "ease",
            "itemKnn",
            "popularity");
    assertThat(fits.findValuesAsText("courses").subList(3, 5)).containsExactly("40", "60");
    assertThat(fits)
        .allSatisfy(
            fit -> {
              assertThat(fit.get("fitCpuSeconds").doubleValue()).isPositive();
              assertThat(fit.get("peakHeapMb").doubleValue()).isPositive();
              assertThat(fit.get("scoreCpuMicrosP50").doubleValue())
                  .isPositive()
                  .isLessThanOrEqualTo(fit.get("scoreCpuMicrosP99").doubleValue());
            });
  }

  private static void checkRefresh(JsonNode refresh) {
    double perCore = refresh.get("refreshedPerSecondPerCore").doubleValue();
    assertThat(perCore)
        .isBetween(
            refresh.get("refreshedPerSecondPerCoreMin").doubleValue(),
            refresh.get("refreshedPerSecondPerCoreMax").doubleValue());
    assertThat(refresh.get("cpuMicros").doubleValue()).isCloseTo(1e6 / perCore, within(0.01));
    assertThat(refresh.get("operatorCpuMicros").doubleValue()).isPositive();
    assertThat(refresh.get("listCpuMicrosP50").doubleValue())
        .isPositive()
        .isLessThanOrEqualTo(refresh.get("listCpuMicrosP99").doubleValue());
  }

  @Test
  void fewOfTheCoursesAreTakenByMany() {
    int[] popularity = new GeneratedLearners(COURSES, 1).take(5_000).popularity();
    int taken = Arrays.stream(popularity).sum();
    assertThat(taken / 5_000.0).isBetween(4.0, 6.0);
    int most = IntStream.range(0, COURSES / 10).map(course -> popularity[course]).sum();
    assertThat((double) most / taken).isBetween(0.2, 0.5);
    assertThat(IntStream.of(popularity)).allMatch(people -> people > 0);
  }

  @Test
  void whatCannotBeMeasuredIsRefused() {
    CommandRun run = CommandRun.of("bench", "recommend", "--courses=250,9999");
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).singleElement().asString().contains("--courses 9999");
  }
}
