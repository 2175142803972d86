package io.growthline.recommend.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.growthline.rulebook.RuleBook;
import io.growthline.schemas.ledger.EmployeeProgress;
import io.growthline.schemas.ledger.GoalKind;
import io.growthline.schemas.ledger.GoalProgress;
import io.growthline.schemas.ledger.RequirementProgress;
import io.growthline.schemas.recommendations.EmployeeRecommendations;
import io.growthline.schemas.recommendations.ReasonCode;
import io.growthline.schemas.recommendations.RecommendationReason;
import io.growthline.schemas.recommendations.RecommendedActivity;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** What is recommended, what is not, and why. */
class RecommenderTest {

  private static final int TODAY = Learners.day("2026-03-10");

  private static final RuleBook BOOK =
      Learners.book(
          """
          scheme: {zone: UTC, recommendations: {items: 4, perTag: 2}}
          activities:
            - {id: intro, title: {en: Introduction, zh: 入门}, kind: course, category: elective,
               credits: 3, format: video, tags: [sales], skills: [{skill: selling, level: 1}]}
            - {id: middle, kind: course, category: elective, credits: 4, format: case,
               tags: [sales], skills: [{skill: selling, level: 3}]}
            - {id: expert, kind: course, category: elective, credits: 6, format: case,
               tags: [sales], skills: [{skill: selling, level: 5}]}
            - {id: chains, kind: course, category: elective, credits: 2, tags: [blockchain]}
            - {id: pricing, kind: course, category: elective, credits: 2, tags: [sales],
               prerequisites: [maths]}
            - {id: maths, kind: course, category: elective, credits: 1}
            - {id: safety, kind: course, category: required, credits: 1,
               repeat: {every: {months: 12}}}
            - {id: lathe, kind: course, category: elective, credits: 5, jobs: [operator]}
            - {id: kaizen, kind: practice, category: practice, credits: 5}
            - {id: old, kind: course, category: elective, credits: 9, offered: {until: 2026-03-10}}
            - {id: idea, kind: course, category: elective, credits: 9, candidate: true}
          goals:
            - {id: certificate, kind: certification, requires: [{credits: total, atLeast: 100}]}
          skills:
            - {id: selling, title: {en: Selling, zh: 销售}, demand: 0.5}
          jobs:
            - {id: seller, title: {en: Seller, zh: 销售员}}
            - {id: operator}
          """);

  /** Six credits short of the certificate. */
  private static EmployeeProgress certificate() {
    RequirementProgress gap =
        new RequirementProgress(
            "credits(total)",
            "credits",
            94_000_000,
            100_000_000,
            6_000_000,
            false,
            List.of(),
            List.of(),
            List.of("expert"));
    return new EmployeeProgress(
        "li-na",
        7,
        0,
        "n",
        List.of(
            new GoalProgress(
                "certificate",
                GoalKind.CERTIFICATION,
                Map.of("en", "Certificate"),
                false,
                null,
                0,
                List.of(gap))));
  }

  private static EmployeeRecommendations list(Learners person) {
    return new Recommender(BOOK, null, TODAY).recommend(person.vector(), null, 0);
  }

  private static List<String> ids(Learners person) {
    return list(person).items().stream().map(RecommendedActivity::activityId).toList();
  }

  private static RecommendedActivity item(EmployeeRecommendations list, String id) {
    return list.items().stream().filter(i -> i.activityId().equals(id)).findFirst().orElseThrow();
  }

  private static List<ReasonCode> codes(RecommendedActivity item) {
    return item.reasons().stream().map(RecommendationReason::code).toList();
  }

  @Test
  void whatIsOfferedAndForTheJobCanBeRecommended() {
    assertThat(ids(new Learners())).isNotEmpty().doesNotContain("old", "idea", "lathe");
    assertThat(ids(new Learners().job("operator", 0))).contains("lathe");
  }

  @Test
  void practiceIsForGrowthPlansAlone() {
    assertThat(ids(new Learners().clicked("kaizen", 9))).doesNotContain("kaizen");
  }

  @Test
  void c4WhatIsDoneNeverComesBackUnlessItCanBeRepeated() {
    Learners person =
        new Learners().completed("intro", "2026-01-01").completed("safety", "2025-03-11");
    assertThat(ids(person)).doesNotContain("intro", "safety");
    assertThat(ids(new Learners().clicked("safety", 9).completed("safety", "2025-03-10")))
        .contains("safety");
  }

  @Test
  void whatSomeoneIsEnrolledInIsNotRecommended() {
    assertThat(ids(new Learners().clicked("chains", 9).enrolled("chains")))
        .doesNotContain("chains");
    assertThat(ids(new Learners().clicked("chains", 9))).contains("chains");
  }

  @Test
  void c6NothingBelowWhatSomeoneHasAndNoLeapOverAStepOnOffer() {
    assertThat(ids(new Learners().completed("middle", "2026-01-01"))).doesNotContain("intro");
    assertThat(ids(new Learners().clicked("expert", 9))).doesNotContain("expert");
    assertThat(ids(new Learners().clicked("expert", 9).completed("middle", "2026-01-01")))
        .contains("expert");
  }

  @Test
  void c6AStepThatIsForAnotherJobIsNone() {
    RuleBook book =
        Learners.book(
            """
            scheme: {zone: UTC}
            activities:
              - {id: first, kind: course, category: elective, credits: 1, jobs: [seller],
                 skills: [{skill: selling, level: 1}]}
              - {id: third, kind: course, category: elective, credits: 1,
                 skills: [{skill: selling, level: 3}]}
            """);
    Recommender recommender = new Recommender(book, null, TODAY);
    assertThat(recommender.recommend(new Learners().job("seller", 30).vector(), null, 0).items())
        .extracting(RecommendedActivity::activityId)
        .containsExactly("first");
    assertThat(recommender.recommend(new Learners().job("manager", 30).vector(), null, 0).items())
        .extracting(RecommendedActivity::activityId)
        .containsExactly("third");
    assertThat(recommender.recommend(new Learners().job("seller", 730).vector(), null, 0).items())
        .as("whoever is experienced may be up to it")
        .extracting(RecommendedActivity::activityId)
        .contains("third");
  }

  @Test
  void c6WhatTheirJobLongAskedForIsBelowTheExperienced() {
    RuleBook book =
        Learners.book(
            """
            scheme: {zone: UTC}
            activities:
              - {id: first, kind: course, category: elective, credits: 1,
                 skills: [{skill: selling, level: 1}]}
              - {id: third, kind: course, category: elective, credits: 1,
                 skills: [{skill: selling, level: 3}]}
            jobs: [{id: manager, skills: [{skill: selling, level: 3}]}]
            """);
    Recommender recommender = new Recommender(book, null, TODAY);
    assertThat(recommender.recommend(new Learners().job("manager", 730).vector(), null, 0).items())
        .extracting(RecommendedActivity::activityId)
        .containsExactly("third");
    assertThat(recommender.recommend(new Learners().job("manager", 729).vector(), null, 0).items())
        .extracting(RecommendedActivity::activityId)
        .containsExactly("first");
  }

  @Test
  void aMissingPrerequisiteIsOfferedInstead() {
    EmployeeRecommendations list = list(new Learners().clicked("pricing", 9));
    assertThat(list.items().get(0).activityId()).isEqualTo("maths");
    assertThat(codes(list.items().get(0))).contains(ReasonCode.CLICKED, ReasonCode.NEEDED_FIRST);
    assertThat(ids(new Learners().clicked("pricing", 9).completed("maths", "2026-01-01")))
        .first()
        .isEqualTo("pricing");
  }

  /** What an experienced person is taken to know can still be asked of them on paper. */
  @Test
  void aMissingPrerequisiteIsOfferedThoughItTeachesThemNothingNew() {
    RuleBook book =
        Learners.book(
            """
            scheme: {zone: UTC}
            activities:
              - {id: basics, kind: course, category: elective, credits: 1,
                 skills: [{skill: lean, level: 1}]}
              - {id: advanced, kind: course, category: elective, credits: 1,
                 skills: [{skill: lean, level: 3}], prerequisites: [basics]}
            jobs: [{id: supervisor, skills: [{skill: lean, level: 3}]}]
            """);
    assertThat(
            new Recommender(book, null, TODAY)
                .recommend(new Learners().job("supervisor", 800).vector(), null, 0)
                .items())
        .singleElement()
        .satisfies(
            item -> {
              assertThat(item.activityId()).isEqualTo("basics");
              assertThat(item.reasons())
                  .extracting(RecommendationReason::code)
                  .contains(ReasonCode.NEEDED_FIRST);
            });
  }

  @Test
  void whatWeighsNothingMovesNothingAndIsNoReason() {
    String activities =
        """
        activities:
          - {id: a, kind: course, category: elective, credits: 1}
          - {id: b, kind: course, category: elective, credits: 1, tags: [t],
             skills: [{skill: s, level: 1}]}
        goals: [{id: certificate, kind: certification, requires: [{credits: total, atLeast: 2}]}]
        skills: [{id: s, demand: 1}]
        """;
    RuleBook book =
        Learners.book(
            "scheme: {zone: UTC, recommendations: {weights:"
                + " {taste: 0, goals: 0, skills: 0, demand: 0}}}\n"
                + activities);
    EmployeeRecommendations list =
        new Recommender(book, null, TODAY)
            .recommend(
                new Learners().clicked("b", 9, "t").lacks("s", 0, 1).vector(), certificate(), 0);
    assertThat(list.items())
        .extracting(RecommendedActivity::activityId)
        .as("equal ones in the order of ids")
        .containsExactly("a", "b");
    assertThat(list.items())
        .allSatisfy(
            item -> {
              assertThat(item.score()).isZero();
              assertThat(item.reasons()).isEmpty();
            });
  }

  @Test
  void c3ClicksOnATagBringItsCourseForwardWhoeverTookIt() {
    assertThat(ids(new Learners()).get(0)).isNotEqualTo("chains");
    EmployeeRecommendations list = list(new Learners().clicked("news", 2, "blockchain"));
    assertThat(list.items().get(0).activityId()).isEqualTo("chains");
    RecommendationReason reason = list.items().get(0).reasons().get(0);
    assertThat(reason.code()).isEqualTo(ReasonCode.INTEREST);
    assertThat(reason.subject()).isEqualTo("blockchain");
    assertThat(reason.text()).containsKeys("en", "zh");
  }

  @Test
  void formatsAreMatchedBeforeAnythingWasEverLearned() {
    assertThat(ids(new Learners().prefers("video"))).first().isEqualTo("intro");
    assertThat(codes(item(list(new Learners().prefers("video")), "intro")))
        .contains(ReasonCode.FORMAT);
  }

  @Test
  void ofOneTagThereAreOnlySoMany() {
    Learners person = new Learners().clicked("news", 50, "sales").completed("maths", "2026-01-01");
    assertThat(ids(person)).filteredOn(List.of("intro", "middle", "pricing")::contains).hasSize(2);
    assertThat(ids(person)).hasSize(4);
  }

  @Test
  void whoHasLeftIsRecommendedNothing() {
    assertThat(list(new Learners().left()).items()).isEmpty();
  }

  @Test
  void skillsOfTheJobAndDemandAreReasons() {
    RecommendedActivity middle =
        item(
            list(new Learners().completed("intro", "2026-01-01").lacks("selling", 1, 2)), "middle");
    assertThat(middle.reasons())
        .filteredOn(reason -> reason.code() == ReasonCode.SKILL_GAP)
        .singleElement()
        .satisfies(
            reason -> {
              assertThat(reason.share()).isEqualTo(0.5);
              assertThat(reason.text())
                  .containsEntry("en", "Your job, or the next, asks for Selling");
            });
    assertThat(middle.reasons())
        .filteredOn(reason -> reason.code() == ReasonCode.DEMAND)
        .singleElement()
        .extracting(RecommendationReason::share)
        .isEqualTo(0.1);
  }

  @Test
  void whatBringsTheNearestGoalNearerIsAReason() {
    EmployeeRecommendations list =
        new Recommender(BOOK, null, TODAY)
            .recommend(new Learners().earned(9400, "certificate").vector(), certificate(), 0);
    assertThat(item(list, "intro").reasons())
        .filteredOn(reason -> reason.code() == ReasonCode.GOAL)
        .singleElement()
        .extracting(RecommendationReason::share)
        .isEqualTo(0.25);
    assertThat(list.growth())
        .singleElement()
        .satisfies(
            plan -> {
              assertThat(plan.activities()).containsExactly("expert");
              assertThat(plan.closes()).isTrue();
            });
  }

  /** A model of any figures, which knows some courses and some signals only. */
  private static TasteModel anyModel(Random random) {
    List<SignalId> signals =
        List.of(
            SignalId.ANYONE,
            new SignalId(SignalKind.JOB, "seller"),
            new SignalId(SignalKind.TENURE, "seller/1"),
            new SignalId(SignalKind.TAKEN, "maths"),
            new SignalId(SignalKind.LAST_TAKEN, "maths"),
            new SignalId(SignalKind.GRADE, "senior"),
            new SignalId(SignalKind.PREFERRED_FORMAT, "case"));
    List<String> activities = List.of("safety", "intro", "chains", "unheard-of");
    float[][] rows = new float[signals.size()][activities.size()];
    for (float[] row : rows) {
      for (int i = 0; i < row.length; i++) {
        row[i] = (float) random.nextGaussian();
      }
    }
    return new TasteModel("v1", Memory.DEFAULT, signals, activities, rows);
  }

  @Property(tries = 500)
  void sharesAddUpToTheScoreAndScoresDescend(
      @ForAll long seed, @ForAll @IntRange(min = 0, max = 5) int clicks) {
    Random random = new Random(seed);
    Learners person =
        new Learners()
            .job("seller", random.nextInt(3000))
            .grade("senior")
            .prefers("case", "video")
            .clicked("chains", clicks, "blockchain", "sales")
            .lacks("selling", random.nextInt(2), 1 + random.nextInt(3));
    if (random.nextBoolean()) {
      person.completed("maths", "2026-01-01");
    }
    EmployeeProgress progress = random.nextInt(4) == 0 ? null : certificate();
    EmployeeRecommendations list =
        new Recommender(BOOK, anyModel(random), TODAY).recommend(person.vector(), progress, 0);
    assertThat(list.modelVersion()).isEqualTo("v1");
    assertThat(list.items()).isNotEmpty();
    for (RecommendedActivity item : list.items()) {
      double sum = item.reasons().stream().mapToDouble(RecommendationReason::share).sum();
      assertThat(sum).isCloseTo(item.score(), within(1e-9));
    }
    assertThat(list.items())
        .extracting(RecommendedActivity::score)
        .isSortedAccordingTo(Collections.reverseOrder());
  }

  @Test
  void whatTheModelKnowsCountsAndWhereItKnowsNothingTheRuleBookDoes() {
    TasteModel model =
        new TasteModel(
            "v1",
            Memory.DEFAULT,
            List.of(new SignalId(SignalKind.PREFERRED_FORMAT, "video")),
            List.of("intro", "maths"),
            new float[][] {{0f, 0.05f}});
    List<String> ids =
        new Recommender(BOOK, model, TODAY)
                .recommend(
                    new Learners().prefers("video").clicked("n", 1, "blockchain").vector(), null, 0)
                .items()
                .stream()
                .map(RecommendedActivity::activityId)
                .toList();
    assertThat(ids).startsWith("chains", "maths");
  }
}
