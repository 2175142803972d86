package io.growthline.local.statement;

import java.io.PrintWriter;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** Prints a statement. */
public final class StatementText {

  private static final int WHAT_WIDTH = 48;

  private StatementText() {}

  /** Prints all of it: entries with a running balance, the balance, goals held, and the gaps. */
  public static void print(Statement statement, PrintWriter out) {
    out.println("Credits of " + statement.employeeId());
    out.println();
    printEntries(statement, out);
    out.println();
    printBalance(statement.balance(), out);
    if (!statement.refusals().isEmpty()) {
      out.println();
      out.println("Not credited, or less than usual:");
      statement.refusals().forEach(refusal -> out.println("  " + line(refusal)));
    }
    if (!statement.held().isEmpty()) {
      out.println();
      out.println("Reached:");
      statement
          .held()
          .forEach(held -> out.println("  " + held.goal() + ", since " + held.sinceDay()));
    }
    if (!statement.gaps().isEmpty()) {
      out.println();
      out.println("Still missing:");
      statement.gaps().forEach(gap -> out.println("  " + line(gap)));
    }
  }

  private static void printEntries(Statement statement, PrintWriter out) {
    BigDecimal running = BigDecimal.ZERO;
    for (Statement.Entry entry : statement.entries()) {
      running = running.add(entry.change());
      out.printf(
          "%s  %-" + WHAT_WIDTH + "s %+10.2f %12.2f%n",
          entry.day(),
          entry.what(),
          entry.change(),
          running);
    }
    if (statement.entries().isEmpty()) {
      out.println("No credits so far.");
    }
  }

  private static void printBalance(Statement.Balance balance, PrintWriter out) {
    if (balance == null) {
      out.println("Balance: not known.");
      return;
    }
    out.printf(
        "Balance: %.2f available of %.2f earned (required %.2f, elective %.2f, practice %.2f)%n",
        balance.available(),
        balance.earned(),
        balance.required(),
        balance.elective(),
        balance.practice());
  }

  private static String line(Statement.Refusal refusal) {
    String detail = refusal.detail() == null ? "" : ": " + refusal.detail();
    return refusal.day() + "  " + refusal.what() + " " + refusal.outcome() + detail;
  }

  private static String line(Statement.Gap gap) {
    boolean ratio = gap.unit().equals("ratio");
    String figures =
        "%s of %s%s, %s short"
            .formatted(
                figure(gap.current(), ratio),
                figure(gap.target(), ratio),
                ratio ? "" : " " + gap.unit(),
                figure(gap.gap(), ratio));
    boolean listed = gap.missing() != null && gap.missing().length() > "[]".length();
    return (gap.goal().equals("scheme") ? "This period" : gap.goal())
        + ": "
        + gap.requirement()
        + " "
        + figures
        + (listed ? ", missing " + gap.missing() : "");
  }

  private static String figure(BigDecimal value, boolean ratio) {
    BigDecimal shown = ratio ? value.movePointRight(2).setScale(2, RoundingMode.DOWN) : value;
    return shown.stripTrailingZeros().toPlainString() + (ratio ? " %" : "");
  }
}
