package io.growthline.training.fit;

/** Anything that says how much a person is drawn to each item. */
public interface Scorer {

  /**
   * The score of every item; only their order matters.
   *
   * @param history the person's items in the order they were taken, each once; may be empty
   */
  double[] scores(int[] history);
}
