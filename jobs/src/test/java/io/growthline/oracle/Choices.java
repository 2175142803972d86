package io.growthline.oracle;

import java.util.Iterator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntUnaryOperator;

/**
 * A source of decisions for generators. Options are given simplest first: a source that runs dry
 * chooses the first, so that shorter and smaller sources make simpler cases.
 */
final class Choices {

  /** Values that a recorded source is made of lie in 0..RESOLUTION−1. */
  static final int RESOLUTION = 10_000;

  private final IntUnaryOperator below;

  private Choices(IntUnaryOperator below) {
    this.below = below;
  }

  static Choices seeded(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    return new Choices(random::nextInt);
  }

  static Choices recorded(List<Integer> values) {
    Iterator<Integer> rest = values.iterator();
    return new Choices(
        bound -> rest.hasNext() ? (int) ((long) rest.next() * bound / RESOLUTION) : 0);
  }

  /** A number in 0..bound−1. */
  int below(int bound) {
    return below.applyAsInt(bound);
  }

  /** True in that many of a hundred cases. */
  boolean percent(int chance) {
    return below(100) >= 100 - chance;
  }

  @SafeVarargs
  final <T> T of(T... options) {
    return options[below(options.length)];
  }

  <T> T of(List<T> options) {
    return options.get(below(options.size()));
  }
}
