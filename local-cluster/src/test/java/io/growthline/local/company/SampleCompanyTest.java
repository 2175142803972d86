package io.growthline.local.company;

import static org.assertj.core.api.Assertions.assertThat;

import io.growthline.schemas.events.Event;
import io.growthline.schemas.events.LearningEvent;
import io.growthline.schemas.events.LearningVerb;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SampleCompanyTest {

  private static final Instant END = Instant.parse("2026-11-23T03:00:00Z");
  private static final SampleCompany COMPANY = SampleCompany.of(1, 300, 3000, END);
  private static final CreditsByHand CREDITS = new CreditsByHand(COMPANY, END);

  /** What each story adds up to, and how much of it is practice. */
  @ParameterizedTest(name = "{0}: {1} credits, {2} of them practice: {3}")
  @CsvSource({
    "Li Na, 85, 31.5, A4 and 15 short of the certificate",
    "Liu Yang, 100, 40.5, A4 A5 reaches exactly 100",
    "He Jing, 99.75, 40.25, A4 A5 just misses 100",
    "Xu Jing, 205, 84, A5 reaches 200",
    "Ma Chao, 304, 200, A5 reaches 300",
    "Wang Wei, 151.5, 74, A6 reaches 150 with practice of 50",
    "Huang Lei, 156.5, 49, A6 misses the 50 of practice",
    "Zhao Lei, 151.5, 77, A1 A6 has the credits but an open required course",
    "Yang Fan, 148.5, 71, A6 falls below again",
    "Gao Feng, 200.25, 84.25, A7 misses the share",
    "Guo Ying, 120, 76, A9 reaches the salary step",
    "Emma Smith, 119.75, 75.75, A9 just misses it",
    "Zhang Min, 9, 0, A3 nine of nine",
    "Chen Yu, 6, 0, A3 failed the safety exam",
    "Zhou Jie, 0, 0, A2 submitted only",
    "David Jones, 8, 6, A8 data analysis at the old worth",
    "Lin Tao, 10, 6, A8 data analysis at the new worth",
    "Wu Gang, 2, 0, a void and a course of another job"
  })
  void aStoryAddsUpToItsCase(String name, String total, String practice, String story) {
    Person person = COMPANY.person(name);
    assertThat(CREDITS.total(person)).as(story).isEqualByComparingTo(total);
    assertThat(CREDITS.practice(person)).as(story).isEqualByComparingTo(practice);
  }

  @Test
  void a2SubmissionsOfWorkshopCasesMoreThanDoubleFromTheFirstToTheLastThird() {
    long third = History.DAYS / 3;
    long first = submissions("workshop-case", History.DAYS, History.DAYS - third);
    long last = submissions("workshop-case", third, 0);
    assertThat(last).isGreaterThan(first * 22 / 10);
    assertThat(first).isPositive();
  }

  @Test
  void a2FiveWorkshopCasesInOneMonthGoBeyondTheCapOfTwentyCredits() {
    Person sunHao = COMPANY.person("Sun Hao");
    Map<String, Long> approvalsByMonth = new HashMap<>();
    learningOf(sunHao)
        .filter(event -> event.verb() == LearningVerb.APPROVED)
        .forEach(
            event ->
                approvalsByMonth.merge(
                    Instant.ofEpochMilli(event.occurredAt())
                        .atZone(History.ZONE)
                        .toString()
                        .substring(0, 7),
                    1L,
                    Long::sum));
    assertThat(approvalsByMonth.values()).contains(5L);
  }

  @Test
  void a3TheLateOnboardingEndsAfterNinetyDays() {
    Person james = COMPANY.person("James Brown");
    long last = learningOf(james).mapToLong(LearningEvent::occurredAt).max().orElseThrow();
    assertThat(last)
        .isGreaterThan(
            james.hiredOn().plusDays(91).atStartOfDay(History.ZONE).toInstant().toEpochMilli());
  }

  @Test
  void a7TheShareOfTeamManagementIsReachedAndThenDiluted() {
    Person xuJing = COMPANY.person("Xu Jing");
    Instant reached = END.minusSeconds(86_400L * 40);
    assertThat(CREDITS.total(xuJing, reached)).isEqualByComparingTo("200");
    assertThat(CREDITS.withTag(xuJing, "team-management", reached)).isEqualByComparingTo("60");
    assertThat(CREDITS.withTag(xuJing, "team-management", END)).isEqualByComparingTo("60");
  }

  @Test
  void theSameSeedGivesTheSameCompanyAndAnotherSeedAnother() {
    assertThat(SampleCompany.of(1, 300, 3000, END)).isEqualTo(COMPANY);
    assertThat(SampleCompany.of(2, 300, 3000, END)).isNotEqualTo(COMPANY);
  }

  @Test
  void itHasTheAskedSizeAndEndsAtTheAskedInstant() {
    assertThat(COMPANY.people()).hasSize(300);
    assertThat(COMPANY.records())
        .filteredOn(record -> record.input() != Input.PERFORMANCE)
        .hasSizeBetween(2900, 3100);
    assertThat(COMPANY.records())
        .filteredOn(record -> record.input() == Input.PERFORMANCE)
        .hasSizeBetween(500, 1500);
    assertThat(events()).allMatch(event -> event.occurredAt() <= END.toEpochMilli() + 3_600_000);
    assertThat(COMPANY.people().stream().map(Person::id)).doesNotHaveDuplicates();
    assertThat(COMPANY.people()).anyMatch(person -> person.chineseName() == null);
  }

  @Test
  void aSmallCompanyStillHasEveryStory() {
    SampleCompany small = SampleCompany.of(1, 1, 1, END);
    assertThat(small.people()).hasSize(small.named());
    assertThat(new CreditsByHand(small, END).total(small.person("Li Na")))
        .isEqualByComparingTo("85");
  }

  @Test
  void someRecordsComeLateTwiceInConflictVoidedOrBroken() {
    List<Event> sent = events();
    Map<List<String>, Set<Event>> byIdentity = new HashMap<>();
    Set<Event> seen = new HashSet<>();
    int twice = 0;
    int late = 0;
    long newest = Long.MIN_VALUE;
    for (Event event : sent) {
      byIdentity
          .computeIfAbsent(List.of(event.source(), event.eventId()), id -> new HashSet<>())
          .add(event);
      twice += seen.add(event) ? 0 : 1;
      late += event.occurredAt() < newest ? 1 : 0;
      newest = Math.max(newest, event.occurredAt());
    }
    assertThat(twice).isPositive();
    assertThat(late).isPositive();
    assertThat(byIdentity.values()).anyMatch(contents -> contents.size() > 1);
    assertThat(sent).anyMatch(e -> e instanceof LearningEvent l && l.verb() == LearningVerb.VOIDED);
    assertThat(COMPANY.records()).anyMatch(record -> record.unreadable() != null);
    assertThat(COMPANY.records()).anyMatch(record -> record.input() == Input.COMMANDS);
  }

  private static long submissions(String activity, long fromDaysBefore, long toDaysBefore) {
    return events().stream()
        .filter(e -> e instanceof LearningEvent l && l.verb() == LearningVerb.SUBMITTED)
        .filter(e -> activity.equals(((LearningEvent) e).activityId()))
        .filter(e -> e.occurredAt() >= END.minusSeconds(86_400 * fromDaysBefore).toEpochMilli())
        .filter(e -> e.occurredAt() < END.minusSeconds(86_400 * toDaysBefore).toEpochMilli())
        .distinct()
        .count();
  }

  private static java.util.stream.Stream<LearningEvent> learningOf(Person person) {
    return events().stream()
        .filter(LearningEvent.class::isInstance)
        .map(LearningEvent.class::cast)
        .filter(event -> event.employeeId().equals(person.id()))
        .distinct();
  }

  private static List<Event> events() {
    return COMPANY.records().stream().map(CompanyRecord::event).filter(Objects::nonNull).toList();
  }
}
