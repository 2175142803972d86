package io.growthline.local.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.growthline.schemas.avro.RecordData;
import io.growthline.schemas.features.FeatureVector;
import io.growthline.schemas.ledger.Category;
import io.growthline.schemas.ledger.Direction;
import io.growthline.schemas.ledger.EmployeeProgress;
import io.growthline.schemas.ledger.GoalKind;
import io.growthline.schemas.ledger.GoalProgress;
import io.growthline.schemas.ledger.Milestone;
import io.growthline.schemas.ledger.Posting;
import io.growthline.schemas.ledger.PostingKind;
import io.growthline.schemas.ledger.RequirementProgress;
import io.growthline.schemas.recommendations.EmployeeRecommendations;
import io.growthline.schemas.recommendations.GrowthGap;
import io.growthline.schemas.recommendations.GrowthPlan;
import io.growthline.schemas.recommendations.ReasonCode;
import io.growthline.schemas.recommendations.RecommendationReason;
import io.growthline.schemas.recommendations.RecommendedActivity;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TriggerLinesTest {

  private static final long MILLION = 1_000_000;
  private final TriggerLines lines = new TriggerLines(Map.of("li-na", "Li Na"));

  @Test
  void a4WhoIsCloseIsToldWhatIsNextAndWhatReachesTheGoal() {
    assertThat(lines.of(list(85, ReasonCode.GOAL)))
        .containsExactly(
            "Li Na: next Lean Production Advanced (6 credits): Because; to Senior Skill"
                + " Certification: lean-advanced, robotics");
    assertThat(lines.of(list(85, ReasonCode.GOAL))).isEmpty();
    assertThat(lines.of(list(84, ReasonCode.GOAL))).isEmpty();
  }

  @Test
  void c3WhoClickedIsToldWhatCameOfIt() {
    assertThat(lines.of(list(10, ReasonCode.CLICKED)))
        .containsExactly("Li Na: next Lean Production Advanced (6 credits): Because");
  }

  @Test
  void whatSomeoneLooksAtMostIsToldWhenItIsAnother() {
    assertThat(lines.of(interestedIn(Map.of("lean", 1.9, "blockchain", 0.5)))).isEmpty();
    assertThat(lines.of(interestedIn(Map.of("lean", 2.1, "blockchain", 0.5))))
        .containsExactly(
            "Li Na: looks at lean most, 0 courses begun, 0 completed, 0 credits in 90 days");
    assertThat(lines.of(interestedIn(Map.of("lean", 2.4, "blockchain", 1.5)))).isEmpty();
    assertThat(lines.of(interestedIn(Map.of("lean", 2.3, "blockchain", 2.5))))
        .containsExactly(
            "Li Na: looks at blockchain most, 0 courses begun, 0 completed, 0 credits in 90 days");
  }

  private static FeatureVector interestedIn(Map<String, Double> tags) {
    RecordData<FeatureVector> vectors = RecordData.of(FeatureVector.class);
    FeatureVector nothing = FeatureVector.unknown("li-na", 1);
    Object[] values =
        vectors.schema().getFields().stream()
            .map(
                field ->
                    field.name().equals("tagInterest")
                        ? tags
                        : vectors.getField(nothing, field.name(), field.pos()))
            .toArray();
    return (FeatureVector) vectors.newRecord(vectors.schema(), values);
  }

  private static EmployeeRecommendations list(long credits, ReasonCode why) {
    GrowthGap gap =
        new GrowthGap(
            "credits(total)",
            "credits",
            credits * MILLION,
            100 * MILLION,
            (100 - credits) * MILLION);
    return new EmployeeRecommendations(
        "li-na",
        1,
        0,
        "n",
        null,
        List.of(
            new RecommendedActivity(
                "lean-advanced",
                Map.of("en", "Lean Production Advanced"),
                600,
                1,
                null,
                List.of(new RecommendationReason(why, null, Map.of("en", "Because"), 1)))),
        List.of(
            new GrowthPlan(
                "senior-skill",
                Map.of("en", "Senior Skill Certification"),
                List.of(gap),
                List.of("lean-advanced", "robotics"),
                true)),
        Map.of());
  }

  @Test
  void a4WhoLacksFifteenOfAHundredCreditsIsTold() {
    assertThat(lines.of(progress(85 * MILLION, false)))
        .containsExactly("Li Na: 85 credits, 15 short of Senior Skill Certification");
  }

  @Test
  void whoLacksMoreIsNot() {
    assertThat(lines.of(progress(84_990_000, false))).isEmpty();
  }

  @Test
  void whoHoldsTheGoalIsNot() {
    assertThat(lines.of(progress(85 * MILLION, true))).isEmpty();
  }

  @Test
  void nothingIsToldAgainUntilTheNextStep() {
    assertThat(lines.of(progress(85 * MILLION, false))).hasSize(1);
    assertThat(lines.of(progress(85 * MILLION, false))).isEmpty();
    assertThat(lines.of(progress(89_990_000, false))).isEmpty();
    assertThat(lines.of(progress(90 * MILLION, false)))
        .containsExactly("Li Na: 90 credits, 10 short of Senior Skill Certification");
  }

  @Test
  void aGoalReachedIsToldOnceHoweverOftenItIsAnnounced() {
    assertThat(lines.of(milestone(Direction.REACHED)))
        .containsExactly("Li Na: reached Senior Skill Certification (100 of 100 credits)");
    assertThat(lines.of(milestone(Direction.REACHED))).isEmpty();
  }

  @Test
  void aGoalLostIsTold() {
    assertThat(lines.of(milestone(Direction.LOST)))
        .containsExactly("Li Na: lost Senior Skill Certification (100 of 100 credits)");
  }

  @Test
  void a5ARewardTakenAndGivenBackIsTold() {
    assertThat(lines.of(posting(PostingKind.REDEEM, "leave-day for 100 credits")))
        .containsExactly("Li Na: took leave-day for 100 credits");
    assertThat(lines.of(posting(PostingKind.CANCEL, "leave-day")))
        .containsExactly("Li Na: gave back leave-day");
  }

  @Test
  void whatIsEarnedAndExpiresIsNot() {
    assertThat(lines.of(posting(PostingKind.EARN, null))).isEmpty();
    assertThat(lines.of(posting(PostingKind.EXPIRE, null))).isEmpty();
  }

  private static Posting posting(PostingKind kind, String reason) {
    return new Posting(
        "entry",
        "li-na",
        1,
        kind,
        null,
        Category.UNKNOWN,
        0,
        -10_000,
        0,
        0,
        0,
        "portal",
        "portal-1",
        null,
        null,
        null,
        reason,
        10_000,
        0,
        "",
        "hash");
  }

  private static EmployeeProgress progress(long current, boolean held) {
    RequirementProgress total =
        new RequirementProgress(
            "credits(total)",
            "credits",
            current,
            100 * MILLION,
            100 * MILLION - current,
            false,
            List.of(),
            List.of(),
            List.of());
    GoalProgress goal =
        new GoalProgress(
            "senior-skill",
            GoalKind.CERTIFICATION,
            Map.of("en", "Senior Skill Certification"),
            held,
            null,
            0,
            List.of(total));
    return new EmployeeProgress("li-na", 7, 0, "li-na@7", List.of(goal));
  }

  private static Milestone milestone(Direction direction) {
    return new Milestone(
        "m-" + direction,
        "li-na",
        "senior-skill",
        GoalKind.CERTIFICATION,
        direction,
        1,
        0,
        "lms",
        "lms-1",
        Map.of("en", "Senior Skill Certification"),
        null,
        "100 of 100 credits",
        7);
  }
}
