package io.growthline.local.commands;

/** Checks of what options may say. */
final class Options {

  private Options() {}

  /** Refuses a number outside the range, both ends inclusive. */
  static void checkRange(String option, int value, int least, int most) {
    if (value < least || value > most) {
      throw Failure.badUsage("%s %d: choose %d to %d".formatted(option, value, least, most));
    }
  }
}
