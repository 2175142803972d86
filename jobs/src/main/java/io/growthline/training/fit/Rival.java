package io.growthline.training.fit;

/** A simple way to foretell, which a model has to beat. */
interface Rival {

  /** What it has learned of some examples, told by their numbers. */
  Fitted fit(int[] training);

  /** Foretells. */
  interface Fitted {

    /** The probability of each class, 0..1, in all 1, for an example told by its number. */
    double[] probabilities(int example);
  }
}
