package io.growthline.oracle;

import io.growthline.oracle.OracleResult.Cause;
import io.growthline.oracle.OracleResult.Edge;
import io.growthline.rulebook.RuleBook;
import io.growthline.rulebook.Window;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Goes through an employee's time: every fact, every end of a day, every midnight. */
final class TimeLine {

  final Account account;
  final Earning earning;
  final Spending spending;
  final List<GoalHistory> goals;
  final List<Edge> edges = new ArrayList<>();

  private final RuleBook book;
  private final Facts facts;

  TimeLine(RuleBook book, Facts facts, Map<Cause, RecordedOutcome> recorded) {
    this.book = book;
    this.facts = facts;
    account = new Account(book);
    earning = new Earning(book, facts.hr, account);
    spending = new Spending(book, facts.hr, account, recorded);
    goals = book.goals().stream().map(goal -> new GoalHistory(goal, edges)).toList();
  }

  void goTo(long until) {
    for (long time : instants(until)) {
      boolean endOfDay = !localDay(time + 1).equals(localDay(time));
      boolean hasFacts = facts.instants.contains(time);
      if (hasFacts) {
        applyFactsOf(time);
      }
      if (hasFacts || !endOfDay) {
        followGoals(time);
      }
      if (endOfDay && account.endDay(localDay(time), endsPeriod(time))) {
        followGoals(time);
      }
    }
  }

  /** The employee as all that was gone through leaves them. */
  Moment moment(long time) {
    Set<String> completed = new LinkedHashSet<>();
    for (Earning.Completion completion : earning.completions) {
      if (completion.holdsAt(time)) {
        completed.add(completion.activityId());
      }
    }
    return new Moment(
        book,
        time,
        localDay(time),
        Person.at(facts.hr, book.zone(), time),
        List.copyOf(earning.awards),
        List.copyOf(spending.adjustments),
        account.available(),
        completed);
  }

  private void applyFactsOf(long time) {
    facts.learning.stream().filter(event -> event.occurredAt() == time).forEach(earning::apply);
    facts.commands.stream().filter(event -> event.occurredAt() == time).forEach(spending::apply);
  }

  private void followGoals(long time) {
    Moment moment = moment(time);
    goals.forEach(goal -> goal.follow(moment));
  }

  private boolean endsPeriod(long time) {
    Person person = Person.at(facts.hr, book.zone(), time);
    return !new Calendar(book.period(), person.hiredOn())
        .same(Window.PERIOD, localDay(time), localDay(time + 1));
  }

  /** Every instant of a fact, and from the first on the last and the first of every local day. */
  private Set<Long> instants(long until) {
    TreeSet<Long> instants = new TreeSet<>(facts.instants);
    if (!instants.isEmpty()) {
      LocalDate day = localDay(instants.first());
      long midnight;
      do {
        day = day.plusDays(1);
        midnight = day.atStartOfDay(book.zone()).toInstant().toEpochMilli();
        instants.add(midnight - 1);
        instants.add(midnight);
      } while (midnight <= until);
    }
    return instants.headSet(until, true);
  }

  private LocalDate localDay(long time) {
    return Instant.ofEpochMilli(time).atZone(book.zone()).toLocalDate();
  }
}
