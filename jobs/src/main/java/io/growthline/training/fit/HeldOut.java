package io.growthline.training.fit;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;

/** Interactions to learn from, and what was held back to see whether it is found again. */
public final class HeldOut {

  /** An item that nobody had before: it cannot be found. */
  public static final int UNKNOWN = -1;

  /** The share of a history that is held back at its end. */
  private static final double END = 0.3;

  /** Shorter histories say too little of what follows what. */
  private static final int SHORTEST_WITH_END = 4;

  /** One in so many people loses the end of their history. */
  private static final int ENDS_OF_ONE_IN = 4;

  /** Enough to tell a difference of 1 % from chance. */
  private static final int MOST_TESTED = 10_000;

  private final Interactions known;
  private final int[][] tests;

  /**
   * @param known what is learned from
   * @param tests the items held back of each person, by the same position, or {@link #UNKNOWN};
   *     empty: nothing was; not copied
   */
  public HeldOut(Interactions known, int[][] tests) {
    this.known = known;
    this.tests = tests;
  }

  /** What is learned from. */
  public Interactions known() {
    return known;
  }

  /** The items held back of a person; empty: nothing was. Not to be changed. */
  public int[] test(int person) {
    return tests[person];
  }

  /** Holds back the ends of some people's histories: what do they take next? */
  static HeldOut ends(Interactions people, long seed) {
    return of(
        people,
        new Random(seed),
        (length, random) -> {
          boolean whole = random.nextInt(ENDS_OF_ONE_IN) > 0 || length < SHORTEST_WITH_END;
          int held = whole ? 0 : (int) Math.round(END * length);
          return IntStream.range(length - held, length).toArray();
        });
  }

  /** Holds back one item, from anywhere, of everyone's history: what is missing? */
  static HeldOut anywhere(Interactions people, long seed) {
    return of(
        people,
        new Random(seed),
        (length, random) -> length < 2 ? new int[0] : new int[] {random.nextInt(length)});
  }

  /** Which places of a history are held back, in ascending order. */
  private interface Places {
    int[] heldBack(int length, Random random);
  }

  private static HeldOut of(Interactions people, Random random, Places places) {
    int[][] known = new int[people.people()][];
    int[][] tests = new int[people.people()][];
    double tested = Math.min(1, (double) MOST_TESTED / people.people());
    for (int person = 0; person < known.length; person++) {
      int[] history = people.history(person);
      int[] held = places.heldBack(history.length, random);
      known[person] =
          IntStream.range(0, history.length)
              .filter(place -> Arrays.binarySearch(held, place) < 0)
              .map(place -> history[place])
              .toArray();
      boolean isTested = random.nextDouble() < tested;
      tests[person] =
          isTested ? Arrays.stream(held).map(place -> history[place]).toArray() : new int[0];
    }
    return new HeldOut(new Interactions(people.items(), known), tests);
  }
}
