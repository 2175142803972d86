package io.growthline.training.fit;

import io.growthline.recommend.rules.Ranking;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;

/**
 * Validation by later time: what was taken before an instant is learned from; each time somebody
 * takes something from then on, what they take is to be found among all they have not taken yet.
 */
public final class TimeSplit {

  /** How many are recommended, and looked for. */
  static final int CUTOFF = 10;

  /** So that nobody counts for too much. */
  private static final int MOST_TESTS_OF_ONE = 5;

  private static final int MOST_TESTS = 4_000;

  private final Vocabulary vocabulary;
  private final List<PersonHistory> known;
  private final List<Test> tests = new ArrayList<>();

  /** One question: what will this person take? */
  private record Test(int person, Example asked, Set<String> taken) {}

  /**
   * @param everyone all that is known, in an order that says nothing of them
   * @param cut first instant of what is to be found: epoch milliseconds, UTC
   * @param asked whose takings are to be found, by number
   */
  public TimeSplit(
      List<PersonHistory> everyone, Vocabulary vocabulary, long cut, IntPredicate asked) {
    this.vocabulary = vocabulary;
    this.known = everyone.stream().map(person -> person.before(cut)).toList();
    for (int i = 0; i < everyone.size(); i++) {
      if (asked.test(i)) {
        addTests(i, everyone.get(i), cut);
      }
    }
  }

  private void addTests(int number, PersonHistory person, long cut) {
    int ofThisOne = 0;
    for (int i = 0; i < person.examples().size(); i++) {
      Example example = person.examples().get(i);
      if (example.at() >= cut && ofThisOne < MOST_TESTS_OF_ONE && tests.size() < MOST_TESTS) {
        tests.add(new Test(number, example, Set.copyOf(person.takenFrom(i, CUTOFF))));
        ofThisOne++;
      }
    }
  }

  /** Instant from which on the last part of what was taken lies: epoch milliseconds, UTC. */
  public static long cut(List<PersonHistory> everyone, double lastPart) {
    long[] taken =
        everyone.stream()
            .flatMap(person -> person.examples().stream())
            .mapToLong(Example::at)
            .sorted()
            .toArray();
    return taken.length == 0 ? 0 : taken[(int) ((1 - lastPart) * (taken.length - 1))];
  }

  /** What may be learned from. */
  List<PersonHistory> known() {
    return known;
  }

  Vocabulary vocabulary() {
    return vocabulary;
  }

  /** How many questions there are. */
  public int tests() {
    return tests.size();
  }

  /** Asks everything. */
  Answers ask(Contender contender) {
    double[] gains = new double[tests.size()];
    double recall = 0;
    Set<Integer> recommended = new HashSet<>();
    for (int i = 0; i < gains.length; i++) {
      Test test = tests.get(i);
      int[] list = Ranking.best(open(contender.scores(test.asked()), test.asked()), CUTOFF);
      Arrays.stream(list).forEach(recommended::add);
      gains[i] = gain(list, test.taken());
      recall += found(list, test.taken()) / (double) test.taken().size();
    }
    return new Answers(
        gains,
        tests.stream().mapToInt(Test::person).toArray(),
        recall / Math.max(1, gains.length),
        recommended.size() / (double) Math.max(1, vocabulary.activities().size()));
  }

  /** Strikes out what has been taken. */
  private double[] open(double[] scores, Example example) {
    if (example.known() != null) {
      for (String taken : example.known().taken()) {
        Integer number = vocabulary.number(taken);
        if (number != null) {
          scores[number] = Double.NEGATIVE_INFINITY;
        }
      }
    }
    return scores;
  }

  private long found(int[] list, Set<String> taken) {
    return Arrays.stream(list)
        .filter(number -> taken.contains(vocabulary.activities().get(number)))
        .count();
  }

  /** Discounted gain, of that of a list of nothing but what was taken. */
  private double gain(int[] list, Set<String> taken) {
    double gain = 0;
    double ideal = 0;
    for (int place = 0; place < CUTOFF; place++) {
      double discount = Math.log(2) / Math.log(place + 2.0);
      ideal += place < taken.size() ? discount : 0;
      boolean hit = place < list.length && taken.contains(vocabulary.activities().get(list[place]));
      gain += hit ? discount : 0;
    }
    return gain / ideal;
  }

  /** How well a contender did. */
  static final class Answers {

    private final double[] gains;
    private final int[] people;
    private final double recall;
    private final double coverage;

    /**
     * @param gains NDCG of each question, 0..1; not copied
     * @param people whose question it was, by number; not copied
     * @param recall mean share of what was taken that was recommended, 0..1
     * @param coverage share of all activities that were recommended to anybody, 0..1
     */
    private Answers(double[] gains, int[] people, double recall, double coverage) {
      this.gains = gains;
      this.people = people;
      this.recall = recall;
      this.coverage = coverage;
    }

    Figures figures() {
      double ndcg = Arrays.stream(gains).average().orElse(0);
      return new Figures(gains.length, ndcg, recall, coverage);
    }

    /** Whether these are better than others beyond chance. */
    boolean clearlyBetterThan(Answers others) {
      double[] differences = gains.clone();
      for (int i = 0; i < differences.length; i++) {
        differences[i] -= others.gains[i];
      }
      return ByPerson.isClearlyPositive(differences, people);
    }
  }

  /**
   * A contender's figures, as they are told to users.
   *
   * @param tests questions asked
   * @param ndcg at 10, mean, 0..1
   * @param recall at 10, mean, 0..1
   * @param coverage share of all activities that were recommended to anybody, 0..1
   */
  public record Figures(int tests, double ndcg, double recall, double coverage) {}
}
