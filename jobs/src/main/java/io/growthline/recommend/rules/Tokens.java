package io.growthline.recommend.rules;

import java.util.Arrays;

/**
 * What is known of a person, as a sparse vector: numbered tokens, each at most once, each with a
 * weight.
 */
public final class Tokens {

  private final int[] ids;
  private final double[] weights;

  private Tokens(int[] ids, double[] weights) {
    this.ids = ids;
    this.weights = weights;
  }

  /** One token alone, of weight 1. */
  public static Tokens of(int id) {
    return new Tokens(new int[] {id}, new double[] {1});
  }

  public int size() {
    return ids.length;
  }

  /** The number of the token at a position. */
  public int id(int position) {
    return ids[position];
  }

  /** The weight of the token at a position. */
  public double weight(int position) {
    return weights[position];
  }

  /** Collects tokens. */
  public static final class Builder {

    private int[] ids;
    private double[] weights;
    private int size;

    public Builder(int capacity) {
      ids = new int[capacity];
      weights = new double[capacity];
    }

    /** Adds a token that is not there yet. */
    public Builder add(int id, double weight) {
      if (size == ids.length) {
        int larger = Math.max(8, 2 * size);
        ids = Arrays.copyOf(ids, larger);
        weights = Arrays.copyOf(weights, larger);
      }
      ids[size] = id;
      weights[size++] = weight;
      return this;
    }

    public Tokens build() {
      return new Tokens(Arrays.copyOf(ids, size), Arrays.copyOf(weights, size));
    }
  }
}
