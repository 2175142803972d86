package io.growthline.recommend.rules;

import java.io.Serializable;

/**
 * How fast what was taken fades.
 *
 * @param shortDecay what is left of the short memory with every further activity, 0..1
 * @param longDecay what is left of the long memory with every further activity, 0..1
 */
public record Memory(double shortDecay, double longDecay) implements Serializable {

  /** Before anything was learned of it. */
  public static final Memory DEFAULT = new Memory(0.2, 0.9);
}
