package io.growthline.recommend.rules;

import io.growthline.schemas.features.FeatureVector;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * What a feature vector says of a person's taste, as signals. Online and in training it is this
 * class, so that a model meets what it was trained on.
 */
public final class Signals {

  /** Below this a memory or an interest is as good as gone. */
  private static final double FORGOTTEN = 1e-3;

  /** Upper bounds of the bands of tenure in days: a quarter, one year, two and five years. */
  private static final int[] TENURE_BANDS = {90, 365, 730, 1826};

  private final Memory memory;

  /**
   * @param memory how fast what was taken fades
   */
  public Signals(Memory memory) {
    this.memory = memory;
  }

  /** All signals of a person, each thing once. */
  public List<Signal> of(FeatureVector person) {
    List<Signal> signals = new ArrayList<>();
    signals.add(new Signal(SignalId.ANYONE, 1));
    addTaken(person.taken(), signals::add);
    addClicks(SignalKind.CLICKED, person.activityInterest(), signals::add);
    addClicks(SignalKind.INTEREST, person.tagInterest(), signals::add);
    addOccupation(person, signals::add);
    addPreferred(person.preferredFormats(), signals::add);
    addUsed(person, signals::add);
    return signals;
  }

  private void addTaken(List<String> taken, Consumer<Signal> signals) {
    double shortLeft = 1;
    double longLeft = 1;
    for (int i = taken.size() - 1; i >= 0 && longLeft > FORGOTTEN; i--) {
      if (shortLeft > FORGOTTEN) {
        signals.accept(signal(SignalKind.LAST_TAKEN, taken.get(i), shortLeft));
      }
      signals.accept(signal(SignalKind.TAKEN, taken.get(i), longLeft));
      shortLeft *= memory.shortDecay();
      longLeft *= memory.longDecay();
    }
  }

  /** The first click says the most, so clicks saturate. */
  private static void addClicks(
      SignalKind kind, Map<String, Double> clicks, Consumer<Signal> signals) {
    clicks.forEach(
        (subject, count) -> {
          if (count > FORGOTTEN) {
            signals.accept(signal(kind, subject, count / (1 + count)));
          }
        });
  }

  private static void addOccupation(FeatureVector person, Consumer<Signal> signals) {
    if (person.jobId() != null) {
      signals.accept(signal(SignalKind.JOB, person.jobId(), 1));
      if (person.tenureDays() != null) {
        String band = person.jobId() + "/" + tenureBand(person.tenureDays());
        signals.accept(signal(SignalKind.TENURE, band, 1));
      }
    }
    if (person.grade() != null) {
      signals.accept(signal(SignalKind.GRADE, person.grade(), 1));
    }
  }

  /** Number of the band that a tenure lies in, 0 for the newest. */
  static int tenureBand(int days) {
    int band = 0;
    while (band < TENURE_BANDS.length && days >= TENURE_BANDS[band]) {
      band++;
    }
    return band;
  }

  /** The second choice counts half, the third a third. */
  private static void addPreferred(List<String> formats, Consumer<Signal> signals) {
    List<String> distinct = formats.stream().distinct().toList();
    for (int i = 0; i < distinct.size(); i++) {
      signals.accept(signal(SignalKind.PREFERRED_FORMAT, distinct.get(i), 1.0 / (i + 1)));
    }
  }

  private static void addUsed(FeatureVector person, Consumer<Signal> signals) {
    for (FormatHabit habit : FormatHabit.of(person)) {
      if (habit.used() > 0) {
        signals.accept(signal(SignalKind.USED_FORMAT, habit.format(), habit.used()));
      }
    }
  }

  private static Signal signal(SignalKind kind, String subject, double weight) {
    return new Signal(new SignalId(kind, subject), weight);
  }
}
