package io.growthline.rulebook.grammar;

import io.growthline.rulebook.problem.ProblemCode;
import io.growthline.rulebook.problem.Quote;
import io.growthline.rulebook.yaml.Node;
import java.util.Collection;
import java.util.Comparator;

/** Tells of a key that nobody knows, with the nearest one that is known. */
final class UnknownKey {

  /** Longer keys are compared by their beginning: nothing known is that long. */
  private static final int LONGEST_COMPARED = 40;

  private UnknownKey() {}

  static void tell(Node.Scalar key, String what, Collection<String> known, Reading reading) {
    reading.problem(
        key,
        ProblemCode.UNKNOWN_KEY,
        what
            + " has no key "
            + Quote.of(key.text())
            + "; did you mean "
            + Quote.of(nearest(key.text(), known))
            + "?");
  }

  private static String nearest(String key, Collection<String> known) {
    String compared = key.substring(0, Math.min(key.length(), LONGEST_COMPARED));
    return known.stream()
        .min(Comparator.comparingInt(candidate -> distance(compared, candidate)))
        .orElseThrow();
  }

  /** Fewest letters to insert, drop or replace. */
  private static int distance(String from, String to) {
    int[] row = new int[to.length() + 1];
    for (int column = 0; column < row.length; column++) {
      row[column] = column;
    }
    for (int line = 1; line <= from.length(); line++) {
      int diagonal = row[0];
      row[0] = line;
      for (int column = 1; column < row.length; column++) {
        int replaced = diagonal + (from.charAt(line - 1) == to.charAt(column - 1) ? 0 : 1);
        diagonal = row[column];
        row[column] = Math.min(replaced, 1 + Math.min(diagonal, row[column - 1]));
      }
    }
    return row[to.length()];
  }
}
