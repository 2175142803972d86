package io.growthline.rulebook;

import static io.growthline.rulebook.Books.day;
import static org.assertj.core.api.Assertions.assertThat;

import io.growthline.rulebook.Requirement.AnyOf;
import io.growthline.rulebook.Requirement.Completed;
import io.growthline.rulebook.Requirement.CreditsAtLeast;
import io.growthline.rulebook.Requirement.Measure;
import io.growthline.rulebook.Requirement.RequiredActivitiesCompleted;
import io.growthline.rulebook.Requirement.ShareAtLeast;
import io.growthline.rulebook.Requirement.SkillAtLeast;
import io.growthline.rulebook.Selector.By;
import io.growthline.schemas.ledger.Category;
import io.growthline.schemas.ledger.GoalKind;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Every key of the grammar, from the file to the typed rule book. */
class FullRuleBookTest {

  private static RuleBook book;

  @BeforeAll
  static void readIt() throws IOException {
    ReadResult result = RuleBookFile.read("full.yaml", Books.full());
    assertThat(result.hasErrors()).as(() -> result.problems().toString()).isFalse();
    book = RuleBooks.from(result.revision(7, 0));
  }

  @Test
  void scheme() {
    assertThat(book.ordinal()).isEqualTo(7);
    assertThat(book.zone().getId()).isEqualTo("Europe/Vienna");
    assertThat(book.period()).isEqualTo(new Period(true, 1250L));
    assertThat(book.history()).isEqualTo(new Span(0, 0, 4));
    assertThat(book.negativeBalanceForgiven()).isTrue();
    SchemeTerms before = book.scheme().at(day("2023-12-31"));
    assertThat(before.target()).isNull();
    assertThat(before.expiry()).isNull();
    assertThat(before.practiceShare()).isEqualTo("0.333334");
    SchemeTerms today = book.scheme().at(day("2026-01-01"));
    assertThat(today.target()).isEqualTo(6050);
    assertThat(today.expiry()).isEqualTo(new Span(0, 0, 2));
    assertThat(book.scheme().fromDays())
        .containsExactly(Versions.START, day("2024-01-01"), day("2025-01-01"), day("2026-01-01"));
  }

  @Test
  void activityBeforeItsFirstDate() {
    ActivityTerms terms = welding("2023-12-31");
    assertThat(terms.version()).startsWith("welding@start#").hasSize("welding@start#".length() + 8);
    assertThat(terms.category()).isNull();
    assertThat(terms.credits()).isNull();
    assertThat(terms.tags()).isEmpty();
    assertThat(terms.skills()).isEmpty();
    assertThat(terms.jobs()).isEmpty();
    assertThat(terms.repeat()).isEqualTo(Repeat.ONCE);
    assertThat(terms.cap()).isNull();
    assertThat(terms.passScore()).isNull();
    assertThat(terms.cost()).isEqualByComparingTo("0");
    assertThat(terms.offeredOn(day("2024-06-01"))).isFalse();
  }

  @Test
  void activityAfterItsLastDate() {
    ActivityTerms terms = welding("2026-01-01");
    assertThat(terms.version()).startsWith("welding@2026-01-01#");
    assertThat(terms.kind()).isEqualTo(ActivityKind.COURSE);
    assertThat(terms.category()).isEqualTo(Category.REQUIRED);
    assertThat(terms.credits()).isEqualTo(425);
    assertThat(terms.offer()).isEqualTo(new Offer(day("2024-01-01"), day("2028-01-01")));
    assertThat(terms.tags()).isEmpty();
    assertThat(terms.skills()).containsExactly(new SkillLevel("welding", 4));
    assertThat(terms.jobs()).containsExactly("mechanic", "foreman");
    assertThat(terms.repeat()).isEqualTo(new Repeat(Repeat.Mode.EVERY, new Span(0, 18, 0)));
    assertThat(terms.cap()).isEqualTo(new Cap(1000, Window.LIFETIME));
    assertThat(terms.passScore()).isEqualTo("0.65");
    assertThat(terms.titles()).isEqualTo(Map.of("en", "Welding", "zh", "焊接", "de", "Schweißen"));
    assertThat(terms.format()).isEqualTo("hands-on");
    assertThat(terms.prerequisites()).containsExactly("safety");
    assertThat(terms.cost()).isEqualByComparingTo("199.90");
    assertThat(terms.application()).isEqualTo("complaints");
    assertThat(terms.offeredOn(day("2027-12-31"))).isTrue();
    assertThat(terms.offeredOn(day("2028-01-01"))).isFalse();
  }

  @Test
  void defaultsOfActivities() {
    ActivityTerms mentoring = book.activity("mentoring").versions().latest();
    assertThat(mentoring.repeat()).isEqualTo(Repeat.EACH);
    assertThat(mentoring.cap()).isEqualTo(new Cap(600, Window.MONTH));
    assertThat(mentoring.titles()).isEqualTo(Map.of("en", "mentoring"));
    assertThat(mentoring.offer()).isEqualTo(Offer.ALWAYS);
    ActivityTerms numbered = book.activity("1752").versions().latest();
    assertThat(numbered.credits()).isZero();
    assertThat(numbered.repeat()).isEqualTo(Repeat.ONCE);
    assertThat(book.activity("night-shift-talk").versions().latest().candidate()).isTrue();
    assertThat(book.activity("nobody")).isNull();
  }

  @Test
  void everyFormOfRequirement() {
    GoalTerms foreman = goal("foreman", "2024-01-01");
    assertThat(foreman.kind()).isEqualTo(GoalKind.PROMOTION);
    assertThat(foreman.revoke()).isFalse();
    assertThat(foreman.perPeriod()).isFalse();
    assertThat(foreman.who())
        .isEqualTo(new Who(List.of("mechanic"), null, null, null, new Span(0, 0, 2)));
    assertThat(foreman.requires())
        .containsExactly(
            new CreditsAtLeast(Measure.TOTAL, null, 2000, Within.LIFETIME),
            new CreditsAtLeast(Measure.AVAILABLE, null, 105, Within.LIFETIME),
            selected(By.CATEGORY, 600, new Within(Window.YEAR, null), "practice"),
            selected(By.ACTIVITIES, 500, new Within(null, new Span(90, 0, 0)), "welding", "safety"),
            selected(By.KIND, 200, Within.LIFETIME, "practice"),
            new ShareAtLeast(new Selector(By.TAG, List.of("people")), new BigDecimal("0.2")),
            new ShareAtLeast(new Selector(By.SKILL, List.of("welding")), new BigDecimal("0.05")),
            new Completed(List.of("safety", "welding"), 2),
            new Completed(List.of("safety", "welding", "1752"), 2),
            new RequiredActivitiesCompleted(),
            new SkillAtLeast("welding", 2),
            new AnyOf(
                List.of(
                    new SkillAtLeast("welding", 4),
                    new AnyOf(List.of(selected(By.SKILL, 300, Within.LIFETIME, "welding"))))));
  }

  @Test
  void goalsBeforeTheirFirstDate() {
    assertThat(goal("foreman", "2023-12-31").who()).isEqualTo(Who.EVERYONE);
    assertThat(goal("welder", "2024-12-31").requires()).isNull();
    assertThat(goal("welder", "2025-01-01").requires())
        .containsExactly(new SkillAtLeast("welding", 2));
  }

  @Test
  void goalsOfEachKind() {
    assertThat(book.goals())
        .extracting(Goal::id)
        .containsExactly("bonus", "foreman", "newcomer", "step", "welder");
    GoalTerms newcomer = goal("newcomer", "2024-01-01");
    assertThat(newcomer.kind()).isEqualTo(GoalKind.ONBOARDING);
    assertThat(newcomer.who())
        .isEqualTo(new Who(null, List.of("1", "A2"), List.of("North", "7"), 30, null));
    assertThat(newcomer.revoke()).isFalse();
    GoalTerms bonus = goal("bonus", "2024-01-01");
    assertThat(bonus.kind()).isEqualTo(GoalKind.REWARD);
    assertThat(bonus.perPeriod()).isTrue();
    assertThat(bonus.reward()).isEqualTo("day-off");
    assertThat(goal("welder", "2024-01-01").revoke()).isTrue();
    assertThat(goal("step", "2024-01-01").kind()).isEqualTo(GoalKind.COMPENSATION);
  }

  @Test
  void rewardsJobsAndMetrics() {
    RewardTerms dayOff = book.rewards().get("day-off").versions().at(day("2026-01-01"));
    assertThat(dayOff)
        .isEqualTo(
            new RewardTerms(
                Map.of("en", "A day off"),
                2500L,
                2,
                Window.PERIOD,
                new Who(List.of("mechanic"), null, null, null, null),
                new Offer(day("2024-01-01"), null),
                false));
    assertThat(book.rewards().get("day-off").versions().at(day("2020-01-01")).cost()).isNull();
    assertThat(book.rewards().get("priority").versions().latest().candidate()).isTrue();
    JobTerms mechanic = book.jobs().get("mechanic").versions().latest();
    assertThat(mechanic.next()).isEqualTo("foreman");
    assertThat(mechanic.skills())
        .containsExactly(
            new JobTerms.JobSkill("welding", 2, false), new JobTerms.JobSkill("welding", 3, true));
    assertThat(book.jobs().get("foreman").versions().at(day("2024-01-01")).skills()).isEmpty();
    assertThat(book.metrics().get("revenue").terms())
        .isEqualTo(new MetricTerms(Map.of("en", "revenue"), MetricTerms.Kind.SUM, true, "EUR"));
    assertThat(book.metrics().get("complaints").terms().higherIsBetter()).isFalse();
  }

  @Test
  void changeDaysAreThoseOfDatesAndOffers() {
    assertThat(book.changeDays())
        .containsExactly(
            day("2024-01-01"),
            day("2025-01-01"),
            day("2025-07-01"),
            day("2026-01-01"),
            day("2028-01-01"));
  }

  private static ActivityTerms welding(String date) {
    return book.activity("welding").versions().at(day(date));
  }

  private static GoalTerms goal(String id, String date) {
    return book.goals().stream()
        .filter(goal -> goal.id().equals(id))
        .findAny()
        .orElseThrow()
        .versions()
        .at(day(date));
  }

  private static CreditsAtLeast selected(By by, long atLeast, Within within, String... values) {
    return new CreditsAtLeast(Measure.SELECTED, new Selector(by, List.of(values)), atLeast, within);
  }
}
