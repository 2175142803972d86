package io.growthline.training.fit;

import java.util.ArrayList;
import java.util.List;

/** What a forecast is fitted to: inputs, what came, whose it was, when that was known. */
final class ForecastExamples {

  private final List<String> classes;
  private final List<double[]> inputs = new ArrayList<>();
  private final List<Integer> labels = new ArrayList<>();
  private final List<Integer> people = new ArrayList<>();
  private final List<Long> knownAt = new ArrayList<>();
  private final List<String> subjects = new ArrayList<>();

  /**
   * @param classes what can come
   */
  ForecastExamples(List<String> classes) {
    this.classes = classes;
  }

  /**
   * Adds an example.
   *
   * @param person numbered from 0
   * @param subject what it is about: a course; null: nothing in particular
   * @param known when it was known what came: epoch milliseconds, UTC
   */
  void add(int person, String subject, double[] input, String came, long known) {
    inputs.add(input);
    labels.add(classes.indexOf(came));
    people.add(person);
    knownAt.add(known);
    subjects.add(subject);
  }

  int size() {
    return labels.size();
  }

  List<String> classes() {
    return classes;
  }

  double[] inputs(int example) {
    return inputs.get(example);
  }

  int label(int example) {
    return labels.get(example);
  }

  String subject(int example) {
    return subjects.get(example);
  }

  long knownAt(int example) {
    return knownAt.get(example);
  }

  /** Whose each example is. */
  int[] people() {
    return people.stream().mapToInt(Integer::intValue).toArray();
  }

  /** What came of each of these examples. */
  int[] labels(int[] examples) {
    int[] some = new int[examples.length];
    for (int i = 0; i < some.length; i++) {
      some[i] = labels.get(examples[i]);
    }
    return some;
  }

  /** Inputs of each of these examples. */
  double[][] inputs(int[] examples) {
    double[][] some = new double[examples.length][];
    for (int i = 0; i < some.length; i++) {
      some[i] = inputs.get(examples[i]);
    }
    return some;
  }

  /** How many examples came out so. */
  long count(int label) {
    return labels.stream().filter(one -> one == label).count();
  }
}
