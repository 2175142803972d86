package io.growthline.oracle;

import static io.growthline.oracle.ActivityDraft.course;
import static io.growthline.oracle.ActivityDraft.practice;
import static io.growthline.oracle.RewardDraft.costing;
import static org.assertj.core.api.Assertions.assertThat;

import io.growthline.oracle.OracleResult.Entry;
import io.growthline.rulebook.Repeat;
import io.growthline.rulebook.Span;
import io.growthline.schemas.ledger.Category;
import io.growthline.schemas.ledger.Outcome;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Credits taken back though they were spent or have expired, and the debt this leaves. */
class OracleDebtTest {

  private static final String END = "2026-12-01T00:00:00";

  @Test
  void theNextCreditsPayTheDebtOfARecordedApproval() {
    Story story =
        new Story(draft().build())
            .completed("a", "2026-01-01T09:00:00")
            .redeem("leave", "2026-01-02T09:00:00")
            .recorded(Outcome.APPROVED, "12");
    assertThat(story.until(END).balance())
        .isEqualTo("earned 5, available -7, redeemed 12, expired 0, lapsed 0, debt 7");
    story.completed("a", "2026-01-03T09:00:00");
    assertThat(story.until(END).balance())
        .isEqualTo("earned 10, available -2, redeemed 12, expired 0, lapsed 0, debt 2");
    assertThat(story.until(END).spendable()).isEmpty();
    story.adjust("3", null, "2026-01-04T09:00:00");
    assertThat(story.until(END).spendable()).isEqualTo("c2 1");
  }

  @Test
  void anAwardVoidedSinceLeavesDebtWhereTheOutcomeIsAFact() {
    Story story =
        new Story(draft().build())
            .completed("a", "2026-01-01T09:00:00")
            .redeem("leave", "2026-01-02T09:00:00");
    assertThat(story.until(END).outcomes()).containsExactly("c1 APPROVED");
    story.voided("e1", "2026-01-03T09:00:00");
    assertThat(story.until(END).outcomes()).containsExactly("e1 VOIDED", "c1 INSUFFICIENT_CREDITS");
    OracleResult recorded = story.recorded(Outcome.APPROVED, "3").until(END);
    assertThat(recorded.outcomes()).containsExactly("e1 VOIDED", "c1 APPROVED");
    assertThat(recorded.balance())
        .isEqualTo("earned 0, available -3, redeemed 3, expired 0, lapsed 0, debt 3");
  }

  @Test
  void whoIsInDebtGetsNotEvenWhatIsFree() {
    OracleResult result =
        new Story(draft().reward("free", costing("0")).build())
            .adjust("-0.01", null, "2026-01-01T09:00:00")
            .redeem("free", "2026-01-02T09:00:00")
            .until(END);
    assertThat(result.outcomes()).containsExactly("c1 APPROVED", "c2 INSUFFICIENT_CREDITS");
  }

  @ParameterizedTest
  @CsvSource({
    "0, 'e1 5'",
    "4, 'e1 5, c3 4'",
    "7, 'e1 5, c3 7'",
    "10, 'e1 5, c2 3, c3 7'",
  })
  void whatWasOwedComesBackFirstAsLessDebtAndThenAsALot(String paidSince, String lots) {
    // Of 12 credits 5 were in the first lot and 7 were owed.
    OracleResult result =
        new Story(draft().build())
            .completed("a", "2026-01-01T09:00:00")
            .redeem("leave", "2026-01-02T09:00:00")
            .recorded(Outcome.APPROVED, "12")
            .adjust(paidSince, null, "2026-01-03T09:00:00")
            .cancel("c1", "2026-01-04T09:00:00")
            .until(END);
    assertThat(result.spendable()).isEqualTo(lots);
    assertThat(result.sums().debt()).isZero();
    assertThat(result.sums().available()).isEqualTo(result.sums().earned());
  }

  @Test
  void whatACancelPutsBackPaysTheDebtOfOthers() {
    OracleResult result =
        new Story(draft().build())
            .completed("a", "2026-01-01T09:00:00")
            .redeem("leave", "2026-01-02T09:00:00")
            .adjust("-4", null, "2026-01-03T09:00:00")
            .cancel("c1", "2026-01-04T09:00:00")
            .until(END);
    // 5 − 3 − 4 leaves a debt of 2; the 3 put back pay it.
    assertThat(result.spendable()).isEqualTo("e1 1");
    assertThat(result.balance())
        .isEqualTo("earned 1, available 1, redeemed 0, expired 0, lapsed 0, debt 0");
  }

  @Test
  void aRecordedApprovalIsForgivenWhatItLacksAndACancelDoesNotGiveThatBack() {
    Story story =
        new Story(draft().forgiving().build())
            .completed("a", "2026-01-01T09:00:00")
            .redeem("leave", "2026-01-02T09:00:00")
            .recorded(Outcome.APPROVED, "8");
    OracleResult spent = story.until(END);
    assertThat(spent.statement())
        .containsExactly("EARN e1 5 5", "REDEEM c1 0 -8", "CORRECT c1 0 3");
    assertThat(spent.postings().get(2).corrects()).isEqualTo(spent.postings().get(1).key());
    assertThat(spent.balance())
        .isEqualTo("earned 5, available 0, redeemed 8, expired 0, lapsed 0, debt 0");
    OracleResult cancelled = story.cancel("c1", "2026-01-03T09:00:00").until(END);
    assertThat(cancelled.statement()).endsWith("CANCEL c2 0 5");
    assertThat(cancelled.spendable()).isEqualTo("e1 5");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        // more lots | forgiving | expiry | corrections           | lots left | debt
        "4 | false | false |                | c1 1 | 0",
        "2 | false | false |                | ''   | 1",
        "0 | false | false |                | ''   | 3",
        "4 | true  | false |                | c1 1 | 0",
        "2 | true  | false | CORRECT e2 0 1 | ''   | 0",
        "0 | true  | false | CORRECT e2 0 3 | ''   | 0",
        "0 | false | true  | CORRECT e2 0 2 | ''   | 3",
        "0 | true  | true  | CORRECT e2 0 5 | ''   | 0"
      })
  void anAwardSpentInPartIsTakenFromOtherLotsOrOwedOrForgiven(
      String more, boolean forgiving, boolean expiring, String correction, String left, int debt) {
    BookDraft book = draft();
    if (forgiving) {
      book.forgiving();
    }
    if (expiring) {
      book.expiry(new Span(7, 0, 0));
    }
    OracleResult result =
        new Story(book.build())
            .approved("case", "s1", "2026-01-01T09:00:00")
            .adjust(more, Category.ELECTIVE, "2026-01-02T09:00:00")
            .redeem("leave", "2026-01-03T09:00:00")
            .rejected("case", "s1", "2026-01-10T09:00:00")
            .until(END);
    List<String> statement = result.statement();
    assertThat(statement.subList(statement.indexOf("REVERSE e2 -5 -5") + 1, statement.size()))
        .isEqualTo(correction == null ? List.of() : List.of(correction));
    assertThat(result.spendable()).isEqualTo(left);
    assertThat(result.sums().debt()).isEqualTo(debt * 100L);
    assertThat(result.sums().redeemed()).isEqualTo(300);
    assertThat(result.sums().byCategory()).containsEntry(Category.PRACTICE, 0L);
  }

  @Test
  void theCorrectionOfAReversalIsAboutTheSameAward() {
    OracleResult result =
        new Story(draft().forgiving().build())
            .approved("case", "s1", "2026-01-01T09:00:00")
            .redeem("leave", "2026-01-03T09:00:00")
            .rejected("case", "s1", "2026-01-10T09:00:00")
            .until(END);
    Entry award = result.postings().get(0);
    Entry reversal = result.postings().get(2);
    Entry correction = result.postings().get(3);
    assertThat(reversal.corrects()).isEqualTo(award.key());
    assertThat(correction.corrects()).isEqualTo(reversal.key());
    assertThat(correction.activityId()).isEqualTo("case");
    assertThat(correction.category()).isEqualTo(Category.PRACTICE);
    assertThat(correction.ruleVersion()).isEqualTo(award.ruleVersion());
    assertThat(correction.effectiveAt()).isEqualTo(reversal.effectiveAt());
  }

  @Test
  void whatWasSpentOfAnAwardTakenBackPaysTheDebtOnceItIsGivenBack() {
    OracleResult result =
        new Story(draft().build())
            .approved("case", "s1", "2026-01-01T09:00:00")
            .redeem("leave", "2026-01-03T09:00:00")
            .rejected("case", "s1", "2026-01-10T09:00:00")
            .cancel("c1", "2026-01-11T09:00:00")
            .until(END);
    assertThat(result.balance())
        .isEqualTo("earned 0, available 0, redeemed 0, expired 0, lapsed 0, debt 0");
    assertThat(result.spendable()).isEmpty();
  }

  private static BookDraft draft() {
    return new BookDraft("Europe/London")
        .activity("a", course().credits("5").repeat(Repeat.EACH))
        .activity("case", practice().credits("5"))
        .reward("leave", costing("3"));
  }
}
