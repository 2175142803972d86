package io.growthline.oracle;

import static io.growthline.oracle.ActivityDraft.course;
import static io.growthline.oracle.ActivityDraft.practice;
import static io.growthline.oracle.BookDraft.available;
import static io.growthline.oracle.BookDraft.day;
import static io.growthline.oracle.RewardDraft.costing;
import static org.assertj.core.api.Assertions.assertThat;

import io.growthline.oracle.OracleResult.Cause;
import io.growthline.oracle.OracleResult.Edge;
import io.growthline.oracle.OracleResult.Entry;
import io.growthline.oracle.OracleResult.OpenLot;
import io.growthline.rulebook.Repeat;
import io.growthline.rulebook.Requirement.CreditsAtLeast;
import io.growthline.rulebook.Requirement.Measure;
import io.growthline.rulebook.RuleBook;
import io.growthline.rulebook.Span;
import io.growthline.rulebook.Who;
import io.growthline.rulebook.Within;
import io.growthline.schemas.ledger.Category;
import io.growthline.schemas.ledger.Direction;
import io.growthline.schemas.ledger.Outcome;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What ends with a day or a period, worked out by hand. */
class OracleLapseTest {

  private static final String LONDON = "Europe/London";
  private static final String END = "2028-12-01T00:00:00";
  private static final Span WEEK = new Span(7, 0, 0);

  @ParameterizedTest
  @CsvSource({
    "Europe/London,    2026-01-31, 0, 1, 0, 2026-02-28",
    "Europe/London,    2024-01-31, 0, 1, 0, 2024-02-29",
    "Europe/London,    2024-02-29, 0, 0, 1, 2025-02-28",
    "Europe/London,    2026-03-28, 1, 0, 0, 2026-03-29",
    "Africa/Cairo,     2025-04-17, 7, 0, 0, 2025-04-24",
    "America/New_York, 2025-11-01, 1, 0, 0, 2025-11-02"
  })
  void aLotExpiresInTheLastMillisecondOfItsLastLocalDay(
      String zone, String earned, int days, int months, int years, String last) {
    Story story =
        new Story(draft(zone).expiry(new Span(days, months, years)).build())
            .completed("a", earned + "T23:00:00");
    long end = story.millis(LocalDate.parse(last).plusDays(1) + "T00:00:00") - 1;
    if (zone.equals("Africa/Cairo")) {
      // Clocks go forward at midnight: 24 April's last hour is followed by 01:00.
      end = story.millis("2025-04-25T01:00:00") - 1;
    }
    OracleResult before = story.until(end - 1);
    assertThat(before.lots()).extracting(lot -> lot.expiresAt()).containsExactly(end);
    OracleResult after = story.until(end);
    assertThat(after.statement()).containsExactly("EARN e1 5 5", "EXPIRE e1 0 -5");
    Entry expiry = after.postings().get(1);
    assertThat(expiry.effectiveAt()).isEqualTo(end);
    assertThat(expiry.eventDate()).isEqualTo(last);
    assertThat(expiry.activityId()).isEqualTo("a");
    assertThat(expiry.category()).isEqualTo(Category.ELECTIVE);
    assertThat(expiry.ruleVersion()).isEqualTo(after.postings().get(0).ruleVersion());
    assertThat(after.balance())
        .isEqualTo("earned 5, available 0, redeemed 0, expired 5, lapsed 0, debt 0");
  }

  @ParameterizedTest
  @CsvSource({
    "2026-01-08T23:59:59.999, c1 APPROVED, EXPIRE e1 0 -2",
    "2026-01-09T00:00:00, c1 INSUFFICIENT_CREDITS, EXPIRE e1 0 -5"
  })
  void factsOfTheLastMillisecondComeBeforeItsExpiries(String time, String outcome, String expiry) {
    OracleResult result =
        new Story(draft(LONDON).expiry(WEEK).build())
            .completed("a", "2026-01-01T09:00:00")
            .redeem("leave", time)
            .until(END);
    assertThat(result.outcomes()).containsExactly(outcome);
    assertThat(result.statement()).endsWith(expiry);
  }

  @Test
  void aLotLivesAsLongAsWasTheRuleOnItsDay() {
    RuleBook book =
        draft(LONDON).expiry(day("2026-02-01"), WEEK).expiry(day("2026-03-01"), null).build();
    OracleResult result =
        new Story(book)
            .completed("a", "2026-01-31T23:59:59")
            .adjust("2", Category.REQUIRED, "2026-02-28T09:00:00")
            .completed("a", "2026-03-01T00:00:00")
            .until(END);
    assertThat(result.spendable()).isEqualTo("e1 5, e2 5");
    Entry expiry = result.postings().get(3);
    assertThat(expiry.eventDate()).isEqualTo("2026-03-07");
    assertThat(expiry.category()).isEqualTo(Category.REQUIRED);
    assertThat(expiry.activityId()).isNull();
  }

  @Test
  void eachLotExpiresByItselfAlsoAfterLeaving() {
    OracleResult result =
        new Story(draft(LONDON).expiry(WEEK).build())
            .completed("a", "2026-01-01T10:00:00")
            .adjust("2", null, "2026-01-01T09:00:00")
            .left("2026-01-02T00:00:00")
            .until(END);
    assertThat(result.statement())
        .containsExactly("ADJUST c1 2 2", "EARN e1 5 5", "EXPIRE c1 0 -2", "EXPIRE e1 0 -5");
  }

  @ParameterizedTest
  @CsvSource({
    "2026-01-05T09:00:00, 'EXPIRE e1 0 -5 2026-01-08'",
    "2026-01-08T23:59:59.999, 'EXPIRE e1 0 -5 2026-01-08'",
    "2026-01-09T00:00:00, 'EXPIRE e1 0 -2 2026-01-08, EXPIRE e1 0 -3 2026-01-09'",
    "2026-01-20T09:00:00, 'EXPIRE e1 0 -2 2026-01-08, EXPIRE e1 0 -3 2026-01-20'"
  })
  void whatIsGivenBackAfterItsExpiryLivesToTheEndOfTheDay(String cancelled, String expiries) {
    OracleResult result =
        new Story(draft(LONDON).expiry(WEEK).build())
            .completed("a", "2026-01-01T09:00:00")
            .redeem("leave", "2026-01-02T09:00:00")
            .cancel("c1", cancelled)
            .until(END);
    assertThat(String.join(", ", expiries(result))).isEqualTo(expiries);
    assertThat(result.sums().expired()).isEqualTo(500);
  }

  @Test
  void theLotOfACancelLivesLikeAnAwardOfItsDay() {
    Story story =
        new Story(draft(LONDON).expiry(WEEK).build())
            .redeem("leave", "2026-01-01T09:00:00")
            .recorded(Outcome.APPROVED, null)
            .adjust("3", Category.REQUIRED, "2026-01-02T09:00:00")
            .cancel("c1", "2026-01-10T09:00:00");
    assertThat(story.until("2026-01-11T09:00:00").lots())
        .containsExactly(
            new OpenLot(
                new Cause("lms", "c3"),
                Category.UNKNOWN,
                300,
                story.millis("2026-01-10T09:00:00"),
                story.millis("2026-01-17T23:59:59.999")));
    assertThat(expiries(story.until(END))).containsExactly("EXPIRE c3 0 -3 2026-01-17");
  }

  @Test
  void anAwardTakenBackAfterItExpiredTwiceIsMadeUpForInFull() {
    OracleResult result =
        new Story(draft(LONDON).activity("case", practice().credits("5")).expiry(WEEK).build())
            .approved("case", "s1", "2026-01-01T09:00:00")
            .redeem("leave", "2026-01-02T09:00:00")
            .cancel("c1", "2026-01-20T09:00:00")
            .rejected("case", "s1", "2026-02-01T09:00:00")
            .until(END);
    assertThat(result.statement()).endsWith("REVERSE e2 -5 -5", "CORRECT e2 0 5");
    assertThat(result.balance())
        .isEqualTo("earned 0, available 0, redeemed 0, expired 5, lapsed 0, debt 0");
  }

  @Test
  void onlySoMuchStaysPastThePeriodsEndAndNotTwice() {
    Story story =
        new Story(draft(LONDON).carryOver("4").expiry(new Span(0, 0, 3)).build())
            .completed("a", "2026-05-01T09:00:00")
            .completed("a", "2026-06-01T09:00:00");
    OracleResult first = story.until("2026-12-31T23:59:59.999");
    assertThat(first.spendable()).isEqualTo("e1 4");
    Entry lapse = first.postings().get(2);
    assertThat(first.statement()).endsWith("CARRY_OVER period-end@2026-12-31 0 -6");
    assertThat(lapse.cause()).isEqualTo(new Cause("clock", "period-end@2026-12-31"));
    assertThat(lapse.effectiveAt()).isEqualTo(story.millis("2027-01-01T00:00:00") - 1);
    assertThat(lapse.category()).isEqualTo(Category.UNKNOWN);
    story.completed("a", "2027-03-01T09:00:00");
    OracleResult second = story.until("2028-01-01T00:00:00");
    assertThat(second.statement()).endsWith("CARRY_OVER period-end@2027-12-31 0 -5");
    assertThat(second.spendable()).isEqualTo("e3 4");
    assertThat(second.balance())
        .isEqualTo("earned 15, available 4, redeemed 0, expired 0, lapsed 11, debt 0");
  }

  @Test
  void whatIsGivenBackIntoACarriedLotStaysCarried() {
    Story story =
        new Story(draft(LONDON).carryOver("4").build())
            .completed("a", "2026-05-01T09:00:00")
            .redeem("leave", "2026-06-01T09:00:00")
            .cancel("c1", "2027-06-01T09:00:00");
    assertThat(story.until("2027-07-01T00:00:00").spendable()).isEqualTo("e1 5");
    assertThat(story.until("2028-01-01T00:00:00").statement())
        .endsWith("CANCEL c2 0 3", "CARRY_OVER period-end@2027-12-31 0 -5");
  }

  @Test
  void whatWasSpentAtThePeriodsEndCanStillBeCarriedOnce() {
    Story story =
        new Story(draft(LONDON).reward("all", costing("5")).carryOver("4").build())
            .completed("a", "2026-05-01T09:00:00")
            .redeem("all", "2026-06-01T09:00:00")
            .cancel("c1", "2027-06-01T09:00:00");
    assertThat(story.until("2028-01-01T00:00:00").spendable()).isEqualTo("e1 4");
  }

  @Test
  void expiriesComeBeforeThePeriodsEnd() {
    OracleResult result =
        new Story(draft(LONDON).carryOver("4").expiry(WEEK).build())
            .completed("a", "2026-12-24T09:00:00")
            .completed("a", "2026-12-25T09:00:00")
            .until("2027-01-01T00:00:00");
    assertThat(result.statement())
        .containsExactly(
            "EARN e1 5 5",
            "EARN e2 5 5",
            "EXPIRE e1 0 -5",
            "CARRY_OVER period-end@2026-12-31 0 -1");
  }

  @ParameterizedTest
  @CsvSource({"2024-02-29T09:00:00, 2026-02-27", "2024-06-30T09:00:00, 2026-06-29", ", 2026-12-31"})
  void anAnniversaryPeriodEndsOnTheDayBeforeAndACalendarYearWithoutOne(
      String hired, String lastDay) {
    RuleBook book = draft(LONDON).anniversary().carryOver("0").build();
    Story story = new Story(book).completed("a", "2026-02-01T09:00:00");
    if (hired != null) {
      story.hired(hired, null);
    }
    assertThat(story.until("2027-01-01T00:00:00").statement())
        .containsExactly("EARN e1 5 5", "CARRY_OVER period-end@" + lastDay + " 0 -5");
  }

  @Test
  void whatIsAvailableIsAskedForWithoutAWindow() {
    RuleBook book =
        draft(LONDON)
            .goal(
                "saver",
                new CreditsAtLeast(
                    Measure.AVAILABLE, null, 100, new Within(null, new Span(1, 0, 0))))
            .build();
    OracleResult result =
        new Story(book)
            .completed("a", "2026-01-01T09:00:00")
            .redeem("leave", "2026-02-01T09:00:00")
            .until("2026-03-01T00:00:00");
    assertThat(result.figures("saver", "credits(available,within=1d)").current())
        .isEqualTo(2_000_000);
  }

  @Test
  void aGoalOnWhatIsAvailableIsLostByASpendingAndByALapse() {
    RuleBook book =
        draft(LONDON).expiry(WEEK).goal("saver", Who.EVERYONE, true, false, available("4")).build();
    Story story =
        new Story(book)
            .completed("a", "2026-01-01T09:00:00")
            .redeem("leave", "2026-01-02T09:00:00")
            .completed("a", "2026-01-03T09:00:00");
    OracleResult result = story.until(END);
    assertThat(result.edges())
        .containsExactly(
            new Edge("saver", Direction.REACHED, 1, story.millis("2026-01-01T09:00:00")),
            new Edge("saver", Direction.LOST, 1, story.millis("2026-01-02T09:00:00")),
            new Edge("saver", Direction.REACHED, 2, story.millis("2026-01-03T09:00:00")),
            new Edge("saver", Direction.LOST, 2, story.millis("2026-01-11T00:00:00") - 1));
    assertThat(result.figures("saver", "credits(available)").current()).isZero();
  }

  private static List<String> expiries(OracleResult result) {
    return result.postings().stream()
        .filter(entry -> entry.kind().name().equals("EXPIRE"))
        .map(
            entry ->
                "EXPIRE %s 0 %d %s"
                    .formatted(
                        entry.cause().eventId(), entry.availableChange() / 100, entry.eventDate()))
        .toList();
  }

  private static BookDraft draft(String zone) {
    return new BookDraft(zone)
        .activity("a", course().credits("5").repeat(Repeat.EACH))
        .reward("leave", costing("3"));
  }
}
