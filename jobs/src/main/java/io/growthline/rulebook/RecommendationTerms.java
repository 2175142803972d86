package io.growthline.rulebook;

/**
 * How activities are recommended, as in force from one date until the next.
 *
 * @param items most activities recommended at once, at least 1
 * @param perTag most of them with one tag, at least 1
 * @param weights what a recommendation's score is made of
 */
public record RecommendationTerms(int items, int perTag, Weights weights) {

  /**
   * How much each part of a score counts; all 0 or more.
   *
   * @param taste what people like them liked
   * @param goals what brings them to their nearest goal
   * @param skills what their job and the next ask for
   * @param demand what the company needs
   */
  public record Weights(double taste, double goals, double skills, double demand) {

    public static final Weights DEFAULT = new Weights(1, 0.5, 0.5, 0.2);
  }

  public static final RecommendationTerms DEFAULT = new RecommendationTerms(10, 3, Weights.DEFAULT);
}
