package io.growthline.ledger.rules;

import io.growthline.rulebook.GoalTerms;
import io.growthline.rulebook.Requirement;
import io.growthline.rulebook.RuleBook;
import io.growthline.rulebook.Span;
import io.growthline.rulebook.Who;
import io.growthline.rulebook.Window;
import io.growthline.rulebook.Within;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Knows when goals may change although nothing happens: a definition takes effect, a window ends,
 * an award leaves a rolling window, a hire limit or a tenure passes. All of that is at local
 * midnights.
 */
final class GoalClock {

  private final RuleBook book;
  private final LocalCalendar calendar;
  private final Set<Window> windows = EnumSet.noneOf(Window.class);
  private final Set<Span> rolling = new LinkedHashSet<>();
  private final Set<Integer> hireLimits = new LinkedHashSet<>();
  private final Set<Span> tenures = new LinkedHashSet<>();
  private boolean firesPerPeriod;

  GoalClock(RuleBook book, LocalCalendar calendar, List<GoalTerms> everyVersion) {
    this.book = book;
    this.calendar = calendar;
    for (GoalTerms terms : everyVersion) {
      firesPerPeriod |= terms.perPeriod();
      collect(terms.who());
      if (terms.requires() != null) {
        terms.requires().forEach(this::collect);
      }
    }
    // What was earned in the period is part of every balance, whatever the goals ask.
    windows.add(Window.PERIOD);
    windows.remove(Window.LIFETIME);
  }

  private void collect(Who who) {
    if (who.withinDaysOfHire() != null) {
      hireLimits.add(who.withinDaysOfHire());
    }
    if (who.tenureAtLeast() != null) {
      tenures.add(who.tenureAtLeast());
    }
  }

  private void collect(Requirement requirement) {
    if (requirement instanceof Requirement.CreditsAtLeast credits) {
      Within within = credits.within();
      if (within.rolling() != null) {
        rolling.add(within.rolling());
      } else {
        windows.add(within.window());
      }
    } else if (requirement instanceof Requirement.AnyOf any) {
      any.options().forEach(this::collect);
    }
  }

  /** The next instant after today at which goals may change; MAX_VALUE if there is none. */
  long nextBoundary(Account account) {
    int today = account.today();
    int next = Integer.MAX_VALUE;
    Integer change = book.changeDays().higher(today);
    if (change != null) {
      next = change;
    }
    next = Math.min(next, nextByHire(account.person().hiredOn(), today));
    if (firesPerPeriod) {
      next = Math.min(next, account.window(Window.PERIOD).until());
    }
    next = Math.min(next, nextByWindows(account));
    next = Math.min(next, nextByRolling(account, today));
    return next == Integer.MAX_VALUE ? Long.MAX_VALUE : calendar.startOf(next);
  }

  private int nextByHire(Integer hiredOn, int today) {
    int next = Integer.MAX_VALUE;
    if (hiredOn == null) {
      return next;
    }
    for (int limit : hireLimits) {
      next = earlier(next, hiredOn + limit + 1, today);
    }
    for (Span tenure : tenures) {
      next = earlier(next, tenure.after((int) hiredOn), today);
    }
    return next;
  }

  /** A window that holds no award ends without changing anything. */
  private int nextByWindows(Account account) {
    int next = Integer.MAX_VALUE;
    for (Window window : windows) {
      LocalCalendar.Days days = account.window(window);
      if (days.include(account.earned().newestDay())) {
        next = Math.min(next, days.until());
      }
    }
    return next;
  }

  /** When what was earned on some day leaves the first of the rolling spans it is in. */
  private int nextByRolling(Account account, int today) {
    int[] next = {Integer.MAX_VALUE};
    for (Span span : rolling) {
      int first = RequirementGauge.firstOf(span, today);
      account
          .earned()
          .eachDay(first, day -> next[0] = earlier(next[0], span.after(day) + 1, today));
    }
    return next[0];
  }

  private static int earlier(int known, int candidate, int today) {
    return candidate > today ? Math.min(known, candidate) : known;
  }
}
