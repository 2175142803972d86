package io.growthline.recommend.rules;

import java.util.List;

/** What was learned of people's taste: what each signal adds to the score of each activity. */
public final class TasteModel {

  /** The model id by which it is kept and announced. */
  public static final String ID = "recommender";

  private final String version;
  private final Memory memory;
  private final List<SignalId> signals;
  private final List<String> activities;
  private final float[][] rows;

  /**
   * @param version names it, for example {@code 2026-11-25-1f3a5b7c}
   * @param memory how fast what was taken fades
   * @param signals what it knows of people; others tell it nothing
   * @param activities what it can score
   * @param rows by signal: what that adds to the score of each activity; not copied
   * @throws IllegalArgumentException if there are not as many rows as signals, each as long as
   *     there are activities
   */
  public TasteModel(
      String version,
      Memory memory,
      List<SignalId> signals,
      List<String> activities,
      float[][] rows) {
    if (rows.length != signals.size()) {
      throw new IllegalArgumentException(rows.length + " rows of " + signals.size() + " signals");
    }
    for (float[] row : rows) {
      if (row.length != activities.size()) {
        throw new IllegalArgumentException(
            "a row of " + row.length + " scores of " + activities.size() + " activities");
      }
    }
    this.version = version;
    this.memory = memory;
    this.signals = List.copyOf(signals);
    this.activities = List.copyOf(activities);
    this.rows = rows;
  }

  public String version() {
    return version;
  }

  public Memory memory() {
    return memory;
  }

  public List<SignalId> signals() {
    return signals;
  }

  public List<String> activities() {
    return activities;
  }

  /** What the signal at a position adds to the score of each activity; not to be changed. */
  public float[] row(int signal) {
    return rows[signal];
  }
}
