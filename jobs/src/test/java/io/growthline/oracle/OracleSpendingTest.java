package io.growthline.oracle;

import static io.growthline.oracle.ActivityDraft.course;
import static io.growthline.oracle.BookDraft.day;
import static io.growthline.oracle.RewardDraft.costing;
import static org.assertj.core.api.Assertions.assertThat;

import io.growthline.rulebook.Offer;
import io.growthline.rulebook.Repeat;
import io.growthline.rulebook.RuleBook;
import io.growthline.rulebook.Span;
import io.growthline.rulebook.Versions;
import io.growthline.rulebook.Who;
import io.growthline.rulebook.Window;
import io.growthline.schemas.ledger.Outcome;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** REDEEM and CANCEL, worked out by hand. */
class OracleSpendingTest {

  private static final String END = "2026-12-01T00:00:00";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0     | c1 APPROVED             | e3 5, e4 5, e2 5, e1 5",
        "1     | c1 APPROVED             | e3 4, e4 5, e2 5, e1 5",
        "6     | c1 APPROVED             | e4 4, e2 5, e1 5",
        "12    | c1 APPROVED             | e2 3, e1 5",
        "20    | c1 APPROVED             | ''",
        "20.01 | c1 INSUFFICIENT_CREDITS | e3 5, e4 5, e2 5, e1 5"
      })
  void whatExpiresFirstIsSpentFirst(String cost, String outcome, String left) {
    RuleBook book =
        draft(cost)
            .expiry(day("2026-02-01"), new Span(30, 0, 0))
            .expiry(day("2026-02-10"), new Span(7, 0, 0))
            .build();
    OracleResult result =
        new Story(book)
            .completed("a", "2026-01-10T09:00:00")
            .completed("a", "2026-02-01T09:00:00")
            .completed("a", "2026-02-10T09:00:00")
            .completed("a", "2026-02-10T09:00:01")
            .redeem("leave", "2026-02-11T09:00:00")
            .until("2026-02-12T00:00:00");
    assertThat(result.outcomes()).containsExactly(outcome);
    assertThat(result.spendable()).isEqualTo(left);
  }

  @Test
  void amongLotsOfOneInstantTheOneOpenedFirstIsSpentFirst() {
    OracleResult result =
        new Story(draft("6").build())
            .adjust("5", null, "2026-01-10T09:00:00")
            .completed("a", "2026-01-10T09:00:00")
            .redeem("leave", "2026-01-10T09:00:00")
            .until(END);
    assertThat(result.spendable()).isEqualTo("c1 4");
  }

  @ParameterizedTest
  @CsvSource({
    "unlisted, NOT_OFFERED",
    "idea, NOT_OFFERED",
    "over, NOT_OFFERED",
    "unpriced, NOT_OFFERED",
    "perk, NOT_ELIGIBLE",
    "once, LIMIT_REACHED",
    "dear, INSUFFICIENT_CREDITS",
    "free, APPROVED"
  })
  void theFirstCheckThatFailsIsTheOutcome(String reward, String outcome) {
    Who clerks = new Who(List.of("clerk"), null, null, null, null);
    RuleBook book =
        draft("1")
            .reward("idea", costing("99").onlyFor(clerks).candidate())
            .reward(
                "over", costing("99").onlyFor(clerks).offered(new Offer(null, day("2026-02-01"))))
            .reward("unpriced", costing(null).onlyFor(clerks))
            .reward("perk", costing("99").onlyFor(clerks).limit(1, Window.LIFETIME))
            .reward("once", costing("3").limit(1, Window.LIFETIME))
            .reward("dear", costing("2.01"))
            .reward("free", costing("0"))
            .build();
    Story story =
        new Story(book)
            .hired("2026-01-01T09:00:00", "operator")
            .completed("a", "2026-01-10T09:00:00")
            .redeem("once", "2026-01-11T09:00:00")
            .redeem(reward, "2026-02-01T00:00:00");
    assertThat(story.until(END).outcomes()).containsExactly("c1 APPROVED", "c2 " + outcome);
    story.left("2026-02-01T00:00:00");
    assertThat(story.until(END).outcomes()).containsExactly("c1 APPROVED", "c2 NOT_EMPLOYED");
  }

  @Test
  void aRewardCostsWhatItCostsOnItsDay() {
    RuleBook book =
        draft("1")
            .reward(
                "dated", Map.of(Versions.START, costing("2"), day("2026-02-01"), costing("3.5")))
            .build();
    OracleResult result =
        new Story(book)
            .adjust("10", null, "2026-01-01T09:00:00")
            .redeem("dated", "2026-01-31T23:59:59.999")
            .redeem("dated", "2026-02-01T00:00:00")
            .until(END);
    assertThat(result.statement())
        .containsExactly("ADJUST c1 10 10", "REDEEM c2 0 -2", "REDEEM c3 0 -3.5");
  }

  @Test
  void aLimitCountsWhatIsNotCancelledInTheWindowOfTheDay() {
    RuleBook book = draft("1").reward("r", costing("1").limit(1, Window.MONTH)).build();
    OracleResult result =
        new Story(book)
            .adjust("10", null, "2026-01-01T09:00:00")
            .redeem("r", "2026-01-31T23:59:59.999")
            .redeem("r", "2026-02-01T00:00:00")
            .redeem("r", "2026-02-02T09:00:00")
            .cancel("c2", "2026-02-03T09:00:00")
            .redeem("r", "2026-02-04T09:00:00")
            .cancel("c3", "2026-02-05T09:00:00")
            .redeem("r", "2026-02-05T09:00:00")
            .until(END);
    assertThat(result.outcomes())
        .containsExactly(
            "c1 APPROVED",
            "c2 APPROVED",
            "c3 APPROVED",
            "c4 LIMIT_REACHED",
            "c5 APPROVED",
            "c6 LIMIT_REACHED",
            "c7 APPROVED",
            "c8 APPROVED");
  }

  @Test
  void onlyAnApprovedRedeemCanBeCancelledAndOnce() {
    OracleResult result =
        new Story(draft("3").reward("dear", costing("100")).build())
            .adjust("3", null, "2026-01-01T09:00:00")
            .cancel("c3", "2026-01-02T08:59:59")
            .redeem("leave", "2026-01-02T09:00:00")
            .redeem("dear", "2026-01-02T09:00:00")
            .cancel("c4", "2026-01-03T09:00:00")
            .cancel("c1", "2026-01-03T09:00:00")
            .cancel("c7", "2026-01-03T09:00:00")
            .cancel("c99", "2026-01-03T09:00:00")
            .cancel("c3", "2026-01-04T09:00:00")
            .cancel("c3", "2026-01-05T09:00:00")
            .until(END);
    assertThat(result.outcomes())
        .containsExactly(
            "c1 APPROVED",
            "c2 UNKNOWN_TARGET",
            "c3 APPROVED",
            "c4 INSUFFICIENT_CREDITS",
            "c5 UNKNOWN_TARGET",
            "c6 UNKNOWN_TARGET",
            "c7 UNKNOWN_TARGET",
            "c8 UNKNOWN_TARGET",
            "c9 APPROVED",
            "c10 UNKNOWN_TARGET");
    assertThat(result.statement())
        .containsExactly("ADJUST c1 3 3", "REDEEM c3 0 -3", "CANCEL c9 0 3");
    assertThat(result.balance())
        .isEqualTo("earned 3, available 3, redeemed 0, expired 0, lapsed 0, debt 0");
  }

  @Test
  void aCancelPutsCreditsBackWhereTheyCameFrom() {
    OracleResult result =
        new Story(draft("8").build())
            .completed("a", "2026-01-10T09:00:00")
            .completed("a", "2026-01-11T09:00:00")
            .redeem("leave", "2026-01-12T09:00:00")
            .left("2026-01-13T09:00:00")
            .cancel("c1", "2026-01-14T09:00:00")
            .until(END);
    assertThat(result.spendable()).isEqualTo("e1 5, e2 5");
    assertThat(result.postings().get(3).corrects()).isEqualTo(result.postings().get(2).key());
  }

  @Test
  void whatCostsNothingPostsNothing() {
    OracleResult result =
        new Story(draft("0").build())
            .redeem("leave", "2026-01-12T09:00:00")
            .cancel("c1", "2026-01-14T09:00:00")
            .until(END);
    assertThat(result.outcomes()).containsExactly("c1 APPROVED", "c2 APPROVED");
    assertThat(result.postings()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "APPROVED, 4, 'EARN e1 5 5,REDEEM c1 0 -4'",
    "APPROVED, , 'EARN e1 5 5,REDEEM c1 0 -3'",
    "APPROVED, 0, 'EARN e1 5 5'",
    "INSUFFICIENT_CREDITS, , 'EARN e1 5 5'",
    "NOT_ELIGIBLE, 3, 'EARN e1 5 5'"
  })
  void aRecordedOutcomeIsAFact(Outcome outcome, String credits, String statement) {
    OracleResult result =
        new Story(draft("3").build())
            .completed("a", "2026-01-10T09:00:00")
            .redeem("leave", "2026-01-11T09:00:00")
            .recorded(outcome, credits)
            .left("2026-01-11T00:00:00")
            .until(END);
    assertThat(result.outcomes()).containsExactly("c1 " + outcome);
    assertThat(String.join(",", result.statement())).isEqualTo(statement);
  }

  @Test
  void aRecordedApprovalOfARewardThatIsUnknownNowCostsNothing() {
    OracleResult result =
        new Story(draft("3").build())
            .redeem("dropped", "2026-01-11T09:00:00")
            .recorded(Outcome.APPROVED, null)
            .cancel("c1", "2026-01-12T09:00:00")
            .until(END);
    assertThat(result.outcomes()).containsExactly("c1 APPROVED", "c2 APPROVED");
    assertThat(result.postings()).isEmpty();
  }

  private static BookDraft draft(String cost) {
    return new BookDraft("Europe/London")
        .activity("a", course().credits("5").repeat(Repeat.EACH))
        .reward("leave", costing(cost));
  }
}
