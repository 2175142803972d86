package io.growthline.training.fit;

import io.growthline.recommend.rules.LogisticModel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import smile.validation.Bag;
import smile.validation.CrossValidation;
import smile.validation.metric.CrossEntropy;

/**
 * Cross-validation by person: nobody is in two folds, so nobody is foretold by a model that has
 * seen them, nor calibrated by the log-odds of one that has. Smile deals people out by how many
 * examples they have, the same way every time.
 */
final class HeldOutForecasts {

  static final int FOLDS = 5;
  private static final int BANDS = 10;

  private final ForecastExamples examples;
  private final Bag[] folds;
  private final int[] foldOf;

  HeldOutForecasts(ForecastExamples examples) {
    this.examples = examples;
    this.folds = CrossValidation.nonoverlap(examples.people(), FOLDS);
    this.foldOf = new int[examples.size()];
    for (int fold = 0; fold < folds.length; fold++) {
      for (int example : folds[fold].oob) {
        foldOf[example] = fold;
      }
    }
  }

  /** Log-odds by example and class, of models fitted without the example's person. */
  double[][] logOdds() {
    double[][] logOdds = new double[examples.size()][];
    for (int fold = 0; fold < folds.length; fold++) {
      addLogOdds(folds[fold].oob, weightsWithout(fold, fold), logOdds);
    }
    return logOdds;
  }

  /**
   * Probabilities by example and class. Those of a fold are calibrated by the log-odds of all other
   * folds, of models that have seen neither: else the calibration would know what came of it.
   *
   * @param logOdds of models fitted without the example's person
   */
  double[][] calibrated(double[][] logOdds) {
    double[][][] ofOthers = new double[folds.length][examples.size()][];
    for (int one = 0; one < folds.length; one++) {
      for (int other = one + 1; other < folds.length; other++) {
        double[][] weights = weightsWithout(one, other);
        addLogOdds(folds[other].oob, weights, ofOthers[one]);
        addLogOdds(folds[one].oob, weights, ofOthers[other]);
      }
    }
    double[][] probabilities = new double[examples.size()][];
    for (int fold = 0; fold < folds.length; fold++) {
      int[] others = folds[fold].samples;
      double[][] known = ofOthers[fold];
      double[][] calibration =
          Calibration.fit(
              Arrays.stream(others).mapToObj(one -> known[one]).toArray(double[][]::new),
              examples.labels(others),
              examples.classes().size());
      for (int example : folds[fold].oob) {
        probabilities[example] = LogisticModel.calibrated(logOdds[example], calibration);
      }
    }
    return probabilities;
  }

  private double[][] weightsWithout(int one, int other) {
    int[] training =
        IntStream.range(0, foldOf.length)
            .filter(example -> foldOf[example] != one && foldOf[example] != other)
            .toArray();
    return LogisticFit.fit(
        examples.inputs(training), examples.labels(training), examples.classes().size());
  }

  private void addLogOdds(int[] some, double[][] weights, double[][] logOdds) {
    for (int example : some) {
      logOdds[example] = LogisticModel.logOdds(weights, examples.inputs(example));
    }
  }

  /** What a rival foretells that has learned of all other folds. */
  double[][] of(Rival rival) {
    double[][] probabilities = new double[examples.size()][];
    for (Bag fold : folds) {
      Rival.Fitted fitted = rival.fit(fold.samples);
      for (int example : fold.oob) {
        probabilities[example] = fitted.probabilities(example);
      }
    }
    return probabilities;
  }

  /** How well these probabilities did. */
  ForecastFigures figures(double[][] probabilities) {
    double[] byFold =
        Arrays.stream(folds)
            .mapToDouble(
                fold ->
                    CrossEntropy.of(
                        examples.labels(fold.oob),
                        Arrays.stream(fold.oob)
                            .mapToObj(one -> probabilities[one])
                            .toArray(double[][]::new)))
            .toArray();
    double mean = Arrays.stream(byFold).average().orElse(0);
    double variance =
        Arrays.stream(byFold).map(loss -> (loss - mean) * (loss - mean)).average().orElse(0);
    return new ForecastFigures(
        examples.size(),
        Arrays.stream(losses(probabilities)).average().orElse(0),
        Math.sqrt(variance),
        IntStream.range(0, probabilities.length)
            .mapToDouble(example -> brier(example, probabilities[example]))
            .average()
            .orElse(0));
  }

  /** The log loss of each example. */
  double[] losses(double[][] probabilities) {
    return IntStream.range(0, probabilities.length)
        .mapToDouble(example -> -Math.log(probabilities[example][examples.label(example)]))
        .toArray();
  }

  private double brier(int example, double[] probabilities) {
    double sum = 0;
    for (int c = 0; c < probabilities.length; c++) {
      double distance = probabilities[c] - (examples.label(example) == c ? 1 : 0);
      sum += distance * distance;
    }
    return sum / 2;
  }

  /** Tenths of all probabilities, the lowest first, beside what came; of two classes the second. */
  List<CalibrationBand> bands(double[][] probabilities) {
    record Told(double probability, boolean came) {}
    int classes = examples.classes().size();
    List<Told> told = new ArrayList<>();
    for (int example = 0; example < probabilities.length; example++) {
      for (int c = classes == 2 ? 1 : 0; c < classes; c++) {
        told.add(new Told(probabilities[example][c], examples.label(example) == c));
      }
    }
    told.sort(Comparator.comparingDouble(Told::probability));
    List<CalibrationBand> bands = new ArrayList<>();
    for (int band = 0; band < BANDS; band++) {
      List<Told> within =
          told.subList(told.size() * band / BANDS, told.size() * (band + 1) / BANDS);
      bands.add(
          new CalibrationBand(
              within.size(),
              within.stream().mapToDouble(Told::probability).average().orElse(0),
              within.stream().mapToDouble(one -> one.came() ? 1 : 0).average().orElse(0)));
    }
    return bands;
  }
}
