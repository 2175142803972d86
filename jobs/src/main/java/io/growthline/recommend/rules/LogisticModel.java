package io.growthline.recommend.rules;

import java.util.List;
import java.util.Map;

/**
 * How probable each of a few classes is: a logistic regression, and after it a calibration of each
 * class's log-odds. Plain figures, so that scoring needs nothing that fitting needs. Immutable.
 */
public final class LogisticModel {

  /** Log-odds beyond are as good as certain, and would only overflow. */
  private static final double MOST_LOG_ODDS = 30;

  private final String version;
  private final List<String> classes;
  private final List<String> features;
  private final double[][] weights;
  private final double[][] calibration;
  private final Map<String, Double> rates;

  /**
   * @param version names it, for example {@code 2026-11-25-1f3a5b7c}
   * @param classes at least two
   * @param features names of what it is told, in order
   * @param weights by class: one for each feature, then the intercept; not copied
   * @param calibration by class: slope and shift of its log-odds; not copied
   * @param rates what became of activities so far, 0..1, by id; see {@link #rate}
   * @throws IllegalArgumentException if these do not fit together
   */
  public LogisticModel(
      String version,
      List<String> classes,
      List<String> features,
      double[][] weights,
      double[][] calibration,
      Map<String, Double> rates) {
    check("classes", weights.length, classes.size());
    check("classes", calibration.length, classes.size());
    for (int c = 0; c < weights.length; c++) {
      check("weights", weights[c].length, features.size() + 1);
      check("figures of calibration", calibration[c].length, 2);
    }
    this.version = version;
    this.classes = List.copyOf(classes);
    this.features = List.copyOf(features);
    this.weights = weights;
    this.calibration = calibration;
    this.rates = Map.copyOf(rates);
  }

  private static void check(String what, int found, int expected) {
    if (found != expected) {
      throw new IllegalArgumentException(found + " " + what + ", not " + expected);
    }
  }

  public String version() {
    return version;
  }

  public List<String> classes() {
    return classes;
  }

  public List<String> features() {
    return features;
  }

  /** Rates by activity; that of the empty id is everyone's. */
  public Map<String, Double> rates() {
    return rates;
  }

  /** The rate of an activity so far; everyone's where it has none; 0.5 where there is neither. */
  public double rate(String activityId) {
    Double own = rates.get(activityId);
    return own == null ? rates.getOrDefault("", 0.5) : own;
  }

  /** A class's weights, the intercept last; not to be changed. */
  double[] weights(int classNumber) {
    return weights[classNumber];
  }

  /** Slope and shift of a class; not to be changed. */
  double[] calibration(int classNumber) {
    return calibration[classNumber];
  }

  /**
   * The probability of each class, 0..1, in all 1.
   *
   * @param inputs one for each feature
   */
  public double[] probabilities(double[] inputs) {
    return calibrated(logOdds(weights, inputs), calibration);
  }

  /**
   * Calibrated probabilities, 0..1, in all 1.
   *
   * @param logOdds by class
   * @param calibration by class: slope and shift
   */
  public static double[] calibrated(double[] logOdds, double[][] calibration) {
    double[] probabilities = new double[logOdds.length];
    double sum = 0;
    for (int c = 0; c < probabilities.length; c++) {
      probabilities[c] = logistic(calibration[c][0] * logOdds[c] + calibration[c][1]);
      sum += probabilities[c];
    }
    for (int c = 0; c < probabilities.length; c++) {
      probabilities[c] /= sum;
    }
    return probabilities;
  }

  /**
   * Each class's log-odds against all others, before calibration.
   *
   * @param weights by class, the intercept last
   */
  public static double[] logOdds(double[][] weights, double[] inputs) {
    double[] scores = new double[weights.length];
    for (int c = 0; c < scores.length; c++) {
      scores[c] = weights[c][inputs.length];
      for (int i = 0; i < inputs.length; i++) {
        scores[c] += weights[c][i] * inputs[i];
      }
    }
    double[] logOdds = new double[scores.length];
    for (int c = 0; c < scores.length; c++) {
      logOdds[c] = bounded(scores[c] - logSumOfOthers(scores, c));
    }
    return logOdds;
  }

  private static double logSumOfOthers(double[] scores, int but) {
    double most = Double.NEGATIVE_INFINITY;
    for (int c = 0; c < scores.length; c++) {
      most = c == but ? most : Math.max(most, scores[c]);
    }
    double sum = 0;
    for (int c = 0; c < scores.length; c++) {
      sum += c == but ? 0 : Math.exp(scores[c] - most);
    }
    return most + Math.log(sum);
  }

  private static double bounded(double logOdds) {
    return Math.max(-MOST_LOG_ODDS, Math.min(MOST_LOG_ODDS, logOdds));
  }

  private static double logistic(double logOdds) {
    return 1 / (1 + Math.exp(-bounded(logOdds)));
  }
}
