package io.growthline.training.fit;

import io.growthline.recommend.rules.ContentPrior;
import io.growthline.recommend.rules.Signal;
import io.growthline.recommend.rules.SignalId;
import io.growthline.recommend.rules.SignalKind;
import io.growthline.recommend.rules.Signals;
import io.growthline.recommend.rules.Tokens;
import java.util.List;
import org.ejml.data.DMatrixRMaj;

/** The regression from what is known of a person to what they take from then on. */
public final class TasteFit {

  /** How far ahead is looked: what comes later says nothing of what is next. */
  private static final int MOST_AHEAD = 50;

  private static final List<Signal> NOTHING_KNOWN =
      List.of(new Signal(new SignalId(SignalKind.ANYONE, ""), 1));

  private final Vocabulary vocabulary;
  private final TasteParameters parameters;
  private final Signals signals;

  public TasteFit(Vocabulary vocabulary, TasteParameters parameters) {
    this.vocabulary = vocabulary;
    this.parameters = parameters;
    this.signals = new Signals(parameters.memory());
  }

  /** Statistics of nobody yet. */
  public RidgeStatistics nothing() {
    return new RidgeStatistics(vocabulary.signals().size(), vocabulary.activities().size());
  }

  /** Adds a person's examples to the statistics. */
  public void add(PersonHistory person, RidgeStatistics statistics) {
    double weight = Math.pow(Math.max(1, person.takings()), parameters.personPower());
    for (int i = 0; i < person.examples().size(); i++) {
      Tokens known = vocabulary.tokens(known(person.examples().get(i), signals));
      statistics.add(weight, known, ahead(person, i));
    }
  }

  /** The signals of what was known. */
  static List<Signal> known(Example example, Signals signals) {
    return example.known() == null ? NOTHING_KNOWN : signals.of(example.known());
  }

  private Tokens ahead(PersonHistory person, int example) {
    Tokens.Builder next = new Tokens.Builder(0);
    double weight = 1;
    for (String activity : person.takenFrom(example, MOST_AHEAD)) {
      Integer number = vocabulary.number(activity);
      if (number != null) {
        next.add(number, weight);
      }
      weight *= parameters.futureDecay();
    }
    return next.build();
  }

  /** What the rule book alone says, signals × activities. */
  public static DMatrixRMaj prior(Vocabulary vocabulary, ContentPrior prior) {
    List<SignalId> signals = vocabulary.signals();
    List<String> activities = vocabulary.activities();
    DMatrixRMaj matrix = new DMatrixRMaj(signals.size(), activities.size());
    for (int signal = 0; signal < signals.size(); signal++) {
      for (int activity = 0; activity < activities.size(); activity++) {
        matrix.unsafe_set(
            signal, activity, prior.of(signals.get(signal), activities.get(activity)));
      }
    }
    return matrix;
  }

  /** The same as floats, by signal. */
  public static float[][] rows(DMatrixRMaj matrix) {
    float[][] rows = new float[matrix.getNumRows()][matrix.getNumCols()];
    for (int row = 0; row < rows.length; row++) {
      for (int column = 0; column < rows[row].length; column++) {
        rows[row][column] = (float) matrix.unsafe_get(row, column);
      }
    }
    return rows;
  }
}
