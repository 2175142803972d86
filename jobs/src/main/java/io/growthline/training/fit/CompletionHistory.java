package io.growthline.training.fit;

import io.growthline.recommend.rules.CompletionInputs;
import io.growthline.recommend.rules.ForecastKind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * All that people began, as examples of who completes. A course counts as completed if that came
 * within the horizon, by which nearly all completions have come; whoever began less than a horizon
 * before the end of the data is left out, completed or not, since those who drop out would be known
 * later than those who complete.
 */
final class CompletionHistory {

  private static final double NEARLY_ALL = 0.95;
  private static final long SHORTEST_MILLIS = Duration.ofDays(30).toMillis();
  private static final long LONGEST_MILLIS = Duration.ofDays(730).toMillis();

  private final long horizon;
  private final ForecastExamples examples = new ForecastExamples(ForecastKind.COMPLETION.classes());
  private final List<Double> ratesSoFar = new ArrayList<>();
  private final CompletionRates known = new CompletionRates();

  private record One(int person, Begun begun) {}

  /**
   * @param people a sample
   * @param until end of the data: epoch milliseconds, UTC
   */
  CompletionHistory(List<Past> people, long until) {
    horizon = horizon(people);
    List<One> begun = new ArrayList<>();
    for (int person = 0; person < people.size(); person++) {
      for (Begun one : people.get(person).begun()) {
        if (one.at() + horizon <= until) {
          begun.add(new One(person, one));
        }
      }
    }
    begun.sort(Comparator.comparingLong(one -> one.begun().at()));
    addInOrder(begun);
  }

  private static long horizon(List<Past> people) {
    long[] taken =
        people.stream()
            .flatMap(person -> person.begun().stream())
            .filter(one -> one.completedAt() != null)
            .mapToLong(one -> one.completedAt() - one.at())
            .sorted()
            .toArray();
    long nearlyAll = taken.length == 0 ? 0 : taken[(int) (NEARLY_ALL * (taken.length - 1))];
    return Math.max(SHORTEST_MILLIS, Math.min(LONGEST_MILLIS, nearlyAll));
  }

  /** A course's rate is made of those alone who had begun a horizon before. */
  private void addInOrder(List<One> begun) {
    int decided = 0;
    for (One one : begun) {
      while (begun.get(decided).begun().at() + horizon < one.begun().at()) {
        decide(begun.get(decided++).begun());
      }
      add(one);
    }
    begun.subList(decided, begun.size()).forEach(one -> decide(one.begun()));
  }

  private void decide(Begun begun) {
    known.add(begun.activityId(), begun.isCompletedWithin(horizon));
  }

  private void add(One one) {
    Begun begun = one.begun();
    double rate = known.of(begun.activityId());
    ratesSoFar.add(rate);
    double[] inputs = begun.inputs().stream().mapToDouble(Double::doubleValue).toArray();
    examples.add(
        one.person(),
        begun.activityId(),
        CompletionInputs.withRate(inputs, rate),
        examples.classes().get(begun.isCompletedWithin(horizon) ? 1 : 0),
        begun.at() + horizon);
  }

  ForecastExamples examples() {
    return examples;
  }

  /** By when it is decided whether a course was completed: milliseconds after it was begun. */
  long horizon() {
    return horizon;
  }

  /** The rates of all courses as they are known in the end; that of the empty id is everyone's. */
  Map<String, Double> rates() {
    return known.byCourse();
  }

  /** What is to be beaten. */
  Map<String, Rival> rivals() {
    Map<String, Rival> rivals = new LinkedHashMap<>();
    rivals.put(
        "everyone's rate",
        training -> {
          double rate = ratesOf(training).ofAll();
          return example -> of(rate);
        });
    rivals.put("the course's rate so far", training -> example -> of(ratesSoFar.get(example)));
    rivals.put(
        "the course's rate of all others",
        training -> {
          CompletionRates rates = ratesOf(training);
          return example -> of(rates.of(examples.subject(example)));
        });
    return rivals;
  }

  /** The rates of some people's courses, later ones too: a rival may know more than the model. */
  private CompletionRates ratesOf(int[] training) {
    CompletionRates rates = new CompletionRates();
    for (int example : training) {
      rates.add(examples.subject(example), examples.label(example) == 1);
    }
    return rates;
  }

  private static double[] of(double completed) {
    return new double[] {1 - completed, completed};
  }
}
