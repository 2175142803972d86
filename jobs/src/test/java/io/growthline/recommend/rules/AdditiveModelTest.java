package io.growthline.recommend.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class AdditiveModelTest {

  private static final int TOKENS = 40;
  private static final int TARGETS = 15;

  @Property(tries = 300)
  void theSharesOfAllThatIsKnownAddUpToTheScore(@ForAll long seed) {
    Random random = new Random(seed);
    float[][] rows = new float[TOKENS][];
    for (int token = 0; token < TOKENS; token++) {
      rows[token] = random.nextInt(5) == 0 ? null : row(random);
    }
    AdditiveModel model = new AdditiveModel(rows, TARGETS);
    Tokens known = someTokens(random);
    double[] scores = model.scores(known);
    for (int target = 0; target < TARGETS; target++) {
      double sum = 0;
      for (int i = 0; i < known.size(); i++) {
        sum += model.share(known.id(i), known.weight(i), target);
      }
      assertThat(sum).isCloseTo(scores[target], within(1e-9));
    }
  }

  @Test
  void nothingKnownScoresNothing() {
    AdditiveModel model = new AdditiveModel(new float[][] {{1, 2}, null}, 2);
    assertThat(model.scores(new Tokens.Builder(0).build())).containsExactly(0, 0);
    assertThat(model.scores(new Tokens.Builder(1).add(1, 5).build())).containsExactly(0, 0);
    assertThat(model.scores(new Tokens.Builder(1).add(0, 5).build())).containsExactly(5, 10);
  }

  private static float[] row(Random random) {
    float[] row = new float[TARGETS];
    for (int target = 0; target < TARGETS; target++) {
      row[target] = (float) random.nextGaussian();
    }
    return row;
  }

  private static Tokens someTokens(Random random) {
    Tokens.Builder known = new Tokens.Builder(0);
    for (int token = 0; token < TOKENS; token++) {
      if (random.nextInt(3) == 0) {
        known.add(token, random.nextDouble());
      }
    }
    return known.build();
  }
}
