package io.growthline.recommend.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class RankingTest {

  @Property(tries = 500)
  void theBestAreThoseThatSortingFinds(
      @ForAll long seed, @ForAll @IntRange(min = 0, max = 12) int count) {
    Random random = new Random(seed);
    // Few different values, so that ties are common.
    double[] scores = random.ints(30, 0, 8).mapToDouble(i -> i).toArray();
    int[] sorted =
        IntStream.range(0, scores.length)
            .boxed()
            .sorted(Comparator.comparingDouble((Integer i) -> scores[i]).reversed())
            .limit(count)
            .mapToInt(i -> i)
            .toArray();
    assertThat(Ranking.best(scores, count)).isEqualTo(sorted);
  }

  @Test
  void whatIsNotToBeHadIsLeftOut() {
    double no = Double.NEGATIVE_INFINITY;
    assertThat(Ranking.best(new double[] {no, -3, no, 2}, 3)).containsExactly(3, 1);
    assertThat(Ranking.best(new double[] {no}, 3)).isEmpty();
  }
}
