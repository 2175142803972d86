package io.growthline.training.fit;

import io.growthline.recommend.rules.Signal;
import io.growthline.recommend.rules.SignalId;
import io.growthline.recommend.rules.Tokens;
import java.io.Serializable;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The signals and activities that a model knows, numbered from 0, the most frequent first. */
public final class Vocabulary implements Serializable {

  private static final long serialVersionUID = 1L;

  /** What one person alone has tells nothing of others. */
  private static final long FEWEST_PEOPLE = 2;

  private static final Comparator<Map.Entry<SignalId, Long>> FREQUENT_SIGNAL_FIRST =
      Map.Entry.<SignalId, Long>comparingByValue()
          .reversed()
          .thenComparing(entry -> entry.getKey().kind())
          .thenComparing(entry -> entry.getKey().subject());

  private static final Comparator<Map.Entry<String, Long>> FREQUENT_ACTIVITY_FIRST =
      Map.Entry.<String, Long>comparingByValue().reversed().thenComparing(Map.Entry::getKey);

  private final List<SignalId> signals;
  private final List<String> activities;
  private final HashMap<SignalId, Integer> signalNumbers = new HashMap<>();
  private final HashMap<String, Integer> activityNumbers = new HashMap<>();

  public Vocabulary(List<SignalId> signals, List<String> activities) {
    this.signals = List.copyOf(signals);
    this.activities = List.copyOf(activities);
    signals.forEach(signal -> signalNumbers.put(signal, signalNumbers.size()));
    activities.forEach(activity -> activityNumbers.put(activity, activityNumbers.size()));
  }

  /**
   * The most frequent ones.
   *
   * @param signals people who have each signal
   * @param activities people who took each activity
   * @param mostSignals the rarest beyond are left out
   * @param mostActivities the rarest beyond are left out
   */
  public static Vocabulary of(
      Map<SignalId, Long> signals,
      Map<String, Long> activities,
      int mostSignals,
      int mostActivities) {
    return new Vocabulary(
        signals.entrySet().stream()
            .filter(entry -> entry.getValue() >= FEWEST_PEOPLE)
            .sorted(FREQUENT_SIGNAL_FIRST)
            .limit(mostSignals)
            .map(Map.Entry::getKey)
            .toList(),
        activities.entrySet().stream()
            .sorted(FREQUENT_ACTIVITY_FIRST)
            .limit(mostActivities)
            .map(Map.Entry::getKey)
            .toList());
  }

  /** The more frequent part of it. */
  Vocabulary first(int mostSignals, int mostActivities) {
    return new Vocabulary(
        signals.subList(0, Math.min(mostSignals, signals.size())),
        activities.subList(0, Math.min(mostActivities, activities.size())));
  }

  public List<SignalId> signals() {
    return signals;
  }

  public List<String> activities() {
    return activities;
  }

  /** The number of an activity; null: not known. */
  Integer number(String activity) {
    return activityNumbers.get(activity);
  }

  /** Those of the signals that are known. */
  Tokens tokens(List<Signal> known) {
    Tokens.Builder tokens = new Tokens.Builder(known.size());
    for (Signal signal : known) {
      Integer number = signalNumbers.get(signal.id());
      if (number != null) {
        tokens.add(number, signal.weight());
      }
    }
    return tokens.build();
  }
}
