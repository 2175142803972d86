package io.growthline.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.growthline.schemas.ledger.Balance;
import io.growthline.schemas.ledger.Category;
import io.growthline.schemas.ledger.Decision;
import io.growthline.schemas.ledger.Direction;
import io.growthline.schemas.ledger.EmployeeProgress;
import io.growthline.schemas.ledger.GoalKind;
import io.growthline.schemas.ledger.GoalProgress;
import io.growthline.schemas.ledger.Milestone;
import io.growthline.schemas.ledger.Outcome;
import io.growthline.schemas.ledger.Posting;
import io.growthline.schemas.ledger.PostingKind;
import io.growthline.schemas.ledger.RequirementProgress;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A wrong, a missing and a surplus fact are found, or the cases would prove nothing. */
class ExpectationTest {

  private static final long UNTIL = 1_000;

  private static final List<String> SAID =
      List.of(
          "# what the ledger says below",
          "",
          "balance li-na earned=5.00 available=5 required=0 elective=0 practice=5.00",
          "posting li-na EARN case +5.00 version=case@start cause=e1",
          "decision e2 ALREADY_EARNED",
          "milestone li-na first-five REACHED firing=1 at=1970-01-01T00:00:00.500Z",
          "holds li-na first-five since=1970-01-01T00:00:00.500Z",
          "progress li-na first-five credits(category=practice) current=5 target=5.0 gap=0 met=true missing=[]",
          "no-progress li-na second-five");

  @Test
  void whatIsSaidAsExpectedMakesNoDifference() {
    assertThat(differences(SAID, said())).isEmpty();
  }

  @Test
  void aWrongBalanceIsFound() {
    Observed observed = said();
    observed.add(balance(501, 3, 600));
    assertThat(differences(SAID, observed))
        .containsExactlyInAnyOrder(
            "+ balance li-na available=5.01 debt=0 earned=5.01 elective=0 expired=0 period=0"
                + " practice=5 redeemed=0 required=0",
            "- balance li-na available=5 earned=5 elective=0 practice=5 required=0");
  }

  @Test
  void anOlderVersionOfABalanceCountsForNothing() {
    Observed observed = said();
    observed.add(balance(400, 1, 300));
    assertThat(differences(SAID, observed)).isEmpty();
  }

  @Test
  void whatIsSaidOfLaterIsLeftOut() {
    Observed observed = said();
    observed.add(balance(400, 9, UNTIL + 1));
    observed.add(milestone("m2", Direction.LOST, UNTIL + 1));
    observed.add(new EmployeeProgress("li-na", 9, UNTIL + 1, "n", List.of()));
    assertThat(differences(SAID, observed)).isEmpty();
  }

  @Test
  void eachMissingFactIsFound() {
    assertThat(differences(SAID, new Observed(UNTIL)))
        .hasSize(6)
        .allMatch(line -> line.startsWith("- "));
  }

  @Test
  void aSurplusPostingIsFoundEvenIfItIsTheSameAgain() {
    Observed observed = said();
    observed.add(posting("e1"));
    assertThat(differences(SAID, observed))
        .containsExactly(
            "+ posting li-na EARN case +5.00 at=1970-01-01T00:00:00.500Z available=5 cause=e1"
                + " version=case@start");
  }

  @Test
  void aSurplusDecisionIsFound() {
    Observed observed = said();
    observed.add(decision("e3"));
    assertThat(differences(SAID, observed))
        .containsExactly("+ decision e3 ALREADY_EARNED credits=none");
  }

  @Test
  void aSurplusMilestoneIsFoundButNotOneToldAgain() {
    Observed observed = said();
    observed.add(milestone("m1", Direction.REACHED, 500));
    assertThat(differences(SAID, observed)).isEmpty();
    observed.add(milestone("m2", Direction.LOST, 700));
    assertThat(differences(SAID, observed))
        .singleElement()
        .asString()
        .startsWith("+ milestone li-na first-five LOST");
  }

  @Test
  void otherProgressIsFoundAndMoreProgressIsNoFault() {
    Observed observed = said();
    observed.add(progress("first-five", 4_990_000, "third-five"));
    assertThat(differences(SAID, observed))
        .hasSize(2)
        .allMatch(line -> line.contains("progress li-na first-five credits(category=practice)"));
  }

  @Test
  void progressThatShouldNotBeIsFound() {
    Observed observed = said();
    observed.add(progress("first-five", 5_000_000, "second-five"));
    assertThat(differences(SAID, observed))
        .singleElement()
        .asString()
        .startsWith("+ progress li-na second-five");
  }

  @Test
  void othersPeopleAreNotLookedAt() {
    Observed observed = said();
    observed.add(new Decision("lms", "e9", "zhang-wei", "case", Outcome.CAPPED, null, 700, null));
    assertThat(differences(SAID, observed)).isEmpty();
  }

  @Test
  void anExpectationThatSaysTooLittleIsRefused() {
    assertThatThrownBy(() -> Fact.parse("balance li-na earned=5.00"))
        .hasMessageContaining("balance");
    assertThatThrownBy(() -> Fact.parse("balnce li-na")).hasMessageContaining("balnce");
    assertThatThrownBy(() -> Expectation.parse(List.of("# nothing")))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static List<String> differences(List<String> expected, Observed observed) {
    return Expectation.parse(expected).differences(observed);
  }

  private static Observed said() {
    Observed observed = new Observed(UNTIL);
    observed.add(balance(500, 2, 500));
    observed.add(posting("e1"));
    observed.add(decision("e2"));
    observed.add(milestone("m1", Direction.REACHED, 500));
    observed.add(progress("first-five", 5_000_000, "third-five"));
    return observed;
  }

  private static Balance balance(long earned, long version, long asOf) {
    return new Balance(
        "li-na", earned, earned, 0, 0, 500, 0, 0, 0, 0, version, asOf, "notice", 1, "hash", 0L);
  }

  private static Posting posting(String cause) {
    return new Posting(
        "entry",
        "li-na",
        1,
        PostingKind.EARN,
        "case",
        Category.PRACTICE,
        500,
        500,
        500,
        0,
        500,
        "lms",
        cause,
        "case@start#01234567",
        "entry",
        null,
        null,
        500,
        500,
        "",
        "hash");
  }

  private static Decision decision(String eventId) {
    return new Decision("lms", eventId, "li-na", "case", Outcome.ALREADY_EARNED, null, 600, null);
  }

  private static Milestone milestone(String id, Direction direction, long at) {
    return new Milestone(
        id,
        "li-na",
        "first-five",
        GoalKind.REWARD,
        direction,
        1,
        at,
        "lms",
        "e1",
        Map.of(),
        null,
        "",
        2);
  }

  private static EmployeeProgress progress(String held, long current, String open) {
    RequirementProgress requirement =
        new RequirementProgress(
            "credits(category=practice)",
            "credits",
            current,
            5_000_000,
            5_000_000 - current,
            current >= 5_000_000,
            List.of(),
            List.of(),
            List.of());
    return new EmployeeProgress(
        "li-na",
        2,
        500,
        "notice",
        List.of(
            new GoalProgress(held, GoalKind.REWARD, Map.of(), true, 500L, 1, List.of(requirement)),
            new GoalProgress(
                open, GoalKind.REWARD, Map.of(), false, null, 0, List.of(requirement))));
  }
}
