package io.growthline.oracle;

import static io.growthline.oracle.ActivityDraft.course;
import static io.growthline.oracle.ActivityDraft.hundredths;
import static io.growthline.oracle.ActivityDraft.practice;
import static io.growthline.oracle.BookDraft.total;
import static org.assertj.core.api.Assertions.assertThat;

import io.growthline.oracle.OracleResult.Edge;
import io.growthline.oracle.OracleResult.Entry;
import io.growthline.rulebook.Repeat;
import io.growthline.rulebook.Requirement;
import io.growthline.rulebook.Requirement.AnyOf;
import io.growthline.rulebook.Requirement.CreditsAtLeast;
import io.growthline.rulebook.Requirement.Measure;
import io.growthline.rulebook.Requirement.SkillAtLeast;
import io.growthline.rulebook.RuleBook;
import io.growthline.rulebook.Span;
import io.growthline.rulebook.Who;
import io.growthline.rulebook.Window;
import io.growthline.rulebook.Within;
import io.growthline.schemas.ledger.Direction;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Single rules of the contract, worked out by hand. */
class OracleRulesTest {

  private static final String LONDON = "Europe/London";

  @Test
  void aCapCutsTheAwardThatDoesNotFitToTheRoomLeft() {
    RuleBook book =
        new BookDraft(LONDON)
            .activity("case", practice().credits("5").cap("12", Window.MONTH))
            .build();
    OracleResult result =
        new Story(book)
            .approved("case", "s4", "2026-03-31T23:59:59")
            .approved("case", "s1", "2026-03-01T00:00:00")
            .approved("case", "s3", "2026-03-31T09:00:00")
            .approved("case", "s2", "2026-03-30T09:00:00")
            .approved("case", "s5", "2026-04-01T00:00:00")
            .until("2026-05-01T00:00:00");
    assertThat(result.amounts()).containsExactly(500L, 500L, 200L, 500L);
    assertThat(result.outcomes()).containsExactly("e3 CAPPED", "e1 CAPPED");
  }

  @Test
  void whatWasTakenBackMakesRoomUnderTheCapAgain() {
    RuleBook book =
        new BookDraft(LONDON)
            .activity("case", practice().credits("5").cap("5", Window.LIFETIME))
            .build();
    OracleResult result =
        new Story(book)
            .approved("case", "s1", "2026-03-01T09:00:00")
            .approved("case", "s2", "2026-03-02T09:00:00")
            .rejected("case", "s1", "2026-03-03T09:00:00")
            .approved("case", "s2", "2026-03-04T09:00:00")
            .until("2026-05-01T00:00:00");
    assertThat(result.amounts()).containsExactly(500L, -500L, 500L);
    assertThat(result.outcomes()).containsExactly("e2 CAPPED");
  }

  @ParameterizedTest
  @CsvSource({"2026-02-28T00:00:00, true", "2026-02-27T23:59:59, false"})
  void everyMonthFallsBackToTheMonthsEnd(String second, boolean earns) {
    RuleBook book =
        new BookDraft(LONDON)
            .activity(
                "safety",
                course().credits("3").repeat(new Repeat(Repeat.Mode.EVERY, new Span(0, 1, 0))))
            .build();
    OracleResult result =
        new Story(book)
            .completed("safety", "2026-01-31T23:00:00")
            .completed("safety", second)
            .until("2026-03-01T00:00:00");
    assertThat(result.amounts()).hasSize(earns ? 2 : 1);
    assertThat(result.outcomes()).hasSize(earns ? 0 : 1);
  }

  @ParameterizedTest
  @CsvSource({"0.59, false", "0.6, true", "0.599999, false", ", true"})
  void thePassScoreItselfPasses(Double score, boolean passes) {
    RuleBook book =
        new BookDraft(LONDON).activity("exam", course().credits("3").passScore("0.6")).build();
    OracleResult result =
        new Story(book)
            .completed("exam", "2026-01-31T23:00:00", score)
            .until("2026-02-01T00:00:00");
    assertThat(result.amounts()).hasSize(passes ? 1 : 0);
    assertThat(result.outcomes()).hasSize(passes ? 0 : 1);
  }

  @ParameterizedTest
  @CsvSource({"2026-01-01T09:00:00", "2026-03-01T09:00:00"})
  void aVoidActsFromItsTargetsTimeWheneverItComes(String time) {
    RuleBook book = simple();
    OracleResult result =
        new Story(book)
            .completed("a", "2026-02-01T09:00:00")
            .voided("e1", time)
            .voided("e2", time)
            .voided("e4", time)
            .voided("e9", time)
            .until("2026-04-01T00:00:00");
    assertThat(result.postings()).isEmpty();
    assertThat(result.edges()).isEmpty();
    assertThat(result.outcomes()).containsExactly("e1 VOIDED");
  }

  @Test
  void aVoidedCompletionLetsTheNextOneEarn() {
    OracleResult result =
        new Story(simple())
            .completed("a", "2026-02-01T09:00:00")
            .completed("a", "2026-02-02T09:00:00")
            .voided("e1", "2026-03-01T09:00:00")
            .until("2026-04-01T00:00:00");
    assertThat(result.awards()).extracting(award -> award.cause().eventId()).containsExactly("e2");
  }

  @Test
  void anExactDuplicateIsCountedAndAConflictIsDecided() {
    Story story = new Story(simple());
    OracleResult result =
        story
            .completed("a", "2026-02-01T09:00:00")
            .again()
            .contradicted(0.5, -1)
            .until("2026-04-01T00:00:00");
    assertThat(result.duplicates()).isEqualTo(1);
    assertThat(result.postings())
        .extracting(Entry::effectiveAt)
        .containsExactly(story.millis("2026-02-01T09:00:00") - 1);
    assertThat(result.outcomes()).containsExactly("e1 CONFLICT");
  }

  @Test
  void nothingIsEarnedBetweenLeavingAndReturning() {
    OracleResult result =
        new Story(eachBook())
            .completed("a", "2026-01-01T09:00:00")
            .hired("2026-01-02T00:00:00", null)
            .completed("a", "2026-01-02T00:00:00")
            .left("2026-01-03T00:00:00")
            .completed("a", "2026-01-03T00:00:00")
            .rehired("2026-01-04T00:00:00")
            .completed("a", "2026-01-04T00:00:00")
            .until("2026-04-01T00:00:00");
    assertThat(result.amounts()).hasSize(3);
    assertThat(result.outcomes()).containsExactly("e3 NOT_EMPLOYED");
  }

  @Test
  void aRollingWindowEndsAtMidnightAfterItsLastDay() {
    RuleBook book =
        new BookDraft(LONDON)
            .activity("a", course().credits("5"))
            .goal("busy", Who.EVERYONE, true, false, within(new Within(null, new Span(7, 0, 0))))
            .build();
    // Clocks go forward on 29 March 2026.
    Story story = new Story(book).completed("a", "2026-03-25T09:00:00");
    assertThat(story.until("2026-05-01T00:00:00").edges())
        .containsExactly(
            new Edge("busy", Direction.REACHED, 1, story.millis("2026-03-25T09:00:00")),
            new Edge("busy", Direction.LOST, 1, story.millis("2026-04-02T00:00:00")));
  }

  @Test
  void aGoalPerPeriodFiresOnceInEachAndAtOnceWhereItStillHolds() {
    RuleBook book =
        new BookDraft(LONDON)
            .anniversary()
            .activity("a", course().credits("5"))
            .goal("yearly", Who.EVERYONE, false, true, total("5"))
            .build();
    Story story =
        new Story(book).hired("2024-02-29T09:00:00", null).completed("a", "2025-02-27T09:00:00");
    OracleResult result = story.until("2026-02-28T09:00:00");
    assertThat(result.edges())
        .containsExactly(
            new Edge("yearly", Direction.REACHED, 1, story.millis("2025-02-27T09:00:00")),
            new Edge("yearly", Direction.REACHED, 2, story.millis("2025-02-28T00:00:00")),
            new Edge("yearly", Direction.REACHED, 3, story.millis("2026-02-28T00:00:00")));
    assertThat(result.sums().periodEarned()).isZero();
  }

  @Test
  void anyOfShowsTheNearestOptionUntilOneIsMet() {
    RuleBook book =
        new BookDraft(LONDON)
            .activity("a", course().credits("5").skill("lean", 2))
            .goal(
                "either", new AnyOf(List.of(total("20"), new SkillAtLeast("lean", 4), total("6"))))
            .goal("both", total("5"), total("6"))
            .build();
    OracleResult result =
        new Story(book).completed("a", "2026-02-01T09:00:00").until("2026-02-01T09:00:00");
    assertThat(
            result.figures("either", "anyOf(credits(total),skill(lean),credits(total))").target())
        .isEqualTo(6_000_000);
    assertThat(result.figures("both", "credits(total)").met()).isTrue();
    assertThat(result.figures("both", "credits(total)#2").met()).isFalse();
  }

  private static RuleBook simple() {
    return new BookDraft(LONDON)
        .activity("a", course().credits("5"))
        .goal("five", total("5"))
        .build();
  }

  private static RuleBook eachBook() {
    return new BookDraft(LONDON).activity("a", course().credits("5").repeat(Repeat.EACH)).build();
  }

  private static Requirement within(Within within) {
    return new CreditsAtLeast(Measure.TOTAL, null, hundredths("5"), within);
  }
}
