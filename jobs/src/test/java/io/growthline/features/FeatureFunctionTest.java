package io.growthline.features;

import static io.growthline.features.rules.Stated.LI_NA;
import static io.growthline.features.rules.Stated.learning;
import static io.growthline.features.rules.Stated.millis;
import static io.growthline.features.rules.Stated.people;
import static org.assertj.core.api.Assertions.assertThat;

import io.growthline.facts.CreditStanding;
import io.growthline.facts.ErasureKey;
import io.growthline.facts.Latest;
import io.growthline.features.rules.PeerGroup;
import io.growthline.features.rules.PeerGroupKind;
import io.growthline.features.rules.PeerStanding;
import io.growthline.features.rules.Stated;
import io.growthline.features.rules.Statement;
import io.growthline.schemas.events.HrKind;
import io.growthline.schemas.events.LearningVerb;
import io.growthline.schemas.features.FeatureVector;
import io.growthline.schemas.reference.Revision;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.co.CoBroadcastWithKeyedOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedTwoInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;

/** When vectors are told live, on Flink's own test harness. */
class FeatureFunctionTest {

  private static final FeatureOptions LIVE = FeatureOptions.live(ErasureKey.PUBLIC);
  private static final long DELAY_MILLIS = LIVE.delay().toMillis();

  private static final long MARCH = millis("2026-03-31T15:59:59.999Z");

  private static final Statement VIEWED =
      learning("e1", LearningVerb.VIEWED, "intro", "2026-03-10T04:00:00Z");
  private static final Statement ENROLLED =
      learning("e2", LearningVerb.ENROLLED, "intro", "2026-03-09T04:00:00Z");

  @Test
  void whatComesTogetherIsToldOnceAndSoon() throws Exception {
    try (Harness harness = new Harness(null)) {
      harness.publish();
      harness.send(VIEWED);
      harness.stands(200);
      harness.passMillis(DELAY_MILLIS - 1);
      assertThat(harness.vectors()).isEmpty();
      harness.passMillis(1);
      assertThat(harness.vectors())
          .singleElement()
          .satisfies(
              vector -> {
                assertThat(vector.views()).isEqualTo(1);
                assertThat(vector.earned()).isEqualTo(200);
                assertThat(vector.asOf()).isEqualTo(millis("2026-03-10T04:00:00Z"));
                assertThat(vector.knownAt()).isEqualTo(DELAY_MILLIS);
              });
    }
  }

  @Test
  void whatComesLateChangesTheNewestVector() throws Exception {
    try (Harness harness = new Harness(null)) {
      harness.publish();
      harness.send(VIEWED);
      harness.passMillis(DELAY_MILLIS);
      harness.send(ENROLLED);
      harness.passMillis(DELAY_MILLIS);
      assertThat(harness.newest().enrolments()).isEqualTo(1);
      assertThat(harness.newest().asOf()).isEqualTo(VIEWED.statedAt());
    }
  }

  @Test
  void theSameAgainChangesNothing() throws Exception {
    try (Harness harness = new Harness(null)) {
      harness.publish();
      harness.send(VIEWED);
      harness.send(VIEWED);
      harness.passMillis(DELAY_MILLIS);
      assertThat(harness.newest().views()).isEqualTo(1);
    }
  }

  @Test
  void otherContentTakesThePlaceOfTheFirst() throws Exception {
    try (Harness harness = new Harness(null)) {
      harness.publish();
      harness.send(VIEWED);
      harness.passMillis(DELAY_MILLIS);
      harness.send(learning("e1", LearningVerb.FAILED, "intro", "2026-03-08T04:00:00Z"));
      harness.passMillis(DELAY_MILLIS);
      assertThat(harness.newest().views()).isZero();
      assertThat(harness.newest().failures()).isEqualTo(1);
    }
  }

  @Test
  void nothingIsToldBeforeThereIsARuleBook() throws Exception {
    try (Harness harness = new Harness(null)) {
      harness.send(VIEWED);
      harness.passMillis(DELAY_MILLIS);
      assertThat(harness.vectors()).isEmpty();
      harness.publish();
      harness.passMillis(DELAY_MILLIS);
      assertThat(harness.newest().views()).isEqualTo(1);
    }
  }

  @Test
  void itWaitsForTheRuleBookThatTheLedgerHasGoneBy() throws Exception {
    try (Harness harness = new Harness(null)) {
      harness.publish();
      harness.send(VIEWED);
      harness.stands(200, 2);
      harness.passMillis(DELAY_MILLIS);
      assertThat(harness.vectors()).isEmpty();
      harness.publish(2);
      harness.passMillis(DELAY_MILLIS);
      assertThat(harness.newest().earned()).isEqualTo(200);
    }
  }

  @Test
  void everyMonthsEndIsToldInASilentYearToo() throws Exception {
    try (Harness harness = new Harness(null)) {
      harness.publish();
      harness.send(VIEWED);
      harness.passMillis(DELAY_MILLIS);
      harness.flink.processBothWatermarks(new Watermark(millis("2026-05-01T00:00:00Z")));
      assertThat(harness.vectors())
          .extracting(vector -> Instant.ofEpochMilli(vector.asOf()).toString())
          .containsExactly(
              "2026-03-10T04:00:00Z", "2026-03-31T15:59:59.999Z", "2026-04-30T15:59:59.999Z");
      assertThat(harness.vectors())
          .extracting(FeatureVector::knownAt)
          .containsExactly(DELAY_MILLIS, DELAY_MILLIS + 1, DELAY_MILLIS + 2);
      assertThat(harness.newest().daysSinceActivity()).isEqualTo(51);
      harness.send(ENROLLED);
      harness.passMillis(DELAY_MILLIS);
      assertThat(harness.newest().asOf()).isEqualTo(millis("2026-04-30T15:59:59.999Z"));
    }
  }

  @Test
  void whoHasLeftIsNotToldOfAtMonthsEnds() throws Exception {
    try (Harness harness = new Harness(null)) {
      harness.publish();
      harness.send(VIEWED);
      harness.passMillis(DELAY_MILLIS);
      harness.send(people("h1", HrKind.LEFT, null, "2026-03-12T04:00:00Z", "2026-03-12T04:00:00Z"));
      harness.passMillis(DELAY_MILLIS);
      harness.flink.processBothWatermarks(new Watermark(millis("2026-06-01T00:00:00Z")));
      assertThat(harness.vectors()).hasSize(2);
      assertThat(harness.newest().asOf()).isEqualTo(millis("2026-03-12T04:00:00Z"));
    }
  }

  @Test
  void whoLeavesOnADayDatedAheadIsToldOfAsOfThatDay() throws Exception {
    try (Harness harness = new Harness(null)) {
      harness.publish();
      harness.send(people("h1", HrKind.LEFT, null, "2026-03-12T04:00:00Z", "2026-04-20T04:00:00Z"));
      harness.passMillis(DELAY_MILLIS);
      harness.flink.processBothWatermarks(new Watermark(millis("2026-06-01T00:00:00Z")));
      assertThat(harness.newest().asOf()).isEqualTo(millis("2026-04-20T04:00:00Z"));
      assertThat(harness.newest().employed()).isFalse();
    }
  }

  @Test
  void atAMonthsEndItsCloseIsKnownAndALateChangeOfItIsToldAgain() throws Exception {
    try (Harness harness = new Harness(null)) {
      harness.publish();
      harness.send(VIEWED);
      harness.passMillis(DELAY_MILLIS);
      harness.team(5);
      harness.passMillis(DELAY_MILLIS);
      assertThat(harness.vectors()).hasSize(1);
      harness.flink.processBothWatermarks(new Watermark(MARCH));
      FeatureVector atMonthsEnd = harness.newest();
      assertThat(atMonthsEnd.asOf()).isEqualTo(MARCH);
      assertThat(atMonthsEnd.teamSize()).isEqualTo(5);
      harness.team(6);
      harness.passMillis(DELAY_MILLIS);
      assertThat(harness.vectors()).hasSize(3);
      assertThat(harness.newest().teamSize()).isEqualTo(6);
      assertThat(harness.newest().asOf()).isEqualTo(MARCH);
      assertThat(harness.newest().version()).isEqualTo(atMonthsEnd.version());
      assertThat(harness.newest().knownAt()).isGreaterThan(atMonthsEnd.knownAt());
    }
  }

  @Test
  void whatWasToldAheadOfTimeIsToldAgainWithTheClose() throws Exception {
    try (Harness harness = new Harness(null)) {
      harness.publish();
      harness.send(VIEWED);
      harness.passMillis(DELAY_MILLIS);
      harness.send(learning("e3", LearningVerb.VIEWED, "intro", "2026-03-31T16:00:01Z"));
      harness.passMillis(DELAY_MILLIS);
      assertThat(harness.newest().teamSize()).isNull();
      harness.team(5);
      harness.flink.processBothWatermarks(new Watermark(MARCH));
      harness.passMillis(DELAY_MILLIS);
      assertThat(harness.newest().asOf()).isEqualTo(millis("2026-03-31T16:00:01Z"));
      assertThat(harness.newest().teamSize()).isEqualTo(5);
    }
  }

  @Test
  void afterARestartItGoesOn() throws Exception {
    OperatorSubtaskState savepoint;
    try (Harness before = new Harness(null)) {
      before.publish();
      before.send(VIEWED);
      before.stands(200);
      before.team(5);
      savepoint = before.flink.snapshot(1, 1);
    }
    try (Harness after = new Harness(savepoint)) {
      after.send(ENROLLED);
      after.passMillis(DELAY_MILLIS);
      assertThat(after.newest().views()).isEqualTo(1);
      assertThat(after.newest().enrolments()).isEqualTo(1);
      assertThat(after.newest().earned()).isEqualTo(200);
      after.flink.processBothWatermarks(new Watermark(MARCH));
      assertThat(after.newest().teamSize()).isEqualTo(5);
    }
  }

  @Test
  void f6OfTheErasedNothingIsKeptOrToldAgain() throws Exception {
    OperatorSubtaskState savepoint;
    try (Harness before = new Harness(null)) {
      before.publish();
      before.send(VIEWED);
      before.passMillis(DELAY_MILLIS);
      before.send(ENROLLED);
      before.erase();
      assertThat(before.toldLast()).isEqualTo(new Latest<>(LI_NA, null));
      assertThat(before.flink.numKeyedStateEntries()).isZero();
      assertThat(before.flink.numEventTimeTimers()).isZero();
      assertThat(before.flink.numProcessingTimeTimers()).isZero();
      savepoint = before.flink.snapshot(1, 1);
    }
    try (Harness after = new Harness(savepoint)) {
      after.send(VIEWED);
      after.stands(200);
      after.team(5);
      after.passMillis(DELAY_MILLIS);
      assertThat(after.flink.extractOutputValues()).isEmpty();
      assertThat(after.flink.numKeyedStateEntries()).isZero();
    }
  }

  private static final class Harness implements AutoCloseable {

    private final KeyedTwoInputStreamOperatorTestHarness<
            String, FeatureInput, Revision, Latest<FeatureVector>>
        flink;

    Harness(OperatorSubtaskState restored) throws Exception {
      flink =
          new KeyedTwoInputStreamOperatorTestHarness<>(
              new CoBroadcastWithKeyedOperator<>(
                  new FeatureFunction(LIVE), List.of(FeatureFunction.RULE_BOOK)),
              FeatureInput::employeeId,
              null,
              Types.STRING);
      flink.setup();
      if (restored != null) {
        flink.initializeState(restored);
      }
      flink.open();
    }

    void publish() throws Exception {
      publish(1);
    }

    void publish(long ordinal) throws Exception {
      flink.processElement2(new StreamRecord<>(Stated.revision(ordinal)));
    }

    void send(Statement statement) throws Exception {
      flink.processElement1(new StreamRecord<>(FeatureInput.of(statement)));
    }

    void stands(long earned) throws Exception {
      stands(earned, 1);
    }

    void stands(long earned, long revision) throws Exception {
      CreditStanding standing =
          new CreditStanding(
              LI_NA,
              VIEWED.statedAt(),
              2,
              revision,
              earned,
              earned,
              0,
              earned,
              0,
              null,
              null,
              List.of(),
              null);
      flink.processElement1(new StreamRecord<>(FeatureInput.of(standing)));
    }

    void team(int size) throws Exception {
      PeerGroup team = new PeerGroup(PeerGroupKind.TEAM, "north", MARCH);
      PeerStanding standing = new PeerStanding(team, LI_NA, false, size, null, Map.of());
      flink.processElement1(new StreamRecord<>(FeatureInput.of(standing)));
    }

    void erase() throws Exception {
      flink.processElement1(new StreamRecord<>(FeatureInput.ofErased(LI_NA)));
    }

    void passMillis(long millis) throws Exception {
      flink.setProcessingTime(flink.getProcessingTime() + millis);
    }

    List<FeatureVector> vectors() {
      return flink.extractOutputValues().stream().map(Latest::value).toList();
    }

    FeatureVector newest() {
      return toldLast().value();
    }

    Latest<FeatureVector> toldLast() {
      List<Latest<FeatureVector>> told = flink.extractOutputValues();
      return told.get(told.size() - 1);
    }

    @Override
    public void close() throws Exception {
      flink.close();
    }
  }
}
