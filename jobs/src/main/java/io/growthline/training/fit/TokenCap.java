package io.growthline.training.fit;

import io.growthline.recommend.rules.Ranking;
import io.growthline.recommend.rules.Tokens;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;

/**
 * Keeps a regression within memory: of too many tokens the rarest are left out, and tell nothing.
 * Every item can still be recommended.
 */
public final class TokenCap {

  /** The regression's matrices then take less than 1 GB, with 5,000 items to recommend. */
  public static final int MOST_TOKENS = 4_000;

  /** By token its number among those that are kept; -1: left out. */
  private final int[] kept;

  private final int size;

  /**
   * @param frequency of each token
   * @param most how many are kept, at least 1
   */
  TokenCap(double[] frequency, int most) {
    kept = new int[frequency.length];
    Arrays.fill(kept, -1);
    int[] best =
        frequency.length <= most
            ? IntStream.range(0, frequency.length).toArray()
            : Ranking.best(frequency, most);
    Arrays.sort(best);
    for (int number = 0; number < best.length; number++) {
      kept[best[number]] = number;
    }
    size = best.length;
  }

  /**
   * For tokens numbered like this: one of anyone, one or more for each item, and maybe others.
   * Those of the rarest items are left out.
   *
   * @param tokens how many there are
   */
  static TokenCap byPopularity(Interactions people, int tokens) {
    int[] popularity = people.popularity();
    int kinds = (tokens - 1) / people.items();
    double[] frequency = new double[tokens];
    Arrays.fill(frequency, Double.MAX_VALUE);
    for (int token = 1; token <= kinds * people.items(); token++) {
      frequency[token] = popularity[(token - 1) % people.items()];
    }
    return new TokenCap(frequency, MOST_TOKENS);
  }

  /** How many tokens are kept. */
  int size() {
    return size;
  }

  /** Those of someone's tokens that are kept, by their numbers among these. */
  Tokens of(Tokens known) {
    Tokens.Builder tokens = new Tokens.Builder(known.size());
    for (int i = 0; i < known.size(); i++) {
      if (kept[known.id(i)] >= 0) {
        tokens.add(kept[known.id(i)], known.weight(i));
      }
    }
    return tokens.build();
  }

  /** A row of coefficients for each token, null for one that was left out. */
  float[][] rows(DMatrixRMaj coefficients) {
    float[][] rows = new float[kept.length][];
    for (int token = 0; token < kept.length; token++) {
      if (kept[token] >= 0) {
        rows[token] = row(coefficients, kept[token]);
      }
    }
    return rows;
  }

  /** One row of a matrix. */
  static float[] row(DMatrixRMaj matrix, int row) {
    float[] values = new float[matrix.getNumCols()];
    for (int column = 0; column < values.length; column++) {
      values[column] = (float) matrix.unsafe_get(row, column);
    }
    return values;
  }
}
