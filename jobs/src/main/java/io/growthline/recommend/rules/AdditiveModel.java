package io.growthline.recommend.rules;

/**
 * Scores targets (courses) as a sum of rows, one for each token that is known of a person. So every
 * token has an exact share of every score, and a score takes microseconds.
 */
public final class AdditiveModel {

  private final float[][] rows;
  private final int targets;

  /**
   * @param rows a row of scores for each token, or null for a token that tells nothing
   * @param targets length of every row
   */
  public AdditiveModel(float[][] rows, int targets) {
    this.rows = rows;
    this.targets = targets;
  }

  /** How many targets there are to score. */
  public int targets() {
    return targets;
  }

  /** How many tokens there are to know. */
  public int tokens() {
    return rows.length;
  }

  /** The score of every target; the sum of all {@linkplain #share shares} but for rounding. */
  public double[] scores(Tokens known) {
    double[] scores = new double[targets];
    for (int i = 0; i < known.size(); i++) {
      float[] row = rows[known.id(i)];
      if (row != null) {
        double weight = known.weight(i);
        for (int target = 0; target < targets; target++) {
          scores[target] += weight * row[target];
        }
      }
    }
    return scores;
  }

  /** What a token of that weight adds to a target's score. */
  public double share(int token, double weight, int target) {
    return rows[token] == null ? 0 : weight * rows[token][target];
  }
}
