package io.growthline.training.fit;

/** Whether the order of histories can tell anything. */
final class Order {

  /** Of so many steps in a hundred that go up, chance or time is no explanation. */
  private static final double SORTED = 0.99;

  private Order() {}

  /**
   * Whether histories are simply sorted by item, as many published files are: then what comes next
   * is a matter of its number.
   *
   * @param rank of each item in the order of its name
   */
  static boolean isByItem(Interactions people, int[] rank) {
    long steps = 0;
    long up = 0;
    for (int person = 0; person < people.people(); person++) {
      int[] history = people.history(person);
      for (int i = 1; i < history.length; i++) {
        steps++;
        up += rank[history[i]] > rank[history[i - 1]] ? 1 : 0;
      }
    }
    return steps > 0 && up >= SORTED * steps;
  }
}
