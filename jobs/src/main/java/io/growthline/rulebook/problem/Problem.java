package io.growthline.rulebook.problem;

/**
 * One thing that is wrong, or doubtful, in a rule book.
 *
 * @param file the file as its reader named it
 * @param line 1 for the first line
 * @param message one line: what is wrong and how to mend it
 */
public record Problem(String file, int line, String message, ProblemCode code) {

  public Severity severity() {
    return code.severity();
  }

  /** {@code FILE:LINE: error: message [code]}. */
  @Override
  public String toString() {
    return file + ":" + line + ": " + severity() + ": " + message + " [" + code + "]";
  }
}
