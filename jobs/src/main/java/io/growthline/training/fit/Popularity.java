package io.growthline.training.fit;

/** A baseline: what most people took. */
public final class Popularity {

  private Popularity() {}

  /** Scores every item by the number of people who took it. */
  public static Scorer fit(Interactions people) {
    int[] popularity = people.popularity();
    return history -> {
      double[] scores = new double[popularity.length];
      for (int item = 0; item < scores.length; item++) {
        scores[item] = popularity[item];
      }
      return scores;
    };
  }
}
