package io.growthline.training.fit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class GapFitTest {

  private static final int ITEMS = 20;

  /** Everyone walks along a line: what stands between two neighbours is plain. */
  @Test
  void whatIsMissingInAWalkIsFound() {
    Random random = new Random(2);
    int[][] walks =
        IntStream.range(0, 400)
            .mapToObj(person -> walk(random.nextInt(ITEMS), 5))
            .toArray(int[][]::new);
    Scorer scorer = new GapFit(0.8, -1, 1).fit(new Interactions(ITEMS, walks));
    for (int start = 0; start < ITEMS; start++) {
      int[] whole = walk(start, 5);
      double[] scores = scorer.scores(new int[] {whole[0], whole[1], whole[3], whole[4]});
      for (int item = 0; item < ITEMS; item++) {
        int other = item;
        if (IntStream.of(whole).noneMatch(walked -> walked == other)) {
          assertThat(scores[whole[2]]).as("start %d", start).isGreaterThan(scores[other]);
        }
      }
    }
  }

  @Test
  void aNewcomerIsToldWhatMostTake() {
    int[][] people = {{0, 1}, {0, 2}, {0, 3}, {0}, {0, 1}};
    double[] scores = new GapFit(0.8, -1, 1).fit(new Interactions(4, people)).scores(new int[0]);
    assertThat(scores[0]).isGreaterThan(scores[1]);
    assertThat(scores[1]).isGreaterThan(scores[2]);
  }

  private static int[] walk(int start, int length) {
    return IntStream.range(start, start + length).map(item -> item % ITEMS).toArray();
  }
}
