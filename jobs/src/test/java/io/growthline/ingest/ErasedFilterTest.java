package io.growthline.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.growthline.facts.ErasureKey;
import io.growthline.schemas.ledger.Decision;
import io.growthline.schemas.ledger.Outcome;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.co.KeyedCoProcessOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedTwoInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;

/** Whose records are left out of a table. */
class ErasedFilterTest {

  @Test
  void f6RecordsOfTheErasedAreLeftOutAlsoAfterARestart() throws Exception {
    OperatorSubtaskState savepoint;
    try (var before = harness(null)) {
      before.processElement1(new StreamRecord<>(decisionOn("li-na")));
      before.processElement2(new StreamRecord<>("li-na"));
      before.processElement1(new StreamRecord<>(decisionOn("li-na")));
      assertThat(before.extractOutputValues()).containsExactly(decisionOn("li-na"));
      savepoint = before.snapshot(1, 1);
    }
    try (var after = harness(savepoint)) {
      after.processElement1(new StreamRecord<>(decisionOn("li-na")));
      after.processElement1(new StreamRecord<>(decisionOn("wang-wei")));
      assertThat(after.extractOutputValues()).containsExactly(decisionOn("wang-wei"));
      assertThat(after.numKeyedStateEntries()).isZero();
    }
  }

  private static Decision decisionOn(String employeeId) {
    return new Decision("erp", "q-1", employeeId, null, Outcome.CONFLICT, null, 10, null);
  }

  private static KeyedTwoInputStreamOperatorTestHarness<String, Decision, String, Decision> harness(
      OperatorSubtaskState restored) throws Exception {
    var harness =
        new KeyedTwoInputStreamOperatorTestHarness<String, Decision, String, Decision>(
            new KeyedCoProcessOperator<>(new ErasedFilter<Decision>(ErasureKey.PUBLIC)),
            Decision::employeeId,
            id -> id,
            Types.STRING);
    harness.setup();
    if (restored != null) {
      harness.initializeState(restored);
    }
    harness.open();
    return harness;
  }
}
