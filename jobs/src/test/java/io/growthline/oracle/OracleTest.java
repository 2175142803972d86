package io.growthline.oracle;

import static io.growthline.oracle.ActivityDraft.course;
import static io.growthline.oracle.ActivityDraft.hundredths;
import static io.growthline.oracle.ActivityDraft.practice;
import static io.growthline.oracle.BookDraft.selected;
import static io.growthline.oracle.BookDraft.total;
import static org.assertj.core.api.Assertions.assertThat;

import io.growthline.oracle.OracleResult.Edge;
import io.growthline.oracle.OracleResult.Entry;
import io.growthline.oracle.OracleResult.Figures;
import io.growthline.oracle.OracleResult.Hold;
import io.growthline.rulebook.Repeat;
import io.growthline.rulebook.Requirement.RequiredActivitiesCompleted;
import io.growthline.rulebook.Requirement.ShareAtLeast;
import io.growthline.rulebook.RuleBook;
import io.growthline.rulebook.Selector;
import io.growthline.rulebook.Versions;
import io.growthline.rulebook.Who;
import io.growthline.schemas.ledger.Category;
import io.growthline.schemas.ledger.Direction;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The brief's cases, worked out by hand, so that the oracle itself can be trusted. */
class OracleTest {

  private static final String ZONE = "Asia/Shanghai";

  @Test
  void a1ShowsTheTargetOfEachCategoryAndBlocksPromotionByAnOpenRequiredActivity() {
    RuleBook book =
        new BookDraft(ZONE)
            .target("100", "0.4", "0.3", "0.3")
            .activity("safety", course().category(Category.REQUIRED).credits("10"))
            .activity("retrospective", practice().credits("12.5"))
            .goal(
                "promotion",
                Who.EVERYONE,
                true,
                false,
                total("10"),
                new RequiredActivitiesCompleted())
            .build();
    Story story = new Story(book).approved("retrospective", "s1", "2026-03-01T09:00:00");
    OracleResult open = story.until("2026-03-02T00:00:00");
    assertThat(open.held()).isEmpty();
    assertThat(open.figures("promotion", "requiredActivities").missing()).containsExactly("safety");
    assertThat(open.figures("scheme", "credits(category=required)"))
        .isEqualTo(credits("0", "40", "40", false));
    assertThat(open.figures("scheme", "credits(category=practice)"))
        .isEqualTo(credits("12.5", "30", "17.5", false));
    assertThat(open.figures("scheme", "credits(total)"))
        .isEqualTo(credits("12.5", "100", "87.5", false));
    OracleResult done =
        story.completed("safety", "2026-03-02T09:00:00").until("2026-03-03T00:00:00");
    assertThat(done.held())
        .containsExactly(new Hold("promotion", story.millis("2026-03-02T09:00:00"), 1));
  }

  @Test
  void theThirdCategoryTakesWhatRoundingLeaves() {
    RuleBook book =
        new BookDraft(ZONE)
            .target("33.33", "0.35", "0.35", "0.3")
            .activity("a", course().credits("1"))
            .build();
    OracleResult result =
        new Story(book).completed("a", "2026-03-01T09:00:00").until("2026-03-01T09:00:00");
    // 33.33 × 0.35 = 11.6655 → 11.67; 33.33 − 2 × 11.67 = 9.99
    assertThat(result.figures("scheme", "credits(category=elective)"))
        .isEqualTo(credits("1", "11.67", "10.67", false));
    assertThat(result.figures("scheme", "credits(category=practice)"))
        .isEqualTo(credits("0", "9.99", "9.99", false));
  }

  @Test
  void a2CreditsEachAcceptedWorkshopCaseOnceAndNoneThatIsOnlySubmitted() {
    RuleBook book = new BookDraft(ZONE).activity("workshop-case", practice().credits("5")).build();
    OracleResult result =
        new Story(book)
            .submitted("workshop-case", "s1", "2026-03-01T09:00:00")
            .approved("workshop-case", "s1", "2026-03-02T09:00:00")
            .approved("workshop-case", "s1", "2026-03-03T09:00:00")
            .approved("workshop-case", "s2", "2026-03-03T09:00:00")
            .submitted("workshop-case", "s3", "2026-03-04T09:00:00")
            .until("2026-03-05T00:00:00");
    assertThat(result.amounts()).containsExactly(500L, 500L);
    assertThat(result.sums().byCategory()).containsEntry(Category.PRACTICE, 1000L);
    assertThat(result.outcomes()).containsExactly("e3 ALREADY_EARNED");
  }

  @Test
  void a2TakesAnAwardBackWhenItsSubmissionIsRejectedLaterAndGivesItAgain() {
    RuleBook book = new BookDraft(ZONE).activity("workshop-case", practice().credits("5")).build();
    Story story =
        new Story(book)
            .approved("workshop-case", "s1", "2026-03-02T09:00:00")
            .rejected("workshop-case", "s1", "2026-03-03T09:00:00");
    assertThat(story.until("2026-03-04T00:00:00").amounts()).containsExactly(500L, -500L);
    story.approved("workshop-case", "s1", "2026-03-04T09:00:00");
    assertThat(story.until("2026-03-05T00:00:00").amounts()).containsExactly(500L, -500L, 500L);
    assertThat(story.until("2026-03-05T00:00:00").sums().earned()).isEqualTo(500);
  }

  @Test
  void a3ConfirmsAtNineCreditsAndNotAtEight() {
    RuleBook book =
        new BookDraft(ZONE)
            .activity("culture", course().category(Category.REQUIRED).credits("2"))
            .activity("safety", course().category(Category.REQUIRED).credits("3"))
            .activity("process", course().category(Category.REQUIRED).credits("4"))
            .activity("other", course().credits("3"))
            .goal(
                "onboarded",
                new Who(null, null, null, 90, null),
                false,
                false,
                selected(Selector.By.ACTIVITIES, "9", "culture", "safety", "process"))
            .build();
    String row = "credits(activities=culture|safety|process)";
    Story story = new Story(book).hired("2026-01-05T08:00:00", null);
    OracleResult atHire = story.until("2026-01-05T08:00:00");
    assertThat(atHire.figures("onboarded", row).missing())
        .containsExactly("culture", "safety", "process");
    story
        .completed("culture", "2026-01-06T09:00:00")
        .completed("process", "2026-01-07T09:00:00")
        .completed("other", "2026-01-07T10:00:00");
    assertThat(story.until("2026-01-08T00:00:00").held()).isEmpty();
    assertThat(story.until("2026-01-08T00:00:00").figures("onboarded", row))
        .isEqualTo(
            new Figures(
                "credits",
                6_000_000,
                9_000_000,
                3_000_000,
                false,
                List.of("safety"),
                List.of("culture", "process")));
    story.completed("safety", "2026-04-05T23:59:59");
    assertThat(story.until("2026-06-01T00:00:00").edges())
        .containsExactly(
            new Edge("onboarded", Direction.REACHED, 1, story.millis("2026-04-05T23:59:59")));
    // 90 days after 5 January is 5 April: later the goal is held but no longer worked towards.
    assertThat(story.until("2026-04-06T00:00:00").progress()).isEmpty();
    assertThat(story.until("2026-04-06T00:00:00").held()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({"99.99, false", "100, true", "100.01, true"})
  void a5TriggersAtAHundredCredits(String earned, boolean reached) {
    RuleBook book =
        new BookDraft(ZONE)
            .activity("a", course().credits(earned))
            .goal("leave-100", total("100"))
            .build();
    OracleResult result =
        new Story(book).completed("a", "2026-03-01T09:00:00").until("2026-03-02T00:00:00");
    assertThat(!result.held().isEmpty()).isEqualTo(reached);
  }

  @ParameterizedTest
  @CsvSource({
    "100, 49.99, false",
    "100, 50, true",
    "99.99, 50, false",
    "0, 150, true",
    "150, 0, false"
  })
  void a6AsksForTotalAndForPractice(String courses, String practice, boolean reached) {
    RuleBook book =
        new BookDraft(ZONE)
            .activity("courses", course().credits(courses))
            .activity("cases", practice().credits(practice))
            .goal(
                "supervisor",
                new Who(List.of("operator"), null, null, null, null),
                true,
                false,
                total("150"),
                selected(Selector.By.CATEGORY, "50", "practice"))
            .build();
    Story story =
        new Story(book)
            .hired("2026-01-05T08:00:00", "operator")
            .completed("courses", "2026-03-01T09:00:00")
            .approved("cases", "s1", "2026-03-02T09:00:00");
    assertThat(!story.until("2026-03-03T00:00:00").held().isEmpty()).isEqualTo(reached);
    story.transferred("2026-03-01T00:00:00", "clerk");
    assertThat(story.until("2026-03-03T00:00:00").edges()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"29.99, 70.01, false, 0.299900", "30, 70, true, 0.300000", "1, 2, true, 0.333333"})
  void a7ComparesSharesExactly(String part, String rest, boolean met, String shown) {
    OracleResult result =
        new Story(shareBook(part, rest))
            .completed("lead-a-team", "2026-03-01T09:00:00")
            .completed("rest", "2026-03-01T09:00:00")
            .until("2026-03-02T00:00:00");
    Figures share = result.figures("store-manager", "share(tag=team-management)");
    assertThat(share.met()).isEqualTo(met);
    assertThat(BigDecimal.valueOf(share.current(), 6)).isEqualTo(new BigDecimal(shown));
    assertThat(!result.held().isEmpty()).isEqualTo(met);
  }

  @Test
  void a7LosesAShareThatOtherCreditsDilute() {
    Story story =
        new Story(shareBook("30", "70.01"))
            .completed("lead-a-team", "2026-03-01T09:00:00")
            .completed("rest", "2026-03-02T09:00:00");
    assertThat(story.until("2026-03-03T00:00:00").edges())
        .containsExactly(
            new Edge("store-manager", Direction.REACHED, 1, story.millis("2026-03-01T09:00:00")),
            new Edge("store-manager", Direction.LOST, 1, story.millis("2026-03-02T09:00:00")));
  }

  private static RuleBook shareBook(String part, String rest) {
    return new BookDraft(ZONE)
        .activity("lead-a-team", course().credits(part).tags("team-management"))
        .activity("rest", course().credits(rest))
        .goal(
            "store-manager",
            Who.EVERYONE,
            true,
            false,
            new ShareAtLeast(
                new Selector(Selector.By.TAG, List.of("team-management")), new BigDecimal("0.30")))
        .build();
  }

  @Test
  void a8KeepsTheRuleVersionThatWasInForceOnTheLocalDay() {
    RuleBook book =
        new BookDraft(ZONE)
            .activity(
                "data",
                Map.of(
                    Versions.START,
                    course().credits(null),
                    BookDraft.day("2024-01-01"),
                    each("2"),
                    BookDraft.day("2026-01-01"),
                    each("4")))
            .build();
    OracleResult result =
        new Story(book)
            .completed("data", "2023-12-31T23:59:59")
            .completed("data", "2024-01-01T00:00:00")
            .completed("data", "2025-12-31T23:59:59")
            .completed("data", "2026-01-01T00:00:00")
            .until("2026-02-01T00:00:00");
    assertThat(result.amounts()).containsExactly(200L, 200L, 400L);
    assertThat(result.postings())
        .extracting(Entry::ruleVersion)
        .containsExactly(
            "data@2024-01-01#00000000", "data@2024-01-01#00000000", "data@2026-01-01#00000000");
    assertThat(result.outcomes()).containsExactly("e1 NOT_OFFERED");
    assertThat(result.sums().periodEarned()).isEqualTo(400);
  }

  private static ActivityDraft each(String credits) {
    return course().credits(credits).repeat(Repeat.EACH);
  }

  private static Figures credits(String current, String target, String gap, boolean met) {
    return new Figures(
        "credits",
        hundredths(current) * 10_000,
        hundredths(target) * 10_000,
        hundredths(gap) * 10_000,
        met,
        List.of(),
        List.of());
  }
}
