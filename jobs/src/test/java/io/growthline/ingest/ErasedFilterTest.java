package io.growthline.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.growthline.facts.ErasureKey;
import io.growthline.schemas.events.SurveyAbout;
import io.growthline.schemas.events.SurveyEvent;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.co.KeyedCoProcessOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedTwoInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;

/** Whose events are left out of a table. */
class ErasedFilterTest {

  @Test
  void f6EventsOfTheErasedAreLeftOutAlsoAfterARestart() throws Exception {
    OperatorSubtaskState savepoint;
    try (var before = harness(null)) {
      before.processElement1(new StreamRecord<>(answerOf("li-na")));
      before.processElement2(new StreamRecord<>("li-na"));
      before.processElement1(new StreamRecord<>(answerOf("li-na")));
      assertThat(before.extractOutputValues()).containsExactly(answerOf("li-na"));
      savepoint = before.snapshot(1, 1);
    }
    try (var after = harness(savepoint)) {
      after.processElement1(new StreamRecord<>(answerOf("li-na")));
      after.processElement1(new StreamRecord<>(answerOf("wang-wei")));
      assertThat(after.extractOutputValues()).containsExactly(answerOf("wang-wei"));
      assertThat(after.numKeyedStateEntries()).isZero();
    }
  }

  private static SurveyEvent answerOf(String employeeId) {
    return new SurveyEvent(
        "q-1", "erp", employeeId, 10, SurveyAbout.scheme, null, null, .5, null, null);
  }

  private static KeyedTwoInputStreamOperatorTestHarness<String, SurveyEvent, String, SurveyEvent>
      harness(OperatorSubtaskState restored) throws Exception {
    var harness =
        new KeyedTwoInputStreamOperatorTestHarness<String, SurveyEvent, String, SurveyEvent>(
            new KeyedCoProcessOperator<>(new ErasedFilter<SurveyEvent>(ErasureKey.PUBLIC)),
            SurveyEvent::employeeId,
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
