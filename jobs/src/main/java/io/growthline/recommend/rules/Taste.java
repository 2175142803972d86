package io.growthline.recommend.rules;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How much people are drawn to the candidates of a day: what the model learned, and what the rule
 * book says where the model knows nothing. A score is a sum of rows, so every signal has an exact
 * share of it.
 */
final class Taste {

  /** Grades, jobs and teams come from elsewhere: their number is not ours to bound. */
  private static final int MOST_ROWS = 100_000;

  /** Stands for a row of zeros. */
  private static final float[] NOTHING = new float[0];

  private final Candidates candidates;
  private final ContentPrior prior;
  private final TasteModel model;
  private final Map<SignalId, Integer> modelRows;
  private final int[] modelColumns;
  private final Signals signals;
  private final Map<SignalId, float[]> rows = new HashMap<>();

  /**
   * @param model null: none is there yet
   */
  Taste(Candidates candidates, ContentPrior prior, TasteModel model) {
    this.candidates = candidates;
    this.prior = prior;
    this.model = model;
    this.modelRows = model == null ? Map.of() : numbered(model.signals());
    this.modelColumns = new int[candidates.size()];
    Map<String, Integer> columns = model == null ? Map.of() : numbered(model.activities());
    for (int candidate = 0; candidate < modelColumns.length; candidate++) {
      modelColumns[candidate] = columns.getOrDefault(candidates.id(candidate), -1);
    }
    this.signals = new Signals(model == null ? Memory.DEFAULT : model.memory());
  }

  private static <T> Map<T, Integer> numbered(List<T> things) {
    Map<T, Integer> numbers = new HashMap<>();
    for (T thing : things) {
      numbers.put(thing, numbers.size());
    }
    return Collections.unmodifiableMap(numbers);
  }

  /** Makes signals of vectors as the model knows them. */
  Signals signals() {
    return signals;
  }

  /** The score of every candidate: the sum of all {@linkplain #share shares}. */
  double[] scores(List<Signal> known) {
    double[] scores = new double[candidates.size()];
    for (Signal signal : known) {
      float[] row = row(signal.id());
      double weight = signal.weight();
      for (int candidate = 0; candidate < row.length; candidate++) {
        scores[candidate] += weight * row[candidate];
      }
    }
    return scores;
  }

  /** What a signal adds to a candidate's score. */
  double share(Signal signal, int candidate) {
    float[] row = row(signal.id());
    return row.length == 0 ? 0 : signal.weight() * row[candidate];
  }

  private float[] row(SignalId signal) {
    float[] row = rows.get(signal);
    if (row == null) {
      row = makeRow(signal);
      if (rows.size() >= MOST_ROWS) {
        rows.clear();
      }
      rows.put(signal, row);
    }
    return row;
  }

  private float[] makeRow(SignalId signal) {
    Integer modelRow = modelRows.get(signal);
    float[] learned = modelRow == null ? null : model.row(modelRow);
    float[] row = new float[candidates.size()];
    boolean anything = false;
    for (int candidate = 0; candidate < row.length; candidate++) {
      boolean known = learned != null && modelColumns[candidate] >= 0;
      row[candidate] =
          known
              ? learned[modelColumns[candidate]]
              : (float) prior.of(signal, candidates.id(candidate));
      anything |= row[candidate] != 0;
    }
    return anything ? row : NOTHING;
  }
}
