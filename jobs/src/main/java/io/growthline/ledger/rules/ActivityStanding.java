package io.growthline.ledger.rules;

import java.util.ArrayList;
import java.util.List;

/**
 * What one employee has done in one activity.
 *
 * @param awards awards that stand, in effective order
 * @param takenBack awards that no longer stand, in the order of the rejections
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
    for (int i = awards.size() - 1; i >= 0 && awards.get(i).day() >= days.from(); i--) {
      sum += days.include(awards.get(i).day()) ? awards.get(i).amount() : 0;
    }
    return sum;
  }

  /** Takes what was posted: the award, the local day, and the hundredths of a credit. */
  interface PostingConsumer {
    void accept(Award award, int day, long credits);
  }

  /**
   * Everything posted with effect from a local day on, in no order: an award on its own day, what
   * was taken back also on the day it was taken. Goes back no further than that, because an
   * employee may have tens of thousands of awards.
   */
  void eachPosting(int from, PostingConsumer postings) {
    for (int i = awards.size() - 1; i >= 0 && awards.get(i).day() >= from; i--) {
      Award award = awards.get(i);
      postings.accept(award, award.day(), award.amount());
    }
    for (int i = takenBack.size() - 1; i >= 0 && takenBack.get(i).day() >= from; i--) {
      Award award = takenBack.get(i).award();
      postings.accept(award, takenBack.get(i).day(), -award.amount());
      if (award.day() >= from) {
        postings.accept(award, award.day(), award.amount());
      }
    }
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
