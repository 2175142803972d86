package io.growthline.hostile;

/** Another seed in each run, printed; {@code -Dhostile.seed=N} repeats a run. */
public final class HostileSeed {

  private HostileSeed() {}

  public static long print() {
    long seed = Long.getLong("hostile.seed", System.currentTimeMillis());
    System.out.println("hostile.seed=" + seed);
    return seed;
  }
}
