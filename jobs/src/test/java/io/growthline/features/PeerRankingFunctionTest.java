package io.growthline.features;

import static io.growthline.features.rules.Stated.millis;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.growthline.facts.ErasureKey;
import io.growthline.features.rules.Membership;
import io.growthline.features.rules.PeerGroup;
import io.growthline.features.rules.PeerGroupKind;
import io.growthline.features.rules.PeerStanding;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;

/** When members of a group are told live where they stand, on Flink's test harness. */
class PeerRankingFunctionTest {

  private static final FeatureOptions LIVE = FeatureOptions.live(ErasureKey.PUBLIC);
  private static final long MARCH = millis("2026-03-31T15:59:59.999Z");
  private static final long APRIL = millis("2026-04-30T15:59:59.999Z");

  private static Membership seller(String id, long month, long earned) {
    return new Membership(
        new PeerGroup(PeerGroupKind.JOB, "seller", month), id, false, earned, Map.of());
  }

  private static Membership gone(String id, long month) {
    return new Membership(new PeerGroup(PeerGroupKind.JOB, "seller", month), id, true, 0, Map.of());
  }

  @Test
  void allAreToldAtTheMonthsEndAndNotBefore() throws Exception {
    try (Harness harness = new Harness(null)) {
      harness.send(seller("a", MARCH, 100), seller("b", MARCH, 200), seller("c", MARCH, 300));
      harness.send(seller("a", APRIL, 400), seller("b", APRIL, 300));
      assertThat(harness.told()).isEmpty();
      harness.passTo(MARCH);
      assertThat(harness.told())
          .extracting(PeerStanding::employeeId, PeerStanding::earnedPercentile)
          .containsExactlyInAnyOrder(tuple("a", 0.0), tuple("b", 0.5), tuple("c", 1.0));
      harness.flink.getOutput().clear();
      harness.passTo(APRIL);
      assertThat(harness.told())
          .extracting(PeerStanding::employeeId, PeerStanding::earnedPercentile)
          .containsExactlyInAnyOrder(tuple("a", 1.0), tuple("b", 0.0));
    }
  }

  @Test
  void whatComesLateIsGatheredAndToldToWhomItConcerns() throws Exception {
    try (Harness harness = new Harness(null)) {
      harness.send(seller("a", MARCH, 100), seller("b", MARCH, 200), seller("c", MARCH, 300));
      harness.passTo(MARCH);
      harness.flink.getOutput().clear();
      harness.send(seller("b", MARCH, 250));
      harness.gather();
      assertThat(harness.told()).isEmpty();
      harness.send(seller("b", MARCH, 350));
      harness.send(seller("b", MARCH, 400));
      assertThat(harness.told()).isEmpty();
      harness.gather();
      assertThat(harness.told())
          .extracting(PeerStanding::employeeId, PeerStanding::earnedPercentile)
          .containsExactlyInAnyOrder(tuple("b", 1.0), tuple("c", 0.5));
    }
  }

  @Test
  void whoNeverBelongedIsTakenOut() throws Exception {
    try (Harness harness = new Harness(null)) {
      harness.send(seller("a", MARCH, 100), seller("b", MARCH, 200), seller("c", MARCH, 300));
      harness.passTo(MARCH);
      harness.flink.getOutput().clear();
      harness.send(gone("c", MARCH));
      harness.gather();
      assertThat(harness.told())
          .containsExactly(
              PeerStanding.none(gone("c", MARCH).group(), "c"),
              new PeerStanding(gone("c", MARCH).group(), "b", false, null, 1.0, Map.of()));
    }
  }

  @Test
  void aMonthThatIsNobodysLastIsNotToldAgain() throws Exception {
    try (Harness harness = new Harness(null)) {
      harness.send(seller("a", MARCH, 100), seller("b", MARCH, 200));
      harness.passTo(MARCH);
      harness.send(seller("a", APRIL, 100), seller("b", APRIL, 200));
      harness.passTo(APRIL);
      harness.flink.getOutput().clear();
      harness.send(seller("a", MARCH, 500));
      harness.gather();
      assertThat(harness.told()).isEmpty();
    }
  }

  @Test
  void ofAGroupThatEverybodyHasLeftNothingIsKept() throws Exception {
    try (Harness harness = new Harness(null)) {
      harness.send(seller("a", MARCH, 100), seller("b", MARCH, 200));
      harness.passTo(MARCH);
      harness.passTo(millis("2026-05-03T00:00:00Z"));
      assertThat(harness.flink.numKeyedStateEntries()).isZero();
      assertThat(harness.flink.numEventTimeTimers()).isZero();
    }
  }

  @Test
  void afterARestartItGoesOn() throws Exception {
    OperatorSubtaskState savepoint;
    try (Harness before = new Harness(null)) {
      before.send(seller("a", MARCH, 100), seller("b", MARCH, 200));
      before.passTo(MARCH);
      before.send(seller("a", APRIL, 100));
      savepoint = before.flink.snapshot(1, 1);
    }
    try (Harness after = new Harness(savepoint)) {
      after.passTo(MARCH);
      after.send(seller("c", MARCH, 150));
      after.gather();
      assertThat(after.told())
          .extracting(PeerStanding::employeeId, PeerStanding::earnedPercentile)
          .containsExactly(tuple("c", 0.5));
      after.flink.getOutput().clear();
      after.send(seller("b", APRIL, 0));
      after.passTo(APRIL);
      assertThat(after.told()).hasSize(2);
    }
  }

  private static final class Harness implements AutoCloseable {

    private final KeyedOneInputStreamOperatorTestHarness<String, Membership, PeerStanding> flink;

    Harness(OperatorSubtaskState restored) throws Exception {
      flink =
          new KeyedOneInputStreamOperatorTestHarness<>(
              new KeyedProcessOperator<>(new PeerRankingFunction(LIVE)),
              member -> member.group().key(),
              Types.STRING);
      flink.setup();
      if (restored != null) {
        flink.initializeState(restored);
      }
      flink.open();
    }

    void send(Membership... members) throws Exception {
      for (Membership member : members) {
        flink.processElement(new StreamRecord<>(member));
      }
    }

    void gather() throws Exception {
      flink.setProcessingTime(flink.getProcessingTime() + LIVE.peersDelay().toMillis());
    }

    void passTo(long instant) throws Exception {
      flink.processWatermark(new Watermark(instant));
    }

    List<PeerStanding> told() {
      return flink.extractOutputValues();
    }

    @Override
    public void close() throws Exception {
      flink.close();
    }
  }
}
