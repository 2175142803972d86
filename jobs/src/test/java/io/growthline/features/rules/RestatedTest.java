package io.growthline.features.rules;

import static io.growthline.features.rules.Stated.LI_NA;
import static org.assertj.core.api.Assertions.assertThat;

import io.growthline.facts.CreditStanding;
import io.growthline.facts.DayCredits;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a statement changed of the time before it. Days 20..., of which 30 is a month's last. */
class RestatedTest {

  private static final CreditStanding BEFORE = standing(25, 500, day(20, 200), day(25, 300));

  private static CreditStanding standing(Integer statedOn, long earned, DayCredits... recent) {
    return new CreditStanding(
        LI_NA, 0, 1, 1, earned, earned, 0, earned, 0, null, null, List.of(recent), statedOn);
  }

  private static DayCredits day(int day, long earned) {
    return new DayCredits(day, earned);
  }

  private static CreditStanding with(int statedOn, long earned, DayCredits... further) {
    DayCredits[] recent = Arrays.copyOf(further, further.length + 2);
    recent[further.length] = day(20, 200);
    recent[further.length + 1] = day(25, 300);
    return standing(statedOn, earned, recent);
  }

  @Test
  void whatIsEarnedOnItsOwnDayChangesNothingBefore() {
    assertThat(Restated.between(BEFORE, with(33, 600, day(33, 100)))).isNull();
    assertThat(Restated.between(BEFORE, with(20, 600, day(21, 100)))).isNull();
  }

  @Test
  void aVoidTakesBackFromThePast() {
    Restated change = Restated.between(BEFORE, standing(33, 300, day(25, 300)));
    assertThat(change).isEqualTo(new Restated(33, -200, List.of(day(20, -200))));
    assertThat(change.until(19)).isZero();
    assertThat(change.until(20)).isEqualTo(-200);
    assertThat(change.until(30)).isEqualTo(-200);
  }

  @Test
  void whatIsTakenBackFromFurtherBackThanDaysAreKeptCountsToo() {
    Restated change = Restated.between(BEFORE, with(33, 400));
    assertThat(change.until(30)).isEqualTo(-100);
  }

  @Test
  void changesOfOneDayAddUp() {
    Restated first = Restated.between(BEFORE, standing(33, 300, day(25, 300)));
    Restated second = new Restated(33, -250, List.of(day(25, -300), day(20, 50)));
    assertThat(first.and(second))
        .isEqualTo(new Restated(33, -450, List.of(day(20, -150), day(25, -300))));
  }

  @Test
  void whatNoStatementChangedIsNoNews() {
    assertThat(Restated.between(BEFORE, standing(null, 300, day(25, 300)))).isNull();
  }

  @Test
  void whatAnotherRuleBookChangedIsNoStatementsNews() {
    CreditStanding byTheNext =
        new CreditStanding(
            LI_NA, 0, 2, 2, 900, 900, 0, 900, 0, null, null, List.of(day(20, 600)), 33);
    assertThat(Restated.between(BEFORE, byTheNext)).isNull();
    assertThat(Restated.between(CreditStanding.nothing(LI_NA), byTheNext))
        .isEqualTo(new Restated(33, 900, List.of(day(20, 600))));
  }
}
