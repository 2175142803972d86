package io.growthline.ledger.rules;

import io.growthline.rulebook.Activity;
import io.growthline.rulebook.Goal;
import io.growthline.rulebook.GoalTerms;
import io.growthline.rulebook.Requirement;
import io.growthline.rulebook.RuleBook;
import io.growthline.rulebook.SchemeTerms;
import io.growthline.rulebook.Versions;
import io.growthline.schemas.ledger.Category;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A rule book with what the fold derives from it once: calendar, selectors, and what makes time
 * pass. Shared by all employees of an operator instance.
 */
public final class CompiledRules {

  private final RuleBook book;
  private final LocalCalendar calendar;
  private final GoalSelectors selectors;
  private final GoalClock clock;
  private final List<Activity> everRequired;

  /** By the day from which they are on offer: what is on offer changes only on few days. */
  private final Map<Integer, Offerings> offerings = new ConcurrentHashMap<>();

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
    this.everRequired =
        book.activities().values().stream().filter(CompiledRules::isEverRequired).toList();
  }

  public RuleBook book() {
    return book;
  }

  public LocalCalendar calendar() {
    return calendar;
  }

  /** The last local day on which credits that came in on a day can be spent. */
  int expiresOn(int day) {
    SchemeTerms scheme = book.scheme().at(day);
    return scheme == null || scheme.expiry() == null ? Lot.NEVER : scheme.expiry().after(day);
  }

  /** What is on offer on a local day. */
  Offerings offeringsOn(int day) {
    Integer changed = book.changeDays().floor(day);
    return offerings.computeIfAbsent(
        changed == null ? Versions.START : changed, since -> new Offerings(book, day));
  }

  GoalSelectors selectors() {
    return selectors;
  }

  /** Activities that are of category required in some version: few among thousands. */
  List<Activity> everRequired() {
    return everRequired;
  }

  private static boolean isEverRequired(Activity activity) {
    for (int from : activity.versions().fromDays()) {
      if (activity.versions().at(from).category() == Category.REQUIRED) {
        return true;
      }
    }
    return false;
  }

  GoalClock clock() {
    return clock;
  }
}
