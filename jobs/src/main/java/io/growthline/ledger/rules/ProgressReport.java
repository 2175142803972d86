package io.growthline.ledger.rules;

import io.growthline.rulebook.Goal;
import io.growthline.rulebook.GoalTerms;
import io.growthline.rulebook.Requirement;
import io.growthline.rulebook.RequirementText;
import io.growthline.rulebook.SchemeTerms;
import io.growthline.schemas.ledger.Category;
import io.growthline.schemas.ledger.GoalKind;
import io.growthline.schemas.ledger.GoalProgress;
import io.growthline.schemas.ledger.RequirementProgress;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What an employee is shown: progress towards the scheme's targets and towards each goal. */
public final class ProgressReport {

  private static final String SCHEME = "scheme";

  private final CompiledRules rules;
  private final Account account;
  private final RequirementGauge gauge;
  private final Suggestions suggestions;

  /**
   * @param suggesting whether to say what would close each gap
   */
  ProgressReport(CompiledRules rules, Account account, boolean suggesting) {
    this.rules = rules;
    this.account = account;
    this.gauge = new RequirementGauge(rules, account);
    this.suggestions = suggesting ? new Suggestions(rules, account, gauge) : null;
  }

  /** One entry for the scheme, if it has a target, and for each goal that is for them, or held. */
  public List<GoalProgress> goals() {
    List<GoalProgress> all = new ArrayList<>();
    int today = account.today();
    SchemeTerms scheme = rules.book().scheme().at(today);
    if (scheme != null && scheme.target() != null) {
      all.add(
          new GoalProgress(
              SCHEME, GoalKind.SCHEME, Map.of(), false, null, 0, schemeTargets(scheme)));
    }
    for (Goal goal : rules.book().goals()) {
      GoalProgress progress = progress(goal, today);
      if (progress != null) {
        all.add(progress);
      }
    }
    return all;
  }

  private GoalProgress progress(Goal goal, int today) {
    GoalTerms terms = goal.versions().at(today);
    GoalStanding standing = account.goal(goal.id());
    boolean shown =
        terms != null
            && terms.requires() != null
            && !account.person().left()
            && Goals.concerns(terms.who(), account.person(), today);
    if (!shown && !standing.held()) {
      return null;
    }
    GoalTerms named = terms == null ? goal.versions().latest() : terms;
    return new GoalProgress(
        goal.id(),
        named.kind(),
        named.titles(),
        standing.held(),
        standing.held() ? standing.since() : null,
        standing.firing(),
        shown ? requirements(terms.requires(), standing.held()) : List.of());
  }

  private List<RequirementProgress> requirements(List<Requirement> requires, boolean held) {
    List<RequirementProgress> rows = new ArrayList<>();
    Map<String, Integer> seen = new HashMap<>();
    for (Requirement requirement : requires) {
      String text = RequirementText.of(requirement);
      int occurrence = seen.merge(text, 1, Integer::sum);
      List<String> named = gauge.activitiesOf(requirement);
      List<String> completed = gauge.completedOf(named);
      List<String> missing = new ArrayList<>(named);
      missing.removeAll(completed);
      rows.add(
          row(
              occurrence == 1 ? text : text + "#" + occurrence,
              gauge.figures(requirement),
              missing,
              completed,
              held || suggestions == null ? List.of() : suggestions.closing(requirement)));
    }
    return rows;
  }

  private List<RequirementProgress> schemeTargets(SchemeTerms scheme) {
    List<RequirementProgress> rows = new ArrayList<>();
    rows.add(schemeRow("total", null, scheme.target()));
    if (scheme.requiredShare() != null) {
      long required = part(scheme.target(), scheme.requiredShare());
      long elective = part(scheme.target(), scheme.electiveShare());
      rows.add(schemeRow("category=required", Category.REQUIRED, required));
      rows.add(schemeRow("category=elective", Category.ELECTIVE, elective));
      rows.add(
          schemeRow("category=practice", Category.PRACTICE, scheme.target() - required - elective));
    }
    return rows;
  }

  private RequirementProgress schemeRow(String amount, Category category, long target) {
    Figures figures = Figures.ofCredits(account.earnedInPeriod(category), target);
    return row("credits(" + amount + ")", figures, List.of(), List.of(), List.of());
  }

  private static RequirementProgress row(
      String text,
      Figures figures,
      List<String> missing,
      List<String> completed,
      List<String> suggested) {
    return new RequirementProgress(
        text,
        figures.unit(),
        figures.current(),
        figures.target(),
        figures.gap(),
        figures.met(),
        missing,
        completed,
        suggested);
  }

  private static long part(long target, BigDecimal share) {
    return BigDecimal.valueOf(target)
        .multiply(share)
        .setScale(0, RoundingMode.HALF_UP)
        .longValueExact();
  }
}
