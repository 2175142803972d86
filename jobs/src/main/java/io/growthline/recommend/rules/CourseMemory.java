package io.growthline.recommend.rules;

/**
 * What a history of courses leaves behind: a short memory, which sees mainly the last course, a
 * long one, which fades slowly, and the plain fact that a course was ever taken.
 *
 * @param courses how many courses there are
 * @param shortDecay what is left of the short memory with every further course, 0..1
 * @param longDecay what is left of the long memory with every further course, 0..1
 */
public record CourseMemory(int courses, double shortDecay, double longDecay) {

  /** The most courses that are remembered, so that no history is too long to score. */
  private static final int MOST_REMEMBERED = 200;

  /** Below this a memory is as good as gone. */
  private static final double FORGOTTEN = 1e-3;

  /** The token that everybody has, so that something can be said to a newcomer. */
  private static final int ANYONE = 0;

  /** Tokens of the two memories, and the one of everybody. */
  public int orderedTokens() {
    return 1 + 2 * courses;
  }

  /** All tokens: those of the memories, then one for each course ever taken. */
  public int tokens() {
    return orderedTokens() + courses;
  }

  /** The token for a course that was ever taken, at whatever time. */
  public int everTaken(int course) {
    return orderedTokens() + course;
  }

  /**
   * What the first courses of a history leave behind in the two memories.
   *
   * @param history courses in the order they were taken, each once
   * @param length how many of them were taken so far
   */
  public Tokens ordered(int[] history, int length) {
    return remember(history, length, 2).build();
  }

  /** Everything that a history leaves behind. */
  public Tokens all(int[] history) {
    Tokens.Builder tokens = remember(history, history.length, 3);
    for (int i = Math.max(0, history.length - MOST_REMEMBERED); i < history.length; i++) {
      tokens.add(everTaken(history[i]), 1);
    }
    return tokens.build();
  }

  private Tokens.Builder remember(int[] history, int length, int perCourse) {
    int first = Math.max(0, length - MOST_REMEMBERED);
    Tokens.Builder tokens = new Tokens.Builder(1 + perCourse * (length - first)).add(ANYONE, 1);
    double shortLeft = 1;
    double longLeft = 1;
    for (int i = length - 1; i >= first; i--) {
      if (shortLeft > FORGOTTEN) {
        tokens.add(1 + history[i], shortLeft);
      }
      if (longLeft > FORGOTTEN) {
        tokens.add(1 + courses + history[i], longLeft);
      }
      shortLeft *= shortDecay;
      longLeft *= longDecay;
    }
    return tokens;
  }
}
