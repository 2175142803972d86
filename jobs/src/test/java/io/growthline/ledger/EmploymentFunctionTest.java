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

  @Test
  void f6NothingIsKeptAndNothingMoreIsToldOnceTheLedgerSaysSo() throws Exception {
    OperatorSubtaskState savepoint;
    try (Harness before = new Harness(null)) {
      before.send(HIRED, ERASED);
      before.ledgerErased("li-na");
      assertThat(before.intervals()).hasSize(1);
      assertThat(before.flink.numKeyedStateEntries()).isZero();
      savepoint = before.flink.snapshot(1, 1);
    }
    try (Harness after = new Harness(savepoint)) {
      after.send(HIRED, rehired("h-2", "2024-06-01T09:00:00Z"), ERASED);
      assertThat(after.intervals()).isEmpty();
      assertThat(after.flink.numKeyedStateEntries()).isZero();
    }
  }

  @Test
  void f6TheLedgersWordMayComeBeforeTheEvents() throws Exception {
    try (Harness harness = new Harness(null)) {
      harness.ledgerErased("li-na");
      harness.send(HIRED, ERASED);
      assertThat(harness.intervals()).isEmpty();
      assertThat(harness.flink.numKeyedStateEntries()).isZero();
    }
  }

  @Test
  void f6ADemandAloneSilencesButForgetsNothing() throws Exception {
    try (Harness harness = new Harness(null)) {
      harness.send(HIRED, ERASED);
      harness.publish(2, "Asia/Shanghai");
      assertThat(harness.intervals()).hasSize(1);
      harness.send(peopleFactVoided("v-1", "x-1", "2024-04-01T00:00:00Z"));
      assertThat(harness.intervals()).hasSize(2);
    }
  }

  @Test
  void f6DatedAheadAndVoidedItErasesNobodyHoweverLateTheJobReads() throws Exception {
    try (Harness harness = new Harness(null)) {
      harness.send(HIRED, ERASED_AHEAD);
      harness.flink.setProcessingTime(ERASED_AHEAD.effectiveAt() + Duration.ofDays(300).toMillis());
      harness.send(peopleFactVoided("v-1", "x-2", "2024-04-01T00:00:00Z"));
      int told = harness.intervals().size();
      harness.send(rehired("h-2", "2024-06-01T09:00:00Z"));
      assertThat(harness.intervals().size()).isGreaterThan(told);
      assertThat(harness.flink.numProcessingTimeTimers()).isZero();
    }
  }

  private static final class Harness implements AutoCloseable {

    private final KeyedTwoInputStreamOperatorTestHarness<
            String, PeopleStatement, Revision, EmploymentInterval>
        flink;

    Harness(OperatorSubtaskState restored) throws Exception {
      flink =
          new KeyedTwoInputStreamOperatorTestHarness<>(
              new CoBroadcastWithKeyedOperator<>(
                  EmploymentFunction.live(ErasureKey.PUBLIC), List.of(EmploymentFunction.ZONE)),
              PeopleStatement::employeeId,
              null,
              Types.STRING);
      flink.setup();
      if (restored != null) {
        flink.initializeState(restored);
      }
      flink.open();
      publish(1, "UTC");
    }

    void publish(long revision, String zone) throws Exception {
      byte[] rules = "{scheme: {zone: %s}, activities: []}".formatted(zone).getBytes(UTF_8);
      flink.processElement2(
          new StreamRecord<>(RuleBookFile.read("rulebook.yaml", rules).revision(revision, 0)));
    }

    void send(LedgerFact... facts) throws Exception {
      for (LedgerFact fact : facts) {
        flink.processElement1(new StreamRecord<>(PeopleStatement.of(fact.hr())));
      }
    }

    void ledgerErased(String employeeId) throws Exception {
      flink.processElement1(new StreamRecord<>(PeopleStatement.ofErased(employeeId)));
    }

    List<EmploymentInterval> intervals() {
      return flink.extractOutputValues();
    }

    @Override
    public void close() throws Exception {
      flink.close();
    }
  }
}
