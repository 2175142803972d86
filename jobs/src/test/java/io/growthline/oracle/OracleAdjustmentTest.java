package io.growthline.oracle;

import static io.growthline.oracle.ActivityDraft.course;
import static io.growthline.oracle.ActivityDraft.hundredths;
import static io.growthline.oracle.BookDraft.selected;
import static io.growthline.oracle.BookDraft.total;
import static org.assertj.core.api.Assertions.assertThat;

import io.growthline.rulebook.Repeat;
import io.growthline.rulebook.Requirement.CreditsAtLeast;
import io.growthline.rulebook.Requirement.Measure;
import io.growthline.rulebook.Requirement.ShareAtLeast;
import io.growthline.rulebook.RuleBook;
import io.growthline.rulebook.Selector;
import io.growthline.rulebook.Selector.By;
import io.growthline.rulebook.Span;
import io.growthline.rulebook.Window;
import io.growthline.rulebook.Within;
import io.growthline.schemas.ledger.Category;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** ADJUST, worked out by hand. */
class OracleAdjustmentTest {

  private static final String END = "2026-12-01T00:00:00";
  private static final String MOST = "500000000";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2  | false | ADJUST c1 2 2                    | e1 5, c1 2 | 0",
        "0  | false |                                  | e1 5       | 0",
        "   | false |                                  | e1 5       | 0",
        "-2 | false | ADJUST c1 -2 -2                  | e1 3       | 0",
        "-7 | false | ADJUST c1 -7 -7                  | ''         | 2",
        "-7 | true  | ADJUST c1 -7 -7, CORRECT c1 0 2  | ''         | 0"
      })
  void anAdjustmentMovesWhatIsEarnedAndWhatIsAvailable(
      String credits, boolean forgiving, String postings, String lots, int debt) {
    BookDraft draft = draft();
    if (forgiving) {
      draft.forgiving();
    }
    OracleResult result =
        new Story(draft.build())
            .completed("a", "2026-01-01T09:00:00")
            .left("2026-01-02T00:00:00")
            .adjust(credits, Category.PRACTICE, "2026-01-02T09:00:00")
            .until(END);
    assertThat(result.outcomes()).containsExactly("c1 APPROVED");
    List<String> made = result.statement();
    assertThat(String.join(", ", made.subList(1, made.size())))
        .isEqualTo(postings == null ? "" : postings);
    assertThat(result.spendable()).isEqualTo(lots);
    assertThat(result.sums().debt()).isEqualTo(debt * 100L);
    assertThat(result.sums().byCategory())
        .containsEntry(Category.PRACTICE, credits == null ? 0 : hundredths(credits));
  }

  @Test
  void withoutACategoryItCountsInTheTotalOnly() {
    OracleResult result =
        new Story(draft().build())
            .adjust("3", Category.REQUIRED, "2025-12-31T23:59:59")
            .adjust("-1", Category.ELECTIVE, "2026-01-01T00:00:00")
            .adjust("2", null, "2026-01-01T00:00:00")
            .until("2026-02-01T00:00:00");
    assertThat(result.sums().byCategory())
        .containsEntry(Category.REQUIRED, 300L)
        .containsEntry(Category.ELECTIVE, -100L)
        .containsEntry(Category.PRACTICE, 0L);
    assertThat(result.sums().earned()).isEqualTo(400);
    assertThat(result.sums().periodEarned()).isEqualTo(100);
  }

  @ParameterizedTest
  @CsvSource({
    "500000000, 0.01, c2 CAPPED, ''",
    "499999999.99, 1, c2 CAPPED, ADJUST c2 0.01 0.01",
    "499999999.99, 0.01, c2 APPROVED, ADJUST c2 0.01 0.01",
    "-500000000, -1, c2 CAPPED, ''",
    "-499999999.99, -1, c2 CAPPED, ADJUST c2 -0.01 -0.01",
  })
  void whatWouldExceedTheLargestSumIsCut(
      String first, String second, String outcome, String posting) {
    OracleResult result =
        new Story(draft().build())
            .adjust(first, null, "2026-01-01T09:00:00")
            .adjust(second, null, "2026-01-02T09:00:00")
            .until(END);
    assertThat(result.outcomes()).containsExactly("c1 APPROVED", outcome);
    List<String> made = result.statement();
    assertThat(String.join(", ", made.subList(1, made.size()))).isEqualTo(posting);
  }

  @Test
  void adjustmentsLeaveAwardsLessRoom() {
    RuleBook book = draft().activity("all", course().credits(MOST).repeat(Repeat.EACH)).build();
    OracleResult result =
        new Story(book)
            .adjust("1", null, "2026-01-01T09:00:00")
            .completed("all", "2026-01-02T09:00:00")
            .adjust("-2", null, "2026-01-03T09:00:00")
            .completed("a", "2026-01-04T09:00:00")
            .until(END);
    assertThat(result.statement())
        .containsExactly("ADJUST c1 1 1", "EARN e1 499999999 499999999", "ADJUST c2 -2 -2");
    assertThat(result.outcomes())
        .containsExactly("e1 CAPPED", "e2 CAPPED", "c1 APPROVED", "c2 APPROVED");
  }

  @Test
  void goalsCountItInTheTotalAndItsCategoryAndInNoOtherSelector() {
    Selector required = new Selector(By.CATEGORY, List.of("required"));
    RuleBook book =
        draft()
            .goal("total", total("7"))
            .goal("category", selected(By.CATEGORY, "2", "required"))
            .goal("kind", selected(By.KIND, "6", "course"))
            .goal("listed", selected(By.ACTIVITIES, "6", "a"))
            .goal("share", new ShareAtLeast(required, new BigDecimal("0.2")))
            .build();
    OracleResult result =
        new Story(book)
            .completed("a", "2026-01-01T09:00:00")
            .adjust("2", Category.REQUIRED, "2026-01-02T09:00:00")
            .until(END);
    assertThat(result.held())
        .extracting(hold -> hold.goalId())
        .containsExactly("total", "category", "share");
    assertThat(result.figures("share", "share(category=required)").current()).isEqualTo(285_714);
  }

  @ParameterizedTest
  @CsvSource({"2026-02-28T23:59:59, 5, 5", "2026-03-01T00:00:00, -2, 1"})
  void itCountsInWindowsByItsOwnDay(String now, long inMonth, long inDays) {
    RuleBook book =
        draft()
            .goal("month", within(new Within(Window.MONTH, null)))
            .goal("days", within(new Within(null, new Span(14, 0, 0))))
            .build();
    OracleResult result =
        new Story(book)
            .adjust("2", null, "2026-02-14T09:00:00")
            .adjust("5", null, "2026-02-15T09:00:00")
            .adjust("-2", null, "2026-02-16T09:00:00")
            .adjust("-2", null, "2026-03-01T00:00:00")
            .until(now);
    long month = result.figures("month", "credits(total,within=month)").current();
    long days = result.figures("days", "credits(total,within=14d)").current();
    assertThat(List.of(month, days)).containsExactly(inMonth * 1_000_000, inDays * 1_000_000);
  }

  private static CreditsAtLeast within(Within within) {
    return new CreditsAtLeast(Measure.TOTAL, null, 100_000, within);
  }

  private static BookDraft draft() {
    return new BookDraft("Europe/London").activity("a", course().credits("5").repeat(Repeat.EACH));
  }
}
