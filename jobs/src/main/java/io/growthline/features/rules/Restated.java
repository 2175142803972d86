package io.growthline.features.rules;

import io.growthline.facts.CreditStanding;
import io.growthline.facts.DayCredits;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How statements of one local day changed what had been earned before that day: a void takes back
 * from the past, a people event dated back may give. Whoever asks for what had been stated earlier
 * must not know of it.
 *
 * @param statedOn the day: days since 1970-01-01
 * @param earned change of all that was earned, hundredths of a credit
 * @param days of it, what was changed of recent days, in order
 */
public record Restated(int statedOn, long earned, List<DayCredits> days) {

  /** The last month's end, which is what is asked for, is no further back than a month. */
  private static final int PAST_DAYS = 32;

  /**
   * What came between two standings told one after the other.
   *
   * @return null: no statement changed anything before its own day, or what it changed cannot be
   *     told from what another rule book did at the same time
   */
  public static Restated between(CreditStanding before, CreditStanding after) {
    boolean ruleBookChanged = before.version() > 0 && before.revision() != after.revision();
    if (after.statedOn() == null || ruleBookChanged) {
      return null;
    }
    Restated change =
        new Restated(
            after.statedOn(),
            after.earned() - before.earned(),
            differences(before.recent(), after.recent()));
    boolean itsOwnDayOnly =
        change.until(change.statedOn - 1) == 0
            && change.days.stream()
                .noneMatch(
                    day -> day.day() < change.statedOn && day.day() > change.statedOn - PAST_DAYS);
    return itsOwnDayOnly ? null : change;
  }

  private static List<DayCredits> differences(List<DayCredits> before, List<DayCredits> after) {
    Map<Integer, Long> changes = new TreeMap<>();
    before.forEach(day -> changes.merge(day.day(), -day.earned(), Long::sum));
    after.forEach(day -> changes.merge(day.day(), day.earned(), Long::sum));
    List<DayCredits> differences = new ArrayList<>();
    changes.forEach(
        (day, change) -> {
          if (change != 0) {
            differences.add(new DayCredits(day, change));
          }
        });
    return differences;
  }

  /** This and then another change of the same day. */
  public Restated and(Restated next) {
    List<DayCredits> undone =
        days.stream().map(day -> new DayCredits(day.day(), -day.earned())).toList();
    return new Restated(statedOn, earned + next.earned, differences(undone, next.days));
  }

  /** The change of what was earned up to a day's end; after it only recent days may lie. */
  public long until(int lastDay) {
    long sum = earned;
    for (DayCredits day : days) {
      sum -= day.day() > lastDay ? day.earned() : 0;
    }
    return sum;
  }
}
