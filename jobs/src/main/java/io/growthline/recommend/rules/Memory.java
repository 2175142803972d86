package io.growthline.recommend.rules;

/**
 * How fast what was taken fades.
 *
 * @param shortDecay what is left of the short memory with every further activity, 0..1
 * @param longDecay what is left of the long memory with every further activity, 0..1
 */
public record Memory(double shortDecay, double longDecay) {

  /** Before anything was learned of it. */
  public static final Memory DEFAULT = new Memory(0.2, 0.9);
}
