package io.growthline.rulebook.problem;

/** Shows a piece of the file inside a message: short, on one line, without control characters. */
public final class Quote {

  private static final int LONGEST = 60;

  private Quote() {}

  public static String of(String text) {
    String shown = text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
    return "'" + shown.replaceAll("[\\p{Cntrl}\\p{Zl}\\p{Zp}\\p{Cs}\\p{Cf}]", "·") + "'";
  }
}
