package io.growthline.features.rules;

import static io.growthline.features.rules.Stated.LI_NA;
import static io.growthline.features.rules.Stated.day;
import static io.growthline.features.rules.Stated.learning;
import static io.growthline.features.rules.Stated.learningVoided;
import static io.growthline.features.rules.Stated.millis;
import static io.growthline.features.rules.Stated.people;
import static io.growthline.features.rules.Stated.sales;
import static io.growthline.features.rules.Stated.scored;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.growthline.facts.CreditStanding;
import io.growthline.facts.DayCredits;
import io.growthline.schemas.events.HrKind;
import io.growthline.schemas.events.LearningVerb;
import io.growthline.schemas.features.FeatureVector;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Each feature by hand, with what nearly counts beside what does. */
class EmployeeProfileTest {

  private static final String NOON = "2026-03-10T04:00:00Z";

  private static FeatureVector at(String instant, Statement... statements) {
    EmployeeProfile profile = new EmployeeProfile(LI_NA, Stated.rules());
    for (Statement statement : statements) {
      profile.add(statement);
    }
    return profile.vector(millis(instant), millis(instant));
  }

  @Test
  void ofSomeoneUnknownNothingIsKnown() {
    FeatureVector nobody = at(NOON);
    assertThat(nobody.employed()).isTrue();
    assertThat(nobody.jobId()).isNull();
    assertThat(nobody.tenureDays()).isNull();
    assertThat(nobody.daysInJob()).isNull();
    assertThat(nobody.preferredFormats()).isEmpty();
    assertThat(nobody.earned()).isZero();
    assertThat(nobody.nearestGoal()).isNull();
    assertThat(nobody.completionRate()).isNull();
    assertThat(nobody.meanScore()).isNull();
    assertThat(nobody.daysSinceActivity()).isNull();
    assertThat(nobody.clickedVideo()).isNull();
    assertThat(nobody.tagInterest()).isEmpty();
    assertThat(nobody.skillLevels()).isEmpty();
    assertThat(nobody.metricValues()).isEmpty();
    assertThat(nobody.version()).isZero();
  }

  @Test
  void daysAreCountedInTheSchemesZone() {
    // 16:30 in Greenwich is the next day in Shanghai.
    Statement hired =
        people("h1", HrKind.HIRED, "seller", "2026-03-01T16:30:00Z", "2026-03-01T16:30:00Z");
    assertThat(at("2026-03-02T15:59:59Z", hired).tenureDays()).isZero();
    assertThat(at("2026-03-02T16:00:00Z", hired).tenureDays()).isEqualTo(1);
  }

  @Test
  void aJobBeginsWhenItWasTakenAndNotWhenItWasConfirmed() {
    FeatureVector vector =
        at(
            NOON,
            people("h1", HrKind.HIRED, "seller", "2026-01-01T04:00:00Z", "2026-01-01T04:00:00Z"),
            people(
                "h2", HrKind.PROMOTED, "manager", "2026-02-08T04:00:00Z", "2026-02-08T04:00:00Z"),
            people(
                "h3",
                HrKind.PROFILE_UPDATED,
                "manager",
                "2026-03-01T04:00:00Z",
                "2026-03-01T04:00:00Z"));
    assertThat(vector.jobId()).isEqualTo("manager");
    assertThat(vector.daysInJob()).isEqualTo(30);
    assertThat(vector.tenureDays()).isEqualTo(68);
  }

  @Test
  void whatIsDatedAheadTakesEffectOnItsDay() {
    Statement[] statements = {
      people("h1", HrKind.HIRED, "seller", "2026-01-01T04:00:00Z", "2026-01-01T04:00:00Z"),
      people("h2", HrKind.LEFT, null, "2026-02-01T04:00:00Z", "2026-04-01T04:00:00Z")
    };
    assertThat(at("2026-04-01T03:59:59.999Z", statements).employed()).isTrue();
    assertThat(at("2026-04-01T04:00:00Z", statements).employed()).isFalse();
  }

  @Test
  void aVoidPeopleEventIsNotSaid() {
    FeatureVector vector =
        at(
            NOON,
            people("h1", HrKind.HIRED, "seller", "2026-01-01T04:00:00Z", "2026-01-01T04:00:00Z"),
            people("h2", HrKind.LEFT, null, "2026-02-01T04:00:00Z", "2026-02-01T04:00:00Z"),
            Stated.peopleVoided("h3", "h2", "2026-02-02T04:00:00Z"),
            Stated.prefers("h4", "2026-02-03T04:00:00Z", "case", "video"));
    assertThat(vector.employed()).isTrue();
    assertThat(vector.preferredFormats()).containsExactly("case", "video");
  }

  @Test
  void creditsAreWhatTheLedgerSays() {
    EmployeeProfile profile = new EmployeeProfile(LI_NA, Stated.rules());
    profile.add(
        new CreditStanding(
            LI_NA,
            millis(NOON),
            7,
            1,
            1500,
            900,
            100,
            1000,
            400,
            "certificate",
            500L,
            List.of(
                new DayCredits(day("2025-03-11"), 1),
                new DayCredits(day("2025-12-10"), 10),
                new DayCredits(day("2025-12-11"), 100),
                new DayCredits(day("2026-02-08"), 1000),
                new DayCredits(day("2026-02-09"), 10_000),
                new DayCredits(day("2026-03-10"), 100_000)),
            null));
    FeatureVector vector = profile.vector(millis(NOON), millis(NOON));
    assertThat(vector.earned()).isEqualTo(1500);
    assertThat(vector.available()).isEqualTo(900);
    assertThat(vector.required()).isEqualTo(100);
    assertThat(vector.elective()).isEqualTo(1000);
    assertThat(vector.practice()).isEqualTo(400);
    assertThat(vector.nearestGoal()).isEqualTo("certificate");
    assertThat(vector.creditsToNearestGoal()).isEqualTo(500);
    assertThat(vector.earned30Days()).isEqualTo(110_000);
    assertThat(vector.earned90Days()).isEqualTo(111_100);
    assertThat(vector.earned365Days()).isEqualTo(111_111);
    assertThat(vector.version()).isEqualTo(7);
    FeatureVector tomorrow = profile.vector(millis("2026-03-11T04:00:00Z"), 0);
    assertThat(tomorrow.earned30Days()).isEqualTo(100_000);
    assertThat(tomorrow.earned365Days()).isEqualTo(111_110);
  }

  @Test
  void onlyWhatPassesCountsAsCompleted() {
    FeatureVector vector =
        at(
            NOON,
            learning("e1", LearningVerb.ENROLLED, "intro", "2026-03-01T01:00:00Z"),
            learning("e2", LearningVerb.ENROLLED, "cases", "2026-03-01T02:00:00Z"),
            scored("e3", LearningVerb.COMPLETED, "intro", "2026-03-02T01:00:00Z", 0.59, null),
            scored("e4", LearningVerb.COMPLETED, "cases", "2026-03-02T02:00:00Z", 0.1, null),
            learning("e5", LearningVerb.FAILED, "intro", "2026-03-03T01:00:00Z"),
            learning("e6", LearningVerb.WITHDRAWN, "intro", "2026-03-04T01:00:00Z"),
            learning("e7", LearningVerb.COMPLETED, "kaizen", "2026-03-05T01:00:00Z"),
            learning("e8", LearningVerb.APPROVED, "plain", "2026-03-05T02:00:00Z"));
    assertThat(vector.enrolments()).isEqualTo(2);
    assertThat(vector.completions()).isEqualTo(1);
    assertThat(vector.failures()).isEqualTo(1);
    assertThat(vector.withdrawals()).isEqualTo(1);
    assertThat(vector.completionRate()).isEqualTo(0.5);
    assertThat(vector.meanScore()).isCloseTo((0.59 + 0.1) / 2, within(1e-12));
    assertThat(vector.completedCase()).isEqualTo(1.0);
    assertThat(vector.completedVideo()).isZero();
    assertThat(vector.daysSinceActivity()).isEqualTo(5);
  }

  @Test
  void theLatestVerdictOnASubmissionCounts() {
    Statement approved =
        scored("e1", LearningVerb.APPROVED, "kaizen", "2026-03-01T01:00:00Z", 1, "s1");
    Statement again =
        scored("e2", LearningVerb.APPROVED, "kaizen", "2026-03-02T01:00:00Z", 1, "s1");
    Statement other =
        scored("e3", LearningVerb.APPROVED, "kaizen", "2026-03-03T01:00:00Z", 1, "s2");
    Statement rejected =
        scored("e4", LearningVerb.REJECTED, "kaizen", "2026-03-04T01:00:00Z", 0, "s1");
    assertThat(at(NOON, approved, again, other).completions()).isEqualTo(2);
    assertThat(at(NOON, approved, again, other, rejected).completions()).isEqualTo(1);
    assertThat(at(NOON, rejected, approved).completions()).isZero();
    assertThat(at(NOON, approved, other).completedHandsOn()).isEqualTo(1.0);
  }

  @Test
  void interestFadesByHalfInThirtyDays() {
    Statement first = learning("e1", LearningVerb.VIEWED, "intro", "2026-01-09T04:00:00Z");
    Statement second = learning("e2", LearningVerb.VIEWED, "cases", "2026-02-08T04:00:00Z");
    FeatureVector vector = at(NOON, first, second);
    assertThat(vector.views()).isEqualTo(2);
    assertThat(vector.tagInterest().get("sales")).isCloseTo(0.25 + 0.5, within(1e-9));
    assertThat(vector.tagInterest().get("basics")).isCloseTo(0.25, within(1e-9));
    assertThat(vector.clickedVideo()).isEqualTo(0.5);
    assertThat(at("2027-01-09T04:00:00Z", first).tagInterest()).isEmpty();
  }

  @Test
  void gapsAreThoseOfThisJobAndTheNext() {
    FeatureVector vector =
        at(
            NOON,
            people("h1", HrKind.HIRED, "seller", "2026-01-01T04:00:00Z", "2026-01-01T04:00:00Z"),
            learning("e1", LearningVerb.COMPLETED, "cases", "2026-03-01T01:00:00Z"),
            learning("e2", LearningVerb.COMPLETED, "intro", "2026-03-02T01:00:00Z"));
    assertThat(vector.skillLevels()).isEqualTo(Map.of("selling", 4, "leading", 0));
    assertThat(vector.skillGaps()).isEqualTo(Map.of("selling", 1, "leading", 2));
  }

  @Test
  void metricsAreComparedWithThePeriodThen() {
    FeatureVector vector =
        at(
            "2027-03-10T04:00:00Z",
            sales("p1", 100, "2026-01-01", "2026-02-01", "2026-02-02T01:00:00Z"),
            sales("p2", 110, "2026-01-01", "2026-02-01", "2026-02-05T01:00:00Z"),
            sales("p3", 50, "2026-10-01", "2026-11-01", "2026-11-02T01:00:00Z"),
            sales("p4", 70, "2026-11-01", "2026-12-01", "2026-12-02T01:00:00Z"),
            Stated.salesBy("p5", 60, "web", "2027-01-01", "2027-02-01", "2027-02-02T01:00:00Z"),
            Stated.salesBy("p6", 28, "shop", "2027-01-01", "2027-02-01", "2027-02-02T01:00:00Z"),
            sales("p7", 9, "2027-02-01", "2027-03-01", "2027-03-02T01:00:00Z"),
            Stated.salesVoided("p8", "p7", "2027-03-03T01:00:00Z"));
    assertThat(vector.metricValues()).isEqualTo(Map.of("sales", 88.0));
    assertThat(vector.metricChange90Days().get("sales")).isCloseTo(0.76, within(1e-12));
    assertThat(vector.metricYearOnYear().get("sales")).isCloseTo(-0.2, within(1e-12));
    assertThat(vector.version()).isEqualTo(8);
  }

  @Test
  void peersAreThoseOfTheLastMonthThatIsOver() {
    EmployeeProfile profile = new EmployeeProfile(LI_NA, Stated.rules());
    profile.add(
        people("h1", HrKind.HIRED, "seller", "2026-01-01T04:00:00Z", "2026-01-01T04:00:00Z"));
    profile.add(people("h2", HrKind.LEFT, null, "2026-02-01T04:00:00Z", "2026-03-20T04:00:00Z"));
    long january = millis("2026-01-31T15:59:59.999Z");
    long february = millis("2026-02-28T15:59:59.999Z");
    PeerGroup team = new PeerGroup(PeerGroupKind.TEAM, "north", february);
    PeerGroup job = new PeerGroup(PeerGroupKind.JOB, "seller", february);
    profile.add(
        new PeerStanding(
            new PeerGroup(PeerGroupKind.TEAM, "north", january), LI_NA, false, 3, null, Map.of()));
    profile.add(new PeerStanding(team, LI_NA, false, 4, null, Map.of()));
    profile.add(new PeerStanding(job, LI_NA, false, null, 0.75, Map.of("sales", 1.0)));
    assertThat(profile.vector(february - 1, 0).teamSize()).isEqualTo(3);
    FeatureVector vector = profile.vector(february, 0);
    assertThat(vector.teamSize()).isEqualTo(4);
    assertThat(vector.earnedPercentile()).isEqualTo(0.75);
    assertThat(vector.metricPercentiles()).isEqualTo(Map.of("sales", 1.0));
    // Having left, one is nobody's peer; and of March nothing was told.
    assertThat(profile.vector(millis("2026-03-20T04:00:00Z"), 0).teamSize()).isNull();
    profile.add(PeerStanding.none(job, LI_NA));
    assertThat(profile.vector(february, 0).earnedPercentile()).isNull();
    assertThat(profile.vector(february, 0).teamSize()).isEqualTo(4);
  }

  @Test
  void learningTimeAddsUp() {
    assertThat(
            at(
                    NOON,
                    Stated.lasting("e1", "intro", "2026-03-01T01:00:00Z", 90),
                    Stated.lasting("e2", "plain", "2026-03-02T01:00:00Z", 10),
                    learningVoided("e3", "e2", "2026-03-03T01:00:00Z"))
                .learningSeconds())
        .isEqualTo(90);
  }

  @Test
  void whatWasTakenStandsWhereItWasTakenFirst() {
    FeatureVector vector =
        at(
            NOON,
            learning("e1", LearningVerb.VIEWED, "plain", "2026-03-01T01:00:00Z"),
            learning("e2", LearningVerb.ENROLLED, "cases", "2026-03-01T02:00:00Z"),
            learning("e3", LearningVerb.COMPLETED, "intro", "2026-03-01T03:00:00Z"),
            learning("e4", LearningVerb.COMPLETED, "cases", "2026-03-01T04:00:00Z"),
            learning("e5", LearningVerb.SUBMITTED, "kaizen", "2026-03-01T05:00:00Z"),
            learning("e6", LearningVerb.COMPLETED, "kaizen", "2026-03-01T05:30:00Z"));
    assertThat(vector.taken()).containsExactly("cases", "intro");
  }

  @Test
  void oneIsEnrolledUntilItEndsInWhateverWay() {
    FeatureVector vector =
        at(
            NOON,
            learning("e1", LearningVerb.ENROLLED, "plain", "2026-03-01T01:00:00Z"),
            learning("e2", LearningVerb.ENROLLED, "cases", "2026-03-01T02:00:00Z"),
            learning("e3", LearningVerb.COMPLETED, "cases", "2026-03-01T03:00:00Z"),
            learning("e4", LearningVerb.ENROLLED, "intro", "2026-03-01T04:00:00Z"),
            scored("e5", LearningVerb.COMPLETED, "intro", "2026-03-01T05:00:00Z", 0.59, null),
            learning("e6", LearningVerb.ENROLLED, "kaizen", "2026-03-01T06:00:00Z"),
            learning("e7", LearningVerb.WITHDRAWN, "kaizen", "2026-03-01T07:00:00Z"));
    assertThat(vector.enrolledIn()).containsExactly("plain");
  }

  @Test
  void aCompletionStandsFromItsLocalDayUntilItIsTakenBack() {
    // 16:30 in Greenwich is the next day in Shanghai.
    FeatureVector vector =
        at(
            NOON,
            learning("e1", LearningVerb.COMPLETED, "cases", "2026-03-01T16:30:00Z"),
            scored("e2", LearningVerb.APPROVED, "kaizen", "2026-03-02T04:00:00Z", 1, "s1"),
            scored("e3", LearningVerb.APPROVED, "kaizen", "2026-03-03T04:00:00Z", 1, "s2"),
            scored("e4", LearningVerb.REJECTED, "kaizen", "2026-03-04T04:00:00Z", 1, "s2"),
            scored("e5", LearningVerb.COMPLETED, "intro", "2026-03-05T04:00:00Z", 0.59, null));
    assertThat(vector.completedOn())
        .isEqualTo(Map.of("cases", day("2026-03-02"), "kaizen", day("2026-03-02")));
  }

  @Test
  void clicksOnAnActivityFadeByHalfInThirtyDays() {
    FeatureVector vector =
        at(
            "2026-03-31T01:00:00Z",
            learning("e1", LearningVerb.VIEWED, "plain", "2026-03-01T01:00:00Z"),
            learning("e2", LearningVerb.VIEWED, "plain", "2026-03-31T01:00:00Z"));
    assertThat(vector.activityInterest()).containsOnlyKeys("plain");
    assertThat(vector.activityInterest().get("plain")).isCloseTo(1.5, within(1e-12));
  }
}
