package io.growthline.training.fit;

import io.growthline.recommend.rules.Ranking;
import java.util.Arrays;
import java.util.stream.IntStream;

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

  /** The same people with no more than so many items: the most popular, numbered anew. */
  Interactions amongMostPopular(int most) {
    if (items <= most) {
      return this;
    }
    double[] popularity = Arrays.stream(popularity()).asDoubleStream().toArray();
    int[] best = Ranking.best(popularity, most);
    int[] numbers = new int[items];
    Arrays.fill(numbers, -1);
    IntStream.range(0, best.length).forEach(number -> numbers[best[number]] = number);
    int[][] those = new int[histories.length][];
    for (int person = 0; person < those.length; person++) {
      those[person] =
          Arrays.stream(histories[person])
              .map(item -> numbers[item])
              .filter(number -> number >= 0)
              .toArray();
    }
    return new Interactions(most, those);
  }
}
