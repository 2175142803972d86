package io.growthline.ledger.rules;

import io.growthline.rulebook.Goal;
import io.growthline.rulebook.GoalTerms;
import io.growthline.rulebook.Requirement;
import io.growthline.rulebook.RuleBook;
import java.util.ArrayList;
import java.util.List;

/**
 * A rule book with what the fold derives from it once: calendar, selectors, and what makes time
 * pass. Immutable, shared by all employees of an operator instance.
 */
public final class CompiledRules {

  private final RuleBook book;
  private final LocalCalendar calendar;
  private final GoalSelectors selectors;
  private final GoalClock clock;

  public CompiledRules(RuleBook book) {
    this.book = book;
    this.calendar = new LocalCalendar(book.zone(), book.period());
    List<GoalTerms> everyVersion = new ArrayList<>();
    for (Goal goal : book.goals()) {
      for (int from : goal.versions().fromDays()) {
        everyVersion.add(goal.versions().at(from));
      }
    }
    List<List<Requirement>> requirements = new ArrayList<>();
    for (GoalTerms terms : everyVersion) {
      if (terms.requires() != null) {
        requirements.add(terms.requires());
      }
    }
    this.selectors = new GoalSelectors(requirements);
    this.clock = new GoalClock(book, calendar, everyVersion);
  }

  public RuleBook book() {
    return book;
  }

  public LocalCalendar calendar() {
    return calendar;
  }

  GoalSelectors selectors() {
    return selectors;
  }

  GoalClock clock() {
    return clock;
  }
}
