package io.growthline.training.fit;

/**
 * The places of a history that become examples: all of a short one, some of a long one, evenly
 * apart, so that whoever took a thousand items takes no more time than many others.
 *
 * @param length of the history
 */
record Places(int length) {

  private static final int MOST = 30;

  /** How many places become examples. */
  int count() {
    return Math.min(length, MOST);
  }

  /** The place of an example, from 0; ascending. */
  int at(int example) {
    return (int) ((long) example * length / count());
  }

  /** For how many places of the history an example stands. */
  double weight() {
    return (double) length / count();
  }
}
