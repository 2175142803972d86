package io.growthline.training;

/**
 * Bounds of a training; memory and time grow with the square of the signals.
 *
 * @param mostSignals the rarest beyond are left out, 10 to 20,000
 * @param mostActivities the rarest beyond are left out, 1 to 20,000
 * @param mostSampled people by whom parameters are chosen and models are judged, and to whom those
 *     that foretell are fitted, 10 to 20,000
 */
public record TrainingOptions(int mostSignals, int mostActivities, int mostSampled) {

  /** Whoever has as many signals as that needs some four gigabytes of heap: their square counts. */
  public static final TrainingOptions DEFAULT = new TrainingOptions(6_000, 5_000, 3_000);

  private static final int MOST = 20_000;
  private static final int FEW = 10;

  public TrainingOptions {
    check("signals", mostSignals, FEW);
    check("activities", mostActivities, 1);
    check("sampled people", mostSampled, FEW);
  }

  private static void check(String what, int value, int least) {
    if (value < least || value > MOST) {
      throw new IllegalArgumentException(
          "%d %s: choose %d to %d".formatted(value, what, least, MOST));
    }
  }
}
