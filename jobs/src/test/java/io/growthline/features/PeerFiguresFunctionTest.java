package io.growthline.features;

import static io.growthline.features.rules.Stated.LI_NA;
import static io.growthline.features.rules.Stated.millis;
import static io.growthline.features.rules.Stated.post;
import static org.assertj.core.api.Assertions.assertThat;

import io.growthline.facts.CreditStanding;
import io.growthline.facts.DayCredits;
import io.growthline.facts.ErasureKey;
import io.growthline.features.rules.Membership;
import io.growthline.features.rules.PeerGroup;
import io.growthline.features.rules.PeerGroupKind;
import io.growthline.features.rules.Stated;
import io.growthline.features.rules.Statement;
import io.growthline.schemas.events.HrKind;
import io.growthline.schemas.reference.Revision;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.co.CoBroadcastWithKeyedOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedTwoInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;

/** When a team and a job are told live what an employee is compared by, on Flink's test harness. */
class PeerFiguresFunctionTest {

  private static final FeatureOptions LIVE = FeatureOptions.live(ErasureKey.PUBLIC);
  private static final long MARCH = millis("2026-03-31T15:59:59.999Z");
  private static final long APRIL = millis("2026-04-30T15:59:59.999Z");

  private static final Statement HIRED =
      post(LI_NA, "h1", HrKind.HIRED, "north", "seller", "2026-03-10T04:00:00Z");

  private static Membership seller(long month, long earned) {
    return new Membership(
        new PeerGroup(PeerGroupKind.JOB, "seller", month), LI_NA, false, earned, Map.of());
  }

  private static Membership north(long month) {
    return new Membership(
        new PeerGroup(PeerGroupKind.TEAM, "north", month), LI_NA, false, 0, Map.of());
  }

  @Test
  void eachMonthsEndIsTold() throws Exception {
    try (Harness harness = new Harness(null)) {
      harness.publish();
      harness.send(HIRED);
      harness.stands("2026-03-12", 200, 200, "2026-03-12");
      harness.gather();
      assertThat(harness.told()).isEmpty();
      harness.passTo("2026-05-01T00:00:00Z");
      assertThat(harness.told())
          .containsExactly(north(MARCH), seller(MARCH, 200), north(APRIL), seller(APRIL, 200));
    }
  }

  @Test
  void whatComesLateChangesTheLastMonth() throws Exception {
    try (Harness harness = new Harness(null)) {
      harness.publish();
      harness.send(HIRED);
      harness.gather();
      harness.passTo("2026-04-02T00:00:00Z");
      harness.flink.getOutput().clear();
      harness.send(post(LI_NA, "h2", HrKind.TRANSFERRED, "south", null, "2026-03-20T04:00:00Z"));
      harness.stands("2026-03-30", 300, 300, "2026-03-30");
      harness.gather();
      assertThat(harness.told())
          .containsExactly(
              new Membership(
                  new PeerGroup(PeerGroupKind.TEAM, "south", MARCH), LI_NA, false, 0, Map.of()),
              seller(MARCH, 300),
              new Membership(
                  new PeerGroup(PeerGroupKind.TEAM, "north", MARCH), LI_NA, true, 0, Map.of()));
    }
  }

  @Test
  void whatIsStatedAfterTheMonthsEndDoesNot() throws Exception {
    try (Harness harness = new Harness(null)) {
      harness.publish();
      harness.send(HIRED);
      harness.stands("2026-03-30", 300, 300, "2026-03-30");
      harness.gather();
      harness.passTo("2026-04-02T00:00:00Z");
      harness.flink.getOutput().clear();
      harness.send(post(LI_NA, "h2", HrKind.LEFT, null, null, "2026-04-01T04:00:00Z"));
      // On one day 100 more are earned, and the award of March is declared void.
      harness.stands("2026-04-01", 100, 100, "2026-04-01");
      harness.gather();
      assertThat(harness.told()).isEmpty();
      harness.send(post(LI_NA, "h3", HrKind.REHIRED, null, null, "2026-04-03T04:00:00Z"));
      harness.passTo("2026-05-01T00:00:00Z");
      assertThat(harness.told()).containsExactly(north(APRIL), seller(APRIL, 100));
    }
  }

  @Test
  void aVoidThatComesBeforeTheMonthIsOverIsNotKnownInIt() throws Exception {
    try (Harness harness = new Harness(null)) {
      harness.publish();
      harness.send(HIRED);
      harness.stands("2026-03-30", 300, 300, "2026-03-30");
      harness.stands("2026-04-01", 0, 0, "2026-04-01");
      harness.gather();
      harness.passTo("2026-04-01T00:00:00Z");
      assertThat(harness.told()).containsExactly(north(MARCH), seller(MARCH, 300));
    }
  }

  @Test
  void whoBecomesKnownLateIsToldOfTheLastMonth() throws Exception {
    try (Harness harness = new Harness(null)) {
      harness.publish();
      harness.passTo("2026-05-02T00:00:00Z");
      harness.send(HIRED);
      harness.gather();
      assertThat(harness.told()).containsExactly(north(APRIL), seller(APRIL, 0));
    }
  }

  @Test
  void afterARestartItGoesOn() throws Exception {
    OperatorSubtaskState savepoint;
    try (Harness before = new Harness(null)) {
      before.publish();
      before.send(HIRED);
      before.stands("2026-03-30", 300, 300, "2026-03-30");
      before.gather();
      before.stands("2026-04-01", 0, 0, "2026-04-01");
      savepoint = before.flink.snapshot(1, 1);
    }
    try (Harness after = new Harness(savepoint)) {
      after.passTo("2026-04-01T00:00:00Z");
      assertThat(after.told()).containsExactly(north(MARCH), seller(MARCH, 300));
    }
  }

  @Test
  void f6OfTheErasedNothingIsKeptAndTheirGroupsAreTold() throws Exception {
    OperatorSubtaskState savepoint;
    try (Harness before = new Harness(null)) {
      before.publish();
      before.send(HIRED);
      before.stands("2026-03-30", 300, 300, "2026-03-30");
      before.gather();
      before.passTo("2026-04-02T00:00:00Z");
      before.flink.getOutput().clear();
      before.flink.processElement1(new StreamRecord<>(FeatureInput.ofErased(LI_NA)));
      assertThat(before.told()).hasSize(2).allMatch(Membership::left);
      assertThat(before.flink.numKeyedStateEntries()).isZero();
      assertThat(before.flink.numEventTimeTimers()).isZero();
      assertThat(before.flink.numProcessingTimeTimers()).isZero();
      savepoint = before.flink.snapshot(1, 1);
    }
    try (Harness after = new Harness(savepoint)) {
      after.send(HIRED);
      after.gather();
      after.passTo("2026-06-02T00:00:00Z");
      assertThat(after.told()).isEmpty();
      assertThat(after.flink.numKeyedStateEntries()).isZero();
    }
  }

  private static CreditStanding standing(
      String statedOn, long earned, long earnedThatDay, String day) {
    int earnedOn = (int) LocalDate.parse(day).toEpochDay();
    return new CreditStanding(
        LI_NA,
        millis(statedOn + "T04:00:00Z"),
        2,
        1,
        earned,
        earned,
        0,
        earned,
        0,
        null,
        null,
        earnedThatDay == 0 ? List.of() : List.of(new DayCredits(earnedOn, earnedThatDay)),
        (int) LocalDate.parse(statedOn).toEpochDay());
  }

  private static final class Harness implements AutoCloseable {

    private final KeyedTwoInputStreamOperatorTestHarness<String, FeatureInput, Revision, Membership>
        flink;

    Harness(OperatorSubtaskState restored) throws Exception {
      flink =
          new KeyedTwoInputStreamOperatorTestHarness<>(
              new CoBroadcastWithKeyedOperator<>(
                  new PeerFiguresFunction(LIVE), List.of(FeatureFunction.RULE_BOOK)),
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
      flink.processElement2(new StreamRecord<>(Stated.revision(1)));
    }

    void send(Statement statement) throws Exception {
      flink.processElement1(new StreamRecord<>(FeatureInput.of(statement)));
    }

    void stands(String statedOn, long earned, long earnedThatDay, String day) throws Exception {
      flink.processElement1(
          new StreamRecord<>(FeatureInput.of(standing(statedOn, earned, earnedThatDay, day))));
    }

    void gather() throws Exception {
      flink.setProcessingTime(flink.getProcessingTime() + LIVE.peersDelay().toMillis());
    }

    void passTo(String instant) throws Exception {
      flink.processBothWatermarks(new Watermark(millis(instant)));
    }

    List<Membership> told() {
      return flink.extractOutputValues();
    }

    @Override
    public void close() throws Exception {
      flink.close();
    }
  }
}
