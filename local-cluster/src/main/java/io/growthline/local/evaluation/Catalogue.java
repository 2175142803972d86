package io.growthline.local.evaluation;

import io.growthline.training.fit.HeldOut;
import io.growthline.training.fit.Interactions;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Users and items of a training file by number; of items beyond a limit the rarest are left out.
 */
final class Catalogue {

  private final InteractionFile train;
  private final Map<String, Integer> items = new HashMap<>();
  private final List<String> users;
  private final int leftOut;

  /**
   * @param mostItems how many items can be told apart, at least 1
   */
  Catalogue(InteractionFile train, int mostItems) {
    this.train = train;
    this.users = List.copyOf(train.histories().keySet());
    Map<String, Integer> popularity = new HashMap<>();
    train.histories().values().forEach(h -> h.forEach(i -> popularity.merge(i, 1, Integer::sum)));
    popularity.keySet().stream()
        .sorted(Comparator.<String>comparingInt(popularity::get).reversed().thenComparing(i -> i))
        .limit(mostItems)
        .forEach(item -> items.put(item, items.size()));
    this.leftOut = popularity.size() - items.size();
  }

  int size() {
    return items.size();
  }

  /** How many items of the training file there are beyond the limit. */
  int leftOut() {
    return leftOut;
  }

  Interactions interactions() {
    return new Interactions(
        items.size(),
        users.stream().map(user -> known(train.histories().get(user))).toArray(int[][]::new));
  }

  private int[] known(List<String> history) {
    return history.stream().filter(items::containsKey).mapToInt(items::get).toArray();
  }

  /** Test items of every user; those a user had before are left out, users without any too. */
  HeldOut test(InteractionFile test) {
    List<int[]> histories = new ArrayList<>();
    List<int[]> tests = new ArrayList<>();
    test.histories()
        .forEach(
            (user, theirs) -> {
              List<String> before = train.histories().getOrDefault(user, List.of());
              Set<String> had = new HashSet<>(before);
              histories.add(known(before));
              tests.add(
                  theirs.stream()
                      .filter(item -> !had.contains(item))
                      .mapToInt(item -> items.getOrDefault(item, HeldOut.UNKNOWN))
                      .toArray());
            });
    return new HeldOut(
        new Interactions(items.size(), histories.toArray(int[][]::new)),
        tests.toArray(int[][]::new));
  }

  /** The rank of each item in the order of its name; numbers in the order of their values. */
  int[] ranks() {
    List<String> names = new ArrayList<>(items.keySet());
    names.sort(
        allNumbers(names) ? Comparator.comparing(BigDecimal::new) : Comparator.naturalOrder());
    int[] ranks = new int[items.size()];
    IntStream.range(0, names.size()).forEach(rank -> ranks[items.get(names.get(rank))] = rank);
    return ranks;
  }

  private static boolean allNumbers(List<String> names) {
    return names.stream().allMatch(name -> name.matches("-?[0-9]{1,30}(\\.[0-9]{1,30})?"));
  }
}
