package io.growthline.ledger.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.function.Predicate;

/**
 * What one employee has done in one activity.
 *
 * @param awards awards that stand, in effective order
 * @param takenBack awards that no longer stand
 * @param completions passed course completions
 * @param approved submissions that stand approved and passed
 */
public record ActivityStanding(
    List<Award> awards, List<TakenBack> takenBack, int completions, List<String> approved) {

  /**
   * An award taken back by a rejection.
   *
   * @param day local day of the rejection
   */
  public record TakenBack(Award award, int day) {}

  public static final ActivityStanding NONE =
      new ActivityStanding(List.of(), List.of(), 0, List.of());

  boolean completed() {
    return completions > 0 || !approved.isEmpty();
  }

  /** The award that stands for a submission, or null. */
  Award awardFor(String submission) {
    for (Award award : awards) {
      if (submission.equals(award.submission())) {
        return award;
      }
    }
    return null;
  }

  Award lastAward() {
    return awards.isEmpty() ? null : awards.get(awards.size() - 1);
  }

  /** Hundredths of a credit that stand from those days. */
  long amountWithin(LocalCalendar.Days days) {
    long sum = 0;
    for (Award award : awards) {
      if (days.include(award.day())) {
        sum += award.amount();
      }
    }
    return sum;
  }

  /**
   * Hundredths of a credit posted with effect on those days: an award counts on its own day, what
   * was taken back counts against the day it was taken.
   */
  long postedWithin(LocalCalendar.Days days, Predicate<Award> which) {
    long sum = 0;
    for (Award award : awards) {
      sum += days.include(award.day()) && which.test(award) ? award.amount() : 0;
    }
    for (TakenBack taken : takenBack) {
      if (which.test(taken.award())) {
        sum += days.include(taken.award().day()) ? taken.award().amount() : 0;
        sum -= days.include(taken.day()) ? taken.award().amount() : 0;
      }
    }
    return sum;
  }

  /** Takes the local day and the hundredths of a credit of a posting. */
  interface PostingConsumer {
    void accept(int day, long credits);
  }

  /** Everything that was posted, in no order. */
  void eachPosting(PostingConsumer postings) {
    for (Award award : awards) {
      postings.accept(award.day(), award.amount());
    }
    for (TakenBack taken : takenBack) {
      postings.accept(taken.award().day(), taken.award().amount());
      postings.accept(taken.day(), -taken.award().amount());
    }
  }

  /** Local days on which anything was posted, in no order. */
  void eachDay(IntConsumer days) {
    eachPosting((day, credits) -> days.accept(day));
  }

  ActivityStanding withAward(Award award) {
    return new ActivityStanding(plus(awards, award), takenBack, completions, approved);
  }

  ActivityStanding withTakenBack(Award award, int day) {
    return new ActivityStanding(
        minus(awards, award), plus(takenBack, new TakenBack(award, day)), completions, approved);
  }

  ActivityStanding withCompletion() {
    return new ActivityStanding(awards, takenBack, completions + 1, approved);
  }

  ActivityStanding withApproval(String submission) {
    return approved.contains(submission)
        ? this
        : new ActivityStanding(awards, takenBack, completions, plus(approved, submission));
  }

  ActivityStanding withoutApproval(String submission) {
    return new ActivityStanding(awards, takenBack, completions, minus(approved, submission));
  }

  private static <T> List<T> plus(List<T> list, T item) {
    List<T> longer = new ArrayList<>(list.size() + 1);
    longer.addAll(list);
    longer.add(item);
    return longer;
  }

  private static <T> List<T> minus(List<T> list, T item) {
    List<T> shorter = new ArrayList<>(list);
    shorter.remove(item);
    return shorter;
  }
}
