package io.growthline.rulebook;

/**
 * How often one employee may earn with one activity.
 *
 * @param every for {@link Mode#EVERY}: the time that must pass after the last award's local day
 */
public record Repeat(Mode mode, Span every) {

  /** Once ever, each time, or again after a while. */
  public enum Mode {
    ONCE,
    EACH,
    EVERY
  }

  public static final Repeat ONCE = new Repeat(Mode.ONCE, null);
  public static final Repeat EACH = new Repeat(Mode.EACH, null);
}
