package io.growthline.local.recovery;

import io.growthline.oracle.OracleResult;
import io.growthline.schemas.ledger.Balance;
import io.growthline.schemas.ledger.Category;
import io.growthline.schemas.ledger.EmployeeProgress;
import io.growthline.schemas.ledger.GoalProgress;
import io.growthline.schemas.ledger.RequirementProgress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;

/**
 * Where an employee stands at rest, as comparable text, whoever says so.
 *
 * @param credits earned, available, redeemed, expired, lapsed, debt, required, elective, practice,
 *     earned in the period: hundredths
 * @param held goals held, with since when
 * @param progress every requirement shown, with its figures
 */
record Standing(List<Long> credits, TreeSet<String> held, TreeSet<String> progress) {

  static Standing of(OracleResult result) {
    Map<Category, Long> byCategory = result.sums().byCategory();
    Standing standing =
        new Standing(
            List.of(
                result.sums().earned(),
                result.sums().available(),
                result.sums().redeemed(),
                result.sums().expired(),
                result.sums().lapsed(),
                result.sums().debt(),
                byCategory.get(Category.REQUIRED),
                byCategory.get(Category.ELECTIVE),
                byCategory.get(Category.PRACTICE),
                result.sums().periodEarned()),
            new TreeSet<>(),
            new TreeSet<>());
    result.held().forEach(hold -> standing.held.add(text(hold.goalId(), hold.since())));
    for (OracleResult.Row row : result.progress()) {
      OracleResult.Figures f = row.figures();
      standing.progress.add(
          text(
              row.goalId(),
              row.requirement(),
              f.unit(),
              f.current(),
              f.target(),
              f.gap(),
              f.met(),
              f.missing(),
              f.completed()));
    }
    return standing;
  }

  static Standing of(Balance balance, EmployeeProgress progress) {
    Standing standing =
        new Standing(
            List.of(
                balance.earned(),
                balance.available(),
                balance.redeemed(),
                balance.expired(),
                balance.lapsed(),
                balance.debt(),
                balance.required(),
                balance.elective(),
                balance.practice(),
                balance.periodEarned()),
            new TreeSet<>(),
            new TreeSet<>());
    for (GoalProgress goal : progress.goals()) {
      if (goal.held()) {
        standing.held.add(text(goal.goalId(), goal.since()));
      }
      for (RequirementProgress r : goal.requirements()) {
        standing.progress.add(
            text(
                goal.goalId(),
                r.requirement(),
                r.unit(),
                r.current(),
                r.target(),
                r.gap(),
                r.met(),
                r.missing(),
                r.completed()));
      }
    }
    return standing;
  }

  /** For each employee whose standing is not as expected, a text that tells both; at most ten. */
  static List<String> differences(Map<String, Standing> expected, Map<String, Standing> actual) {
    List<String> differences = new ArrayList<>();
    expected.forEach(
        (employee, standing) -> {
          if (!standing.equals(actual.get(employee))) {
            differences.add(employee + ": " + standing.against(actual.get(employee)));
          }
        });
    actual.keySet().stream()
        .filter(employee -> !expected.containsKey(employee))
        .forEach(employee -> differences.add(employee + ": not expected at all"));
    return differences;
  }

  private String against(Standing actual) {
    if (actual == null) {
      return "nothing came";
    }
    return "credits %s, not %s; held %s; progress %s"
        .formatted(
            credits,
            actual.credits,
            difference(held, actual.held),
            difference(progress, actual.progress));
  }

  private static String difference(TreeSet<String> expected, TreeSet<String> actual) {
    TreeSet<String> missing = new TreeSet<>(expected);
    missing.removeAll(actual);
    TreeSet<String> extra = new TreeSet<>(actual);
    extra.removeAll(expected);
    return "lacks " + missing + ", has " + extra;
  }

  private static String text(Object... values) {
    return String.join(" ", Arrays.stream(values).map(Objects::toString).toList());
  }
}
