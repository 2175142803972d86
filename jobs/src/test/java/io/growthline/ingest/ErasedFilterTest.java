package io.growthline.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.growthline.facts.ErasureKey;
import io.growthline.schemas.ledger.Decision;
import io.growthline.schemas.ledger.Outcome;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.runtime.execution.SuppressRestartsException;
import org.apache.flink.streaming.api.operators.co.KeyedCoProcessOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedTwoInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whose records are left out of a table. */
class ErasedFilterTest {

  @TempDir Path folder;

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

  @Test
  void f6MarksMadeWithAnotherKeyAreRefused() throws Exception {
    ErasureKey other = ErasureKey.read(Files.writeString(folder.resolve("key"), "secret"));
    OperatorSubtaskState ofNobody;
    OperatorSubtaskState savepoint;
    try (var before = harness(null)) {
      ofNobody = before.snapshot(1, 1);
      before.processElement2(new StreamRecord<>("li-na"));
      savepoint = before.snapshot(2, 2);
    }
    assertThatThrownBy(() -> harness(savepoint, other))
        .isInstanceOf(SuppressRestartsException.class)
        .hasRootCauseMessage(
            "the marks of erased people in this savepoint were made with another key, and by this"
                + " one nobody would be known: give --erasure-key the file that was used before");
    // As long as nobody was erased the key can be chosen.
    harness(ofNobody, other).close();
  }

  private static Decision decisionOn(String employeeId) {
    return new Decision("erp", "q-1", employeeId, null, Outcome.CONFLICT, null, 10, null);
  }

  private static KeyedTwoInputStreamOperatorTestHarness<String, Decision, String, Decision> harness(
      OperatorSubtaskState restored) throws Exception {
    return harness(restored, ErasureKey.PUBLIC);
  }

  private static KeyedTwoInputStreamOperatorTestHarness<String, Decision, String, Decision> harness(
      OperatorSubtaskState restored, ErasureKey key) throws Exception {
    var harness =
        new KeyedTwoInputStreamOperatorTestHarness<String, Decision, String, Decision>(
            new KeyedCoProcessOperator<>(new ErasedFilter<Decision>(key)),
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
