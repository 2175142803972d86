package io.growthline.ledger;

import static io.growthline.ledger.SampleFacts.completed;
import static org.assertj.core.api.Assertions.assertThat;

import io.growthline.schemas.ledger.GoalProgress;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which activities are said to close each gap. */
class SuggestionsTest {

  private static final String NOON = "2026-03-10T12:00:00Z";

  private static final String ACTIVITIES =
      """
      scheme: {zone: UTC}
      activities:
        - {id: start, kind: course, category: elective, credits: 1}
        - {id: basics, kind: course, category: elective, credits: 2}
        - {id: advanced, kind: course, category: elective, credits: 6, tags: [lean],
           skills: [{skill: lean, level: 3}], prerequisites: [basics]}
        - {id: lecture, kind: course, category: elective, credits: 5}
        - {id: safety, kind: course, category: required, credits: 3}
        - {id: kaizen, kind: practice, category: practice, credits: 4}
        - {id: talk, kind: practice, category: practice, credits: 3,
           cap: {credits: 3, per: lifetime}}
        - {id: secret, kind: course, category: elective, credits: 50, jobs: [boss]}
        - {id: past, kind: course, category: elective, credits: 50, offered: {until: 2026-03-01}}
        - {id: idea, kind: course, category: elective, credits: 50, candidate: true}
        - {id: free, kind: course, category: elective, credits: 0}
      goals:
        - {id: goal, kind: certification, requires: [%s]}
      jobs: [{id: boss}]
      """;

  private static List<String> suggested(String requirement, String... done) {
    InMemoryLedger ledger = InMemoryLedger.of(ACTIVITIES.formatted(requirement));
    ledger.arrive(completed("0", "start", NOON));
    for (String activity : done) {
      ledger.arrive(completed(activity, activity, NOON));
    }
    return suggestedBy(ledger);
  }

  private static List<String> suggestedBy(InMemoryLedger ledger) {
    GoalProgress goal = ledger.progress().goals().get(0);
    return goal.requirements().get(0).suggestedActivities();
  }

  @Test
  void a4TheCoursesThatCloseTheGapAreFew() {
    assertThat(suggested("{credits: total, atLeast: 7}", "basics")).containsExactly("advanced");
    assertThat(suggested("{credits: total, atLeast: 12}", "basics"))
        .containsExactly("advanced", "lecture");
  }

  @Test
  void whatIsReachedNeedsNothing() {
    assertThat(suggested("{credits: total, atLeast: 1}")).isEmpty();
  }

  @Test
  void prerequisitesStandBeforeWhatNeedsThem() {
    assertThat(suggested("{skill: lean, atLeast: 2}")).containsExactly("basics", "advanced");
    assertThat(suggested("{skill: lean, atLeast: 2}", "basics")).containsExactly("advanced");
  }

  @Test
  void whatIsDoneCannotEarnAgain() {
    assertThat(suggested("{credits: total, atLeast: 9}", "basics", "lecture"))
        .containsExactly("advanced");
  }

  @Test
  void ofTwoWaysTheShorterIsSuggestedThoughItsFirstStepIsWorthLittle() {
    InMemoryLedger ledger =
        InMemoryLedger.of(
            """
            scheme: {zone: UTC}
            activities:
              - {id: one-more, kind: course, category: elective, credits: 0}
              - {id: seven, kind: course, category: elective, credits: 7}
              - {id: one, kind: course, category: elective, credits: 1}
              - {id: twelve, kind: course, category: elective, credits: 12, prerequisites: [one]}
            goals:
              - {id: goal, kind: certification, requires: [{credits: total, atLeast: 13}]}
            """);
    ledger.arrive(completed("0", "one-more", NOON));
    assertThat(suggestedBy(ledger)).containsExactly("one", "twelve");
  }

  @Test
  void practiceThatEarnsEachTimeMayStandThereAgain() {
    assertThat(suggested("{credits: {category: practice}, atLeast: 9}"))
        .containsExactly("kaizen", "kaizen", "kaizen");
  }

  @Test
  void whatIsMissingOfAListIsSuggested() {
    assertThat(suggested("{completed: [start, safety, lecture]}"))
        .containsExactlyInAnyOrder("safety", "lecture");
    assertThat(suggested("{completed: [start, safety, lecture], atLeast: 2}")).hasSize(1);
    assertThat(suggested("{requiredActivities: completed}")).containsExactly("safety");
  }

  @Test
  void aShareIsRaisedByWhatCountsForIt() {
    assertThat(suggested("{share: {tag: lean}, atLeast: 0.5}", "basics"))
        .containsExactly("advanced");
    // 6 of 3 + 6 credits are not 0.7 of all, and there is no more of it.
    assertThat(suggested("{share: {tag: lean}, atLeast: 0.7}", "basics")).isEmpty();
  }

  @Test
  void ofAlternativesTheShortestIsSuggested() {
    assertThat(
            suggested("{anyOf: [{skill: lean, atLeast: 2}, {completed: [lecture], atLeast: 1}]}"))
        .containsExactly("lecture");
  }

  @Test
  void whatNothingOnOfferCanCloseHasNoSuggestions() {
    assertThat(suggested("{credits: {activities: [secret]}, atLeast: 9}")).isEmpty();
    assertThat(suggested("{credits: {category: elective}, atLeast: 100}")).isEmpty();
    assertThat(suggested("{skill: lean, atLeast: 4}")).isEmpty();
    assertThat(suggested("{completed: [past]}")).isEmpty();
  }

  @Test
  void longListsAreCut() {
    assertThat(suggested("{credits: total, atLeast: 1000}")).hasSize(20);
  }
}
