package io.growthline.training.fit;

import static org.assertj.core.api.Assertions.assertThat;

import io.growthline.recommend.rules.Tokens;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Test;

class TokenCapTest {

  private static final Tokens KNOWN =
      new Tokens.Builder(4).add(3, 0.3).add(0, 1).add(2, 0.2).add(1, 0.1).build();

  @Test
  void theRarestAreLeftOutAndTellNothing() {
    TokenCap cap = new TokenCap(new double[] {9, 2, 1, 5}, 3);
    assertThat(cap.size()).isEqualTo(3);
    Tokens kept = cap.of(KNOWN);
    assertThat(new int[] {kept.id(0), kept.id(1), kept.id(2)}).containsExactly(2, 0, 1);
    assertThat(kept.size()).isEqualTo(3);
    assertThat(kept.weight(0)).isEqualTo(0.3);
    float[][] rows = cap.rows(new DMatrixRMaj(new double[][] {{1, 2}, {3, 4}, {5, 6}}));
    assertThat(rows).isDeepEqualTo(new float[][] {{1, 2}, {3, 4}, null, {5, 6}});
  }

  @Test
  void withinTheCapNothingIsLeftOut() {
    Interactions people = new Interactions(2, new int[][] {{0, 1}, {1}});
    TokenCap cap = TokenCap.byPopularity(people, 5);
    assertThat(cap.size()).isEqualTo(5);
    assertThat(cap.of(KNOWN).size()).isEqualTo(KNOWN.size());
  }
}
