package io.growthline.ledger.rules;

import java.util.ArrayList;
import java.util.List;

/**
 * What one employee has done in one activity.
 *
 * @param awards awards that stand, in effective order
 * @param completions passed course completions
 * @param approved submissions that stand approved and passed
 */
public record ActivityStanding(List<Award> awards, int completions, List<String> approved) {

  public static final ActivityStanding NONE = new ActivityStanding(List.of(), 0, List.of());

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

  ActivityStanding withAward(Award award) {
    return new ActivityStanding(plus(awards, award), completions, approved);
  }

  ActivityStanding withoutAward(Award award) {
    return new ActivityStanding(minus(awards, award), completions, approved);
  }

  ActivityStanding withCompletion() {
    return new ActivityStanding(awards, completions + 1, approved);
  }

  ActivityStanding withApproval(String submission) {
    return approved.contains(submission)
        ? this
        : new ActivityStanding(awards, completions, plus(approved, submission));
  }

  ActivityStanding withoutApproval(String submission) {
    return new ActivityStanding(awards, completions, minus(approved, submission));
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
