package io.growthline.training.fit;

import io.growthline.recommend.rules.Tokens;

/**
 * What stands around a place in a history: the items before it and those after it, the nearer the
 * more they count, and the pairs among them. The weights of each kind are divided by the root of
 * their sum, so that long histories don't outshout what is known of everybody.
 *
 * @param items how many items there are
 * @param decay what is left of an item's weight with every other between it and the place, 0..1
 * @param pairs the pairs that are told apart
 */
record Surroundings(int items, double decay, Pairs pairs) {

  /** Only the newest items of longer histories are looked at. */
  private static final int MOST_ITEMS = 200;

  /** The token that everybody has. */
  private static final int ANYONE = 0;

  /** One for anyone, one for each item before and one for each after, one for each pair. */
  int tokens() {
    return 1 + 2 * items + pairs.size();
  }

  /** What stands around a place, without what stands there. */
  Tokens around(int[] history, int place) {
    int first = Math.max(0, place - MOST_ITEMS);
    int end = Math.min(history.length, place + 1 + MOST_ITEMS);
    int[] together = pairs.of(history, place);
    Tokens.Builder tokens = new Tokens.Builder(end - first + together.length).add(ANYONE, 1);
    double weight = scale(place - first);
    for (int i = place - 1; i >= first; i--) {
      tokens.add(before(history[i]), weight);
      weight *= decay;
    }
    weight = scale(end - 1 - place);
    for (int i = place + 1; i < end; i++) {
      tokens.add(after(history[i]), weight);
      weight *= decay;
    }
    return with(tokens, together).build();
  }

  /** What stands around some place, nobody knows which: the mean over all of them. */
  Tokens somewhere(int[] history) {
    int length = Math.min(history.length, MOST_ITEMS);
    int skipped = history.length - length;
    int[] together = pairs.of(history, -1);
    Tokens.Builder tokens = new Tokens.Builder(1 + 2 * length + together.length).add(ANYONE, 1);
    double weight = 0;
    for (int i = length - 1; i >= 0; i--) {
      weight = weight * decay + scale(i + 1);
      tokens.add(before(history[skipped + i]), weight / (length + 1));
    }
    weight = 0;
    for (int i = 0; i < length; i++) {
      weight = weight * decay + scale(length - i);
      tokens.add(after(history[skipped + i]), weight / (length + 1));
    }
    return with(tokens, together).build();
  }

  private Tokens.Builder with(Tokens.Builder tokens, int[] together) {
    for (int pair : together) {
      tokens.add(1 + 2 * items + pair, 1 / Math.sqrt(together.length));
    }
    return tokens;
  }

  private int before(int item) {
    return 1 + item;
  }

  private int after(int item) {
    return 1 + items + item;
  }

  /** One by the root of the sum of so many decaying weights. */
  private double scale(int count) {
    double sum = decay < 1 ? (1 - Math.pow(decay, count)) / (1 - decay) : count;
    return count == 0 ? 0 : 1 / Math.sqrt(sum);
  }
}
