package io.growthline.training.fit;

/** Who took what, in order of time. */
public final class Interactions {

  private final int items;
  private final int[][] histories;

  /**
   * @param items how many items there are; they are numbered from 0
   * @param histories each person's items in the order they were taken, each once; not copied
   */
  public Interactions(int items, int[][] histories) {
    this.items = items;
    this.histories = histories;
  }

  /** How many items there are. */
  public int items() {
    return items;
  }

  /** How many people there are. */
  public int people() {
    return histories.length;
  }

  /** A person's items in the order they were taken; not to be changed. */
  public int[] history(int person) {
    return histories[person];
  }

  /** By how many people each item was taken. */
  public int[] popularity() {
    int[] people = new int[items];
    for (int[] history : histories) {
      for (int item : history) {
        people[item]++;
      }
    }
    return people;
  }
}
