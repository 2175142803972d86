package io.growthline.local.comparison;

import java.io.PrintWriter;
import java.math.BigDecimal;

/** Prints a comparison as tables. */
public final class ComparisonText {

  private static final String TOTALS = "%-12s %14s %14s %14s %8s %8s %8s%n";
  private static final String EMPLOYEES = "%-24s %12s %12s %12s %12s %12s %12s%n";
  private static final String GOALS = "%-32s %8s %8s %14s %8s%n";

  private final PrintWriter out;

  private ComparisonText(PrintWriter out) {
    this.out = out;
  }

  /** Prints all of it: totals, who gains and loses most, goals. */
  public static void print(Comparison comparison, PrintWriter out) {
    ComparisonText text = new ComparisonText(out);
    text.totals(comparison);
    out.println();
    text.employees(comparison);
    out.println();
    text.goals(comparison);
  }

  private void totals(Comparison comparison) {
    out.printf(
        "%-12s %14d %14d%n%n", "employees", comparison.employeesA(), comparison.employeesB());
    out.printf(TOTALS, "credits", "A", "B", "difference", "gain", "lose", "same");
    for (Comparison.Total total : comparison.totals()) {
      out.printf(
          TOTALS,
          total.measure(),
          total.a(),
          total.b(),
          difference(total.a(), total.b()),
          total.gain(),
          total.lose(),
          total.same());
    }
  }

  private void employees(Comparison comparison) {
    if (comparison.employees().isEmpty()) {
      out.println("Nobody's credits differ.");
      return;
    }
    out.printf(
        EMPLOYEES,
        "largest differences",
        "earned A",
        "earned B",
        "difference",
        "available A",
        "available B",
        "difference");
    for (Comparison.Employee employee : comparison.employees()) {
      out.printf(
          EMPLOYEES,
          employee.employeeId(),
          employee.earnedA(),
          employee.earnedB(),
          difference(employee.earnedA(), employee.earnedB()),
          employee.availableA(),
          employee.availableB(),
          difference(employee.availableA(), employee.availableB()));
    }
  }

  private void goals(Comparison comparison) {
    if (comparison.goals().isEmpty()) {
      out.println("No goal is newly reached or lost.");
      return;
    }
    out.printf(GOALS, "goals held", "A", "B", "newly reached", "lost");
    for (Comparison.Goal goal : comparison.goals()) {
      out.printf(
          GOALS, goal.goalId(), goal.heldA(), goal.heldB(), goal.newlyReached(), goal.lost());
    }
  }

  private static String difference(BigDecimal a, BigDecimal b) {
    BigDecimal difference = b.subtract(a);
    return difference.signum() == 0 ? "=" : "%+.2f".formatted(difference);
  }
}
