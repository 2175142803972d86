package io.growthline.ledger;

import static io.growthline.ledger.SampleFacts.erased;
import static io.growthline.ledger.SampleFacts.hired;
import static io.growthline.ledger.SampleFacts.peopleFactVoided;
import static io.growthline.ledger.SampleFacts.rehired;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.growthline.facts.ErasureKey;
import io.growthline.ledger.rules.LedgerFact;
import io.growthline.rulebook.RuleBookFile;
import io.growthline.schemas.events.HrEvent;
import io.growthline.schemas.reference.Revision;
import io.growthline.schemas.tables.EmploymentInterval;
import java.time.Duration;
import java.util.List;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.co.CoBroadcastWithKeyedOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedTwoInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;

/** Erasure where people events are kept, on Flink's own test harness. */
class EmploymentFunctionTest {

  private static final LedgerFact HIRED = hired("h-1", "coach", "2024-01-01T09:00:00Z");
  private static final LedgerFact ERASED = erased("x-1", "2024-03-20T09:00:00Z");
  private static final LedgerFact ERASED_AHEAD =
      erased("x-2", "2024-03-20T09:00:00Z", "2024-05-01T00:00:00Z");
  private static final long STATED = ERASED_AHEAD.event().occurredAt();

  @Test
  void f6NothingIsKeptAndNothingMoreIsTold() throws Exception {
    OperatorSubtaskState savepoint;
    try (Harness before = new Harness(null, STATED)) {
      before.send(HIRED, ERASED);
      assertThat(before.intervals()).hasSize(1);
      assertThat(before.erased()).containsExactly("li-na");
      assertThat(before.flink.numKeyedStateEntries()).isZero();
      savepoint = before.flink.snapshot(1, 1);
    }
    try (Harness after = new Harness(savepoint, STATED)) {
      after.send(HIRED, rehired("h-2", "2024-06-01T09:00:00Z"), ERASED);
      assertThat(after.intervals()).isEmpty();
      assertThat(after.erased()).isEmpty();
      assertThat(after.flink.numKeyedStateEntries()).isZero();
    }
  }

  @Test
  void f6DatedAheadItTakesEffectByTheClock() throws Exception {
    OperatorSubtaskState savepoint;
    try (Harness before = new Harness(null, STATED)) {
      before.send(HIRED, ERASED_AHEAD);
      savepoint = before.flink.snapshot(1, 1);
    }
    try (Harness after = new Harness(savepoint, ERASED_AHEAD.effectiveAt() - 1)) {
      assertThat(after.erased()).isEmpty();
      after.flink.setProcessingTime(ERASED_AHEAD.effectiveAt());
      assertThat(after.erased()).containsExactly("li-na");
      assertThat(after.flink.numKeyedStateEntries()).isZero();
      assertThat(after.flink.numProcessingTimeTimers()).isZero();
    }
  }

  @Test
  void f6AJobThatReadsLongAfterwardsStillSeesTheVoidFirst() throws Exception {
    long now = ERASED_AHEAD.effectiveAt() + Duration.ofDays(300).toMillis();
    try (Harness harness = new Harness(null, now)) {
      harness.send(HIRED, ERASED_AHEAD, peopleFactVoided("v-1", "x-2", "2024-04-01T00:00:00Z"));
      harness.flink.setProcessingTime(now + Duration.ofDays(1).toMillis());
      assertThat(harness.erased()).isEmpty();
      harness.send(ERASED);
      assertThat(harness.erased()).containsExactly("li-na");
    }
  }

  private static final class Harness implements AutoCloseable {

    private final KeyedTwoInputStreamOperatorTestHarness<
            String, HrEvent, Revision, EmploymentInterval>
        flink;

    Harness(OperatorSubtaskState restored, long now) throws Exception {
      flink =
          new KeyedTwoInputStreamOperatorTestHarness<>(
              new CoBroadcastWithKeyedOperator<>(
                  EmploymentFunction.live(ErasureKey.PUBLIC), List.of(EmploymentFunction.ZONE)),
              HrEvent::employeeId,
              null,
              Types.STRING);
      flink.setup();
      flink.setProcessingTime(now);
      if (restored != null) {
        flink.initializeState(restored);
      }
      flink.open();
      byte[] rules = "{scheme: {zone: UTC}, activities: []}".getBytes(UTF_8);
      flink.processElement2(
          new StreamRecord<>(RuleBookFile.read("rulebook.yaml", rules).revision(1, 0)));
    }

    void send(LedgerFact... facts) throws Exception {
      for (LedgerFact fact : facts) {
        flink.processElement1(new StreamRecord<>(fact.hr()));
      }
    }

    List<EmploymentInterval> intervals() {
      return flink.extractOutputValues();
    }

    List<String> erased() {
      var told = flink.getSideOutput(EmploymentFunction.ERASED);
      return told == null ? List.of() : told.stream().map(StreamRecord::getValue).toList();
    }

    @Override
    public void close() throws Exception {
      flink.close();
    }
  }
}
