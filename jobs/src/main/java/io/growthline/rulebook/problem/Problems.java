package io.growthline.rulebook.problem;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Collects the problems of one file, to be told in file order whatever found them. */
public final class Problems {

  /** Keeps a hostile file from filling the memory with what is wrong in it. */
  private static final int LIMIT = 100_000;

  private final String file;
  private final List<Placed> found = new ArrayList<>();
  private boolean errors;

  private record Placed(int column, Problem problem) {}

  /**
   * Begins without problems.
   *
   * @param file the name problems carry
   */
  public Problems(String file) {
    this.file = file;
  }

  /**
   * Notes a problem. After 100,000 only one more is noted, which says that the rest is left out.
   *
   * @param line 1 for the first line
   * @param column orders problems of one line
   */
  public void add(int line, int column, ProblemCode code, String message) {
    errors |= code.severity() == Severity.ERROR;
    if (found.size() < LIMIT) {
      found.add(new Placed(column, new Problem(file, line, message, code)));
    } else if (found.size() == LIMIT) {
      String rest = "more than " + LIMIT + " problems; the rest is left out";
      found.add(new Placed(column, new Problem(file, line, rest, ProblemCode.TOO_LARGE)));
      errors = true;
    }
  }

  public boolean hasErrors() {
    return errors;
  }

  /** All problems by line, then by column, then in the order they were found. */
  public List<Problem> inFileOrder() {
    return found.stream()
        .sorted(
            Comparator.comparingInt((Placed placed) -> placed.problem().line())
                .thenComparingInt(Placed::column))
        .map(Placed::problem)
        .toList();
  }
}
