package io.growthline.ledger.rules;

/**
 * The milestone last announced for one goal.
 *
 * @param firing how often reaching it was announced
 * @param held whether the last one said reached
 */
public record Announced(int firing, boolean held) {

  static final Announced NOTHING = new Announced(0, false);

  /** Comparable to {@link GoalEdge#position}; before anything: 0. */
  int position() {
    return firing == 0 ? 0 : 2 * firing + (held ? 0 : 1);
  }
}
