package io.growthline.local.statement;

import java.io.PrintWriter;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.function.Function;

/** Prints a statement. */
public final class StatementText {

  private static final String ENTRY = "%-10s  %-48s %10s %10s %10s";

  private StatementText() {}

  /**
   * Prints all of it: the opening balance, entries with a running balance, what it comes to, what
   * was declined, goals held, and the gaps.
   */
  public static void print(Statement statement, PrintWriter out) {
    out.println("Credits of " + statement.employeeId());
    out.println();
    printEntries(statement, out);
    out.println();
    printBalance(statement, out);
    printAll("Other requests:", statement.requests(), StatementText::line, out);
    printAll("Not credited, or less than usual:", statement.refusals(), StatementText::line, out);
    printAll("Reached:", statement.held(), held -> held.goal() + ", since " + held.sinceDay(), out);
    printAll("Still missing:", statement.gaps(), StatementText::line, out);
  }

  private static <T> void printAll(
      String title, List<T> rows, Function<T, String> line, PrintWriter out) {
    if (!rows.isEmpty()) {
      out.println();
      out.println(title);
      rows.forEach(row -> out.println("  " + line.apply(row)));
    }
  }

  private static void printEntries(Statement statement, PrintWriter out) {
    if (statement.entries().isEmpty()) {
      out.println("No credits so far.");
      return;
    }
    BigDecimal running = statement.opening().available();
    out.println(ENTRY.formatted("", "", "earned", "available", "balance"));
    out.println(ENTRY.formatted("", "Opening balance", "", "", running));
    for (Statement.Entry entry : statement.entries()) {
      running = running.add(entry.available());
      out.println(
          ENTRY.formatted(
              entry.day(),
              entry.what(),
              change(entry.earned()),
              change(entry.available()),
              running));
    }
  }

  private static String change(BigDecimal credits) {
    return credits.signum() == 0 ? "" : "%+.2f".formatted(credits);
  }

  private static void printBalance(Statement statement, PrintWriter out) {
    Statement.Balance balance = statement.balance();
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
    printUnlessNone("  redeemed %.2f%n", balance.redeemed(), out);
    printUnlessNone("  expired %.2f%n", balance.expired(), out);
    printUnlessNone("  not carried over %.2f%n", balance.lapsed(), out);
    printUnlessNone("  owed %.2f: the next credits pay this first%n", balance.debt(), out);
    Statement.Expiry next = statement.expiringNext();
    if (next != null) {
      out.printf("  next to expire: %.2f at the end of %s%n", next.credits(), next.day());
    }
  }

  private static void printUnlessNone(String line, BigDecimal credits, PrintWriter out) {
    if (credits.signum() != 0) {
      out.printf(line, credits);
    }
  }

  private static String line(Statement.Answer answer) {
    return answer.day() + "  " + answer.what() + ": " + why(answer);
  }

  private static String why(Statement.Answer answer) {
    if (answer.detail() == null) {
      return words(answer.outcome());
    }
    return switch (answer.outcome()) {
      // Their details are figures alone, which mean nothing without a word.
      case "APPROVED", "CAPPED", "BELOW_PASS_SCORE", "INSUFFICIENT_CREDITS", "LIMIT_REACHED" ->
          words(answer.outcome()) + ", " + answer.detail();
      default -> answer.detail();
    };
  }

  private static String words(String outcome) {
    return switch (outcome) {
      case "APPROVED" -> "granted";
      case "CAPPED" -> "only up to the limit";
      case "BELOW_PASS_SCORE" -> "below the pass score";
      case "NOT_ELIGIBLE" -> "not for this employee";
      case "NOT_EMPLOYED" -> "not employed";
      case "NOT_OFFERED" -> "not on offer";
      case "ALREADY_EARNED" -> "earned before";
      case "VERB_DOES_NOT_EARN" -> "does not earn in this way";
      case "CONFLICT" -> "told twice with different content, the other counts";
      case "INSUFFICIENT_CREDITS" -> "not enough credits";
      case "LIMIT_REACHED" -> "taken as often as allowed";
      case "UNKNOWN_TARGET" -> "nothing there to cancel";
      case "VOIDED" -> "declared void";
      default -> outcome;
    };
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
