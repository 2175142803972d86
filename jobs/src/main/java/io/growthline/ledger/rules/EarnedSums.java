package io.growthline.ledger.rules;

import io.growthline.facts.DayCredits;
import io.growthline.rulebook.Activity;
import io.growthline.rulebook.ActivityTerms;
import io.growthline.rulebook.Requirement.CreditsAtLeast;
import io.growthline.rulebook.RuleBook;
import io.growthline.rulebook.Selector;
import io.growthline.schemas.ledger.Category;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntConsumer;

/** Sums of what an employee earned: in a lifetime, by what goals ask for, within windows. */
final class EarnedSums {

  private final RuleBook book;
  private final GoalSelectors selectors;
  private final KeyedStore<String, ActivityStanding> standings;
  private final Map<String, Long> bySelector;
  private final List<Adjustment> adjustments;
  private long total;
  private long required;
  private long elective;
  private long practice;
  private int newestDay;
  private long credited;
  private long deducted;

  EarnedSums(
      CompiledRules rules,
      AccountHead.Earned head,
      KeyedStore<String, ActivityStanding> standings) {
    this.book = rules.book();
    this.selectors = rules.selectors();
    this.standings = standings;
    this.total = head.total();
    this.required = head.required();
    this.elective = head.elective();
    this.practice = head.practice();
    this.bySelector = new HashMap<>(head.bySelector());
    this.adjustments = new ArrayList<>(head.adjustments());
    this.newestDay = head.newestDay();
    this.credited = head.credited();
    this.deducted = head.deducted();
  }

  AccountHead.Earned head() {
    return new AccountHead.Earned(
        total,
        required,
        elective,
        practice,
        bySelector,
        adjustments,
        newestDay,
        credited,
        deducted);
  }

  /** Hundredths of a credit earned in a lifetime. */
  long total() {
    return total;
  }

  /** Of these, in one category; UNKNOWN: those of adjustments that named none. */
  long of(Category category) {
    return switch (category) {
      case REQUIRED -> required;
      case ELECTIVE -> elective;
      case PRACTICE -> practice;
      case UNKNOWN -> total - required - elective - practice;
    };
  }

  /** Lifetime credits that a selector of some goal picks. */
  long of(Selector selector) {
    return bySelector.getOrDefault(selector.text(), 0L);
  }

  /** Credits of a measure that were posted with effect on those days. */
  long within(LocalCalendar.Days days, CreditsAtLeast what) {
    long[] sum = {0};
    Selector selector = what.selector();
    eachPosting(
        days,
        (activityId, award, day, credits) ->
            sum[0] += selector == null || selects(selector, activityId, award) ? credits : 0);
    for (Adjustment adjustment : adjustments) {
      boolean counts = selector == null || selects(selector, adjustment);
      sum[0] += counts && days.include(adjustment.day()) ? adjustment.credits() : 0;
    }
    return sum[0];
  }

  /** Credits of a category posted with effect on those days; category null: all. */
  long within(LocalCalendar.Days days, Category category) {
    long[] sum = {0};
    eachPosting(
        days,
        (activityId, award, day, credits) ->
            sum[0] += category == null || category == award.category() ? credits : 0);
    for (Adjustment adjustment : adjustments) {
      boolean counts = category == null || category == adjustment.category();
      sum[0] += counts && days.include(adjustment.day()) ? adjustment.credits() : 0;
    }
    return sum[0];
  }

  /** What was posted with effect on each of those days, in order; days without are left out. */
  List<DayCredits> byDay(LocalCalendar.Days days) {
    Map<Integer, Long> sums = new TreeMap<>();
    eachPosting(days, (activityId, award, day, credits) -> sums.merge(day, credits, Long::sum));
    for (Adjustment adjustment : adjustments) {
      if (days.include(adjustment.day())) {
        sums.merge(adjustment.day(), adjustment.credits(), Long::sum);
      }
    }
    return sums.entrySet().stream()
        .map(day -> new DayCredits(day.getKey(), day.getValue()))
        .toList();
  }

  private interface PostingConsumer {
    void accept(String activityId, Award award, int day, long credits);
  }

  /** What awards led to with effect on those days, in no order. */
  private void eachPosting(LocalCalendar.Days days, PostingConsumer postings) {
    for (Map.Entry<String, ActivityStanding> entry : standings.entries()) {
      entry
          .getValue()
          .eachPosting(
              days.from(),
              (award, day, credits) -> {
                if (days.include(day)) {
                  postings.accept(entry.getKey(), award, day, credits);
                }
              });
    }
  }

  /** Adds an award that from now on stands. */
  void add(String activityId, Award award) {
    credited += award.amount();
    change(activityId, award, award.amount(), award.day());
  }

  /** Takes back an award that stood until that day. */
  void takeBack(String activityId, Award award, int day) {
    change(activityId, award, -award.amount(), day);
  }

  private void change(String activityId, Award award, long credits, int day) {
    change(award.category(), credits, day);
    for (Selector selector : selectors.lifetime()) {
      if (selects(selector, activityId, award)) {
        bySelector.merge(selector.text(), credits, Long::sum);
      }
    }
  }

  void add(Adjustment adjustment) {
    adjustments.add(adjustment);
    credited += Math.max(0, adjustment.credits());
    deducted += Math.max(0, -adjustment.credits());
    change(adjustment.category(), adjustment.credits(), adjustment.day());
    for (Selector selector : selectors.lifetime()) {
      if (selects(selector, adjustment)) {
        bySelector.merge(selector.text(), adjustment.credits(), Long::sum);
      }
    }
  }

  /** Sums up what is there for the selectors of another rule book. */
  void sumUpForSelectors() {
    bySelector.clear();
    for (Selector selector : selectors.lifetime()) {
      long sum = 0;
      for (Map.Entry<String, ActivityStanding> entry : standings.entries()) {
        for (Award award : entry.getValue().awards()) {
          sum += selects(selector, entry.getKey(), award) ? award.amount() : 0;
        }
      }
      for (Adjustment adjustment : adjustments) {
        sum += selects(selector, adjustment) ? adjustment.credits() : 0;
      }
      bySelector.put(selector.text(), sum);
    }
  }

  /** All that ever came in, also what was taken back since. */
  long credited() {
    return credited;
  }

  /** All that was ever taken by hand. */
  long deducted() {
    return deducted;
  }

  /** The newest local day on which anything was earned or taken back. */
  int newestDay() {
    return newestDay;
  }

  /** Local days from one on, on which anything was earned or taken back, in no order. */
  void eachDay(int from, IntConsumer days) {
    for (Map.Entry<String, ActivityStanding> entry : standings.entries()) {
      entry.getValue().eachPosting(from, (award, day, credits) -> days.accept(day));
    }
    for (Adjustment adjustment : adjustments) {
      days.accept(adjustment.day());
    }
  }

  private void change(Category category, long credits, int day) {
    newestDay = Math.max(newestDay, day);
    total += credits;
    switch (category) {
      case REQUIRED -> required += credits;
      case ELECTIVE -> elective += credits;
      case PRACTICE -> practice += credits;
      case UNKNOWN -> {}
    }
  }

  private boolean selects(Selector selector, String activityId, Award award) {
    Activity activity = book.activity(activityId);
    if (activity == null) {
      // Earned before the opening balance, and dropped from the rule book since.
      return selector.by() == Selector.By.CATEGORY
          && award.category().name().equalsIgnoreCase(selector.values().get(0));
    }
    ActivityTerms terms = activity.versions().at(award.day());
    return selector.picks(activityId, terms, award.category());
  }

  /** An adjustment has a category at most, but no activity. */
  private static boolean selects(Selector selector, Adjustment adjustment) {
    return selector.by() == Selector.By.CATEGORY
        && adjustment.category().name().equalsIgnoreCase(selector.values().get(0));
  }
}
