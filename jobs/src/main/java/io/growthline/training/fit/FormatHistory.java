package io.growthline.training.fit;

import io.growthline.recommend.rules.ForecastKind;
import io.growthline.recommend.rules.FormatInputs;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** All that people took up, as examples of what format they take next. */
final class FormatHistory {

  /** Of a format that fewer people took up nothing can be told. */
  private static final int FEWEST_PEOPLE = 20;

  /** So many choices of those who declared a format weigh as much as everyone's. */
  private static final double PRIOR_CHOICES = 10;

  private final ForecastExamples examples;

  /**
   * @param people a sample
   */
  FormatHistory(List<Past> people) {
    examples = new ForecastExamples(formats(people));
    for (int person = 0; person < people.size(); person++) {
      for (Picked one : people.get(person).picked()) {
        if (examples.classes().contains(one.format())) {
          double[] inputs = one.inputs().stream().mapToDouble(Double::doubleValue).toArray();
          examples.add(person, null, inputs, one.format(), one.at());
        }
      }
    }
  }

  private static List<String> formats(List<Past> people) {
    Map<String, Set<String>> takers = new HashMap<>();
    for (Past person : people) {
      person
          .picked()
          .forEach(
              one ->
                  takers
                      .computeIfAbsent(one.format(), format -> new HashSet<>())
                      .add(person.employeeId()));
    }
    return ForecastKind.FORMAT.classes().stream()
        .filter(format -> takers.getOrDefault(format, Set.of()).size() >= FEWEST_PEOPLE)
        .toList();
  }

  ForecastExamples examples() {
    return examples;
  }

  /** What is to be beaten. */
  Map<String, Rival> rivals() {
    Map<String, Rival> rivals = new LinkedHashMap<>();
    rivals.put(
        "everyone's formats",
        training -> {
          double[] all = shares(training);
          return example -> all;
        });
    rivals.put("the format declared", this::declared);
    rivals.put("the formats used so far", this::used);
    return rivals;
  }

  /** What those took who declared the same format, drawn to what everyone took. */
  private Rival.Fitted declared(int[] training) {
    double[] all = shares(training);
    Map<String, double[]> counts = new HashMap<>();
    for (int example : training) {
      counts.computeIfAbsent(declared(example), format -> prior(all))[examples.label(example)]++;
    }
    return example -> normalised(counts.getOrDefault(declared(example), all));
  }

  private String declared(int example) {
    return FormatInputs.preferred(examples.inputs(example));
  }

  private static double[] prior(double[] shares) {
    double[] counts = shares.clone();
    for (int c = 0; c < counts.length; c++) {
      counts[c] *= PRIOR_CHOICES;
    }
    return counts;
  }

  /** What they used so far, which is drawn to nothing while it is little, filled up by everyone. */
  private Rival.Fitted used(int[] training) {
    double[] all = shares(training);
    return example -> {
      double[] shares = new double[all.length];
      double left = 1;
      for (int c = 0; c < shares.length; c++) {
        shares[c] = FormatInputs.used(examples.inputs(example), examples.classes().get(c));
        left -= shares[c];
      }
      for (int c = 0; c < shares.length; c++) {
        shares[c] += Math.max(0, left) * all[c];
      }
      return normalised(shares);
    };
  }

  /** The share of each format, above 0. */
  private double[] shares(int[] training) {
    double[] counts = new double[examples.classes().size()];
    for (int c = 0; c < counts.length; c++) {
      counts[c] = 1;
    }
    for (int example : training) {
      counts[examples.label(example)]++;
    }
    return normalised(counts);
  }

  private static double[] normalised(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    double[] shares = values.clone();
    for (int c = 0; c < shares.length; c++) {
      shares[c] /= sum;
    }
    return shares;
  }
}
