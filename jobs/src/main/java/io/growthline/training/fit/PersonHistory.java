package io.growthline.training.fit;

import io.growthline.schemas.features.FeatureVector;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * All that somebody took, in order, each time beside what was known before.
 *
 * @param until instant of the newest vector: epoch milliseconds, UTC
 * @param examples in order of time; empty: nothing was taken
 */
public record PersonHistory(String employeeId, long until, List<Example> examples) {

  private static final Comparator<FeatureVector> IN_ORDER =
      Comparator.comparingLong(FeatureVector::asOf)
          .thenComparingLong(FeatureVector::knownAt)
          .thenComparingLong(FeatureVector::version);

  /**
   * The history that someone's vectors tell. Whatever is new in {@code taken} was taken at the
   * vector's instant; the features beside it are those of the vector before, so no example knows
   * anything of its own instant or later.
   *
   * @param vectors of one person, at least one, in any order; of several of one instant the one
   *     known last counts
   */
  public static PersonHistory of(List<FeatureVector> vectors) {
    List<FeatureVector> ordered = newestOfEachInstant(vectors);
    List<Example> examples = new ArrayList<>();
    Set<String> everTaken = new HashSet<>();
    FeatureVector before = null;
    for (FeatureVector vector : ordered) {
      // Void and told again, or fallen out of the newest: it was taken first back then.
      List<String> taken = vector.taken().stream().filter(everTaken::add).toList();
      if (!taken.isEmpty()) {
        examples.add(new Example(vector.asOf(), before, taken));
      }
      before = vector;
    }
    FeatureVector last = ordered.get(ordered.size() - 1);
    return new PersonHistory(last.employeeId(), last.asOf(), List.copyOf(examples));
  }

  /** In order of time; of several of one instant the one known last. */
  static List<FeatureVector> newestOfEachInstant(List<FeatureVector> vectors) {
    List<FeatureVector> ordered = new ArrayList<>();
    for (FeatureVector vector : vectors.stream().sorted(IN_ORDER).toList()) {
      int last = ordered.size() - 1;
      if (last >= 0 && ordered.get(last).asOf() == vector.asOf()) {
        ordered.set(last, vector);
      } else {
        ordered.add(vector);
      }
    }
    return ordered;
  }

  /** What was taken before an instant, as if nothing had come since. */
  public PersonHistory before(long instant) {
    return new PersonHistory(
        employeeId,
        Math.min(until, instant - 1),
        examples.stream().filter(example -> example.at() < instant).toList());
  }

  /**
   * What of it was taken of one's own accord. What was known before each is left as it was: that
   * somebody has done what is required says something of what they take next.
   *
   * @param required activities that the company asks of people
   */
  public PersonHistory voluntary(Set<String> required) {
    List<Example> chosen = new ArrayList<>();
    for (Example example : examples) {
      List<String> taken =
          example.taken().stream().filter(activity -> !required.contains(activity)).toList();
      if (!taken.isEmpty()) {
        chosen.add(new Example(example.at(), example.known(), taken));
      }
    }
    return new PersonHistory(employeeId, until, List.copyOf(chosen));
  }

  /** How many activities were taken. */
  public int takings() {
    return examples.stream().mapToInt(example -> example.taken().size()).sum();
  }

  /** The activities taken from an example on, in order. */
  List<String> takenFrom(int example, int most) {
    List<String> ahead = new ArrayList<>();
    for (int i = example; i < examples.size() && ahead.size() < most; i++) {
      List<String> taken = examples.get(i).taken();
      ahead.addAll(taken.subList(0, Math.min(taken.size(), most - ahead.size())));
    }
    return ahead;
  }
}
