package io.growthline.training.fit;

import io.growthline.recommend.rules.ForecastKind;
import io.growthline.recommend.rules.LogisticModel;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * What a cross-validation has shown, and the model if it is worth having.
 *
 * @param model without a version; null if it was refused
 * @param ours figures of the candidate; null if there was too little to tell
 * @param rivals figures by name, on the same examples
 * @param calibration tenths of the candidate's probabilities; empty if there was too little
 * @param parameters of the fit, by name
 * @param refusal why the candidate is not worth having; null: it is
 */
public record ForecastTrial(
    LogisticModel model,
    ForecastFigures ours,
    Map<String, ForecastFigures> rivals,
    List<CalibrationBand> calibration,
    Map<String, Double> parameters,
    String refusal) {

  /** Fewer examples, or people, or of one class, tell nothing. */
  static final int FEWEST_EXAMPLES = 100;

  static final int FEWEST_PEOPLE = 20;
  static final int FEWEST_OF_A_CLASS = 20;

  /** Less of a log loss than that is not worth a model, however certain. */
  private static final double LEAST_GAIN = 0.001;

  private static final double DAY_MILLIS = 86_400_000;

  /** The parameter by which it is told when completion is decided. */
  public static final String HORIZON_DAYS = "horizonDays";

  /**
   * The newest model there is.
   *
   * @param trainedUntil epoch milliseconds, UTC
   * @param horizon milliseconds after which it held what it foretells to be decided
   */
  public record Champion(LogisticModel model, long trainedUntil, long horizon) {

    /** The same for examples of another horizon: of a shorter one it has seen younger ones. */
    Champion by(long otherHorizon) {
      long younger = Math.max(0, otherHorizon - horizon);
      return new Champion(model, trainedUntil + younger, otherHorizon);
    }
  }

  /**
   * Tries to foretell who completes what they begin.
   *
   * @param people a sample
   * @param until end of the data: epoch milliseconds, UTC
   * @param champion null: there is none yet
   */
  public static ForecastTrial ofCompletion(List<Past> people, long until, Champion champion) {
    CompletionHistory history = new CompletionHistory(people, until);
    Map<String, Double> parameters = howFitted(people);
    parameters.put(HORIZON_DAYS, history.horizon() / DAY_MILLIS);
    return run(
        ForecastKind.COMPLETION,
        history.examples(),
        history.rivals(),
        history.rates(),
        champion == null ? null : champion.by(history.horizon()),
        parameters);
  }

  /**
   * Tries to foretell the format that people learn in next.
   *
   * @param people a sample
   * @param champion null: there is none yet
   */
  public static ForecastTrial ofFormat(List<Past> people, Champion champion) {
    FormatHistory history = new FormatHistory(people);
    return run(
        ForecastKind.FORMAT,
        history.examples(),
        history.rivals(),
        Map.of(),
        champion,
        howFitted(people));
  }

  private static Map<String, Double> howFitted(List<Past> people) {
    Map<String, Double> parameters = new LinkedHashMap<>();
    parameters.put("sampledPeople", (double) people.size());
    parameters.put("ridge", LogisticFit.RIDGE);
    parameters.put("folds", (double) HeldOutForecasts.FOLDS);
    return parameters;
  }

  private static ForecastTrial run(
      ForecastKind kind,
      ForecastExamples examples,
      Map<String, Rival> rivals,
      Map<String, Double> rates,
      Champion champion,
      Map<String, Double> parameters) {
    String tooLittle = tooLittle(examples);
    if (tooLittle != null) {
      return new ForecastTrial(null, null, Map.of(), List.of(), parameters, tooLittle);
    }
    HeldOutForecasts heldOut = new HeldOutForecasts(examples);
    double[][] logOdds = heldOut.logOdds();
    double[][] ours = heldOut.calibrated(logOdds);
    double[] losses = heldOut.losses(ours);
    Map<String, ForecastFigures> figures = new LinkedHashMap<>();
    String refusal = null;
    for (Map.Entry<String, Rival> rival : rivals.entrySet()) {
      double[][] theirs = heldOut.of(rival.getValue());
      figures.put(rival.getKey(), heldOut.figures(theirs));
      if (refusal == null && !isClearlyBetter(losses, heldOut.losses(theirs), examples.people())) {
        refusal = "not clearly better than " + rival.getKey();
      }
    }
    if (refusal == null && champion != null) {
      refusal = againstChampion(champion, examples, losses);
    }
    LogisticModel model = refusal == null ? fit(kind, examples, logOdds, rates) : null;
    return new ForecastTrial(
        model, heldOut.figures(ours), figures, heldOut.bands(ours), parameters, refusal);
  }

  private static String tooLittle(ForecastExamples examples) {
    long people = IntStream.of(examples.people()).distinct().count();
    boolean rare =
        IntStream.range(0, examples.classes().size())
            .anyMatch(c -> examples.count(c) < FEWEST_OF_A_CLASS);
    boolean few = examples.size() < FEWEST_EXAMPLES || people < FEWEST_PEOPLE;
    return few || rare || examples.classes().size() < 2
        ? "too little to tell by: %d examples of %d people, %s"
            .formatted(examples.size(), people, counts(examples))
        : null;
  }

  private static String counts(ForecastExamples examples) {
    Map<String, Long> counts = new LinkedHashMap<>();
    for (int c = 0; c < examples.classes().size(); c++) {
      counts.put(examples.classes().get(c), examples.count(c));
    }
    return counts.toString();
  }

  private static boolean isClearlyBetter(double[] ours, double[] theirs, int[] people) {
    double[] differences = new double[ours.length];
    for (int i = 0; i < differences.length; i++) {
      differences[i] = theirs[i] - (ours[i] + LEAST_GAIN);
    }
    return ByPerson.isClearlyPositiveAcrossFolds(differences, people, HeldOutForecasts.FOLDS);
  }

  /** On what was not known when the champion was trained: it has seen the rest. */
  private static String againstChampion(
      Champion champion, ForecastExamples examples, double[] losses) {
    int[] since =
        IntStream.range(0, examples.size())
            .filter(example -> examples.knownAt(example) > champion.trainedUntil())
            .toArray();
    String version = champion.model().version();
    if (since.length < FEWEST_OF_A_CLASS) {
      return "nothing new: since the champion %s was trained only %d examples came"
          .formatted(version, since.length);
    }
    double ours = IntStream.of(since).mapToDouble(example -> losses[example]).average().orElse(0);
    double theirs =
        IntStream.of(since)
            .mapToDouble(example -> loss(champion.model(), examples, example))
            .average()
            .orElse(0);
    return ours < theirs ? null : "not better than the champion " + version;
  }

  /** What the champion does not know at all it holds to be as good as impossible. */
  private static double loss(LogisticModel model, ForecastExamples examples, int example) {
    String came = examples.classes().get(examples.label(example));
    int known = model.classes().indexOf(came);
    double probability = known < 0 ? 0 : model.probabilities(examples.inputs(example))[known];
    return -Math.log(Math.max(1e-9, probability));
  }

  /** Fitted to everyone; the calibration is that of those it had not seen. */
  private static LogisticModel fit(
      ForecastKind kind, ForecastExamples examples, double[][] logOdds, Map<String, Double> rates) {
    int[] all = IntStream.range(0, examples.size()).toArray();
    int classes = examples.classes().size();
    return new LogisticModel(
        "",
        examples.classes(),
        kind.features(),
        LogisticFit.fit(examples.inputs(all), examples.labels(all), classes),
        Calibration.fit(logOdds, examples.labels(all), classes),
        rates);
  }
}
