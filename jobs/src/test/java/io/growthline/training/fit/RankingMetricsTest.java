package io.growthline.training.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class RankingMetricsTest {

  /** Whoever one is: item 0, then 1, 2, ... */
  private static final Scorer IN_ORDER = history -> new double[] {9, 8, 7, 6, 5, 4, 3, 2, 1, 0};

  private static RankingMetrics metrics(int[][] known, int[][] tests, int cutoff) {
    return RankingMetrics.of(IN_ORDER, new HeldOut(new Interactions(10, known), tests), cutoff);
  }

  @Test
  void whatWasFoundIsWeighedByItsPlace() {
    RankingMetrics found = metrics(new int[][] {{}}, new int[][] {{1, 7}}, 3);
    assertThat(found.recall()).isEqualTo(0.5);
    assertThat(found.precision()).isCloseTo(1.0 / 3, within(1e-12));
    assertThat(found.hitRate()).isEqualTo(1);
    // Found in the second place of three; ideal are the first and the second.
    double second = Math.log(2) / Math.log(3);
    assertThat(found.ndcg()).isCloseTo(second / (1 + second), within(1e-12));
    assertThat(found.coverage()).isCloseTo(0.3, within(1e-12));
  }

  @Test
  void whatSomeoneHadIsNotRecommended() {
    assertThat(metrics(new int[][] {{0, 1}}, new int[][] {{2}}, 1).ndcg()).isEqualTo(1);
    assertThat(metrics(new int[][] {{1}}, new int[][] {{2}}, 1).ndcg()).isZero();
  }

  @Test
  void anItemThatNobodyHadIsMissedAndPeopleWithoutTestsAreLeftOut() {
    int[][] tests = {{0, HeldOut.UNKNOWN}, {}, {HeldOut.UNKNOWN}};
    RankingMetrics found = metrics(new int[][] {{}, {}, {}}, tests, 10);
    assertThat(found.users()).isEqualTo(2);
    assertThat(found.recall()).isEqualTo(0.25);
    assertThat(found.hitRate()).isEqualTo(0.5);
  }

  @Test
  void theIdealListIsNoLongerThanTheCutoff() {
    assertThat(metrics(new int[][] {{}}, new int[][] {{0, 1, 2}}, 2).ndcg())
        .isCloseTo(1, within(1e-12));
  }

  @Test
  void popularMeansTheMostTakenTenth() {
    // Item 4 was taken most often, and is recommended to nobody who has it.
    int[][] known = {{4}, {4}, {4, 0}};
    assertThat(metrics(known, new int[][] {{}, {}, {1}}, 5).popularityShare()).isZero();
    int[][] others = {{4}, {4}, {}};
    assertThat(metrics(others, new int[][] {{}, {}, {1}}, 5).popularityShare())
        .isCloseTo(0.2, within(1e-12));
  }
}
