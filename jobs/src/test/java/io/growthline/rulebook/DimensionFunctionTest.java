package io.growthline.rulebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.growthline.schemas.reference.Revision;
import io.growthline.schemas.tables.ActivityRow;
import java.time.Instant;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;

class DimensionFunctionTest {

  private static final Revision BOOK =
      Books.valid(
              """
              scheme: {zone: Asia/Shanghai}
              activities:
                - id: data-analysis
                  kind: course
                  category: elective
                  credits: [{from: 2015-01-01, value: 2}, {from: 2026-05-01, value: 4}]
              goals:
                - {id: leave, kind: reward, requires: [{credits: total, atLeast: 100}]}
              jobs:
                - {id: sales}
              """)
          .revision(7, 0);

  /** Already May in Shanghai, not yet in Greenwich. */
  private static final Instant CHANGE = Instant.parse("2026-04-30T16:00:00Z");

  @Test
  void everyRevisionIsTold() throws Exception {
    try (var dimensions = dimensions()) {
      dimensions.setProcessingTime(CHANGE.toEpochMilli() - 1);
      dimensions.processElement(BOOK, 0);
      assertThat(dimensions.extractOutputValues())
          .singleElement()
          .satisfies(
              activity -> {
                assertThat(activity.credits()).isEqualTo(200);
                assertThat(activity.revision()).isEqualTo(7);
                assertThat(activity.asOf()).isEqualTo(CHANGE.toEpochMilli() - 1);
              });
      assertThat(dimensions.getSideOutput(DimensionFunction.SCHEMES))
          .extracting(scheme -> scheme.getValue().zone())
          .containsExactly("Asia/Shanghai");
      assertThat(dimensions.getSideOutput(DimensionFunction.GOALS))
          .extracting(goal -> goal.getValue().goalId())
          .containsExactly("leave");
      assertThat(dimensions.getSideOutput(DimensionFunction.JOBS))
          .extracting(job -> job.getValue().jobId())
          .containsExactly("sales");
    }
  }

  @Test
  void onTheDayOfAChangeItIsToldAgainAlsoAfterARestore() throws Exception {
    OperatorSubtaskState state;
    try (var dimensions = dimensions()) {
      dimensions.setProcessingTime(CHANGE.toEpochMilli() - 1);
      dimensions.processElement(BOOK, 0);
      state = dimensions.snapshot(1, 1);
    }
    try (var restored = harness()) {
      restored.setup();
      restored.initializeState(state);
      restored.open();
      restored.setProcessingTime(CHANGE.toEpochMilli() - 1);
      assertThat(restored.extractOutputValues()).isEmpty();
      restored.setProcessingTime(CHANGE.toEpochMilli());
      assertThat(restored.extractOutputValues())
          .extracting(ActivityRow::credits, ActivityRow::asOf)
          .containsExactly(tuple(400L, CHANGE.toEpochMilli()));
      restored.setProcessingTime(CHANGE.plusSeconds(3_000_000).toEpochMilli());
      assertThat(restored.extractOutputValues()).hasSize(1);
    }
  }

  private static KeyedOneInputStreamOperatorTestHarness<Integer, Revision, ActivityRow> dimensions()
      throws Exception {
    var harness = harness();
    harness.open();
    return harness;
  }

  private static KeyedOneInputStreamOperatorTestHarness<Integer, Revision, ActivityRow> harness()
      throws Exception {
    return new KeyedOneInputStreamOperatorTestHarness<>(
        new KeyedProcessOperator<>(new DimensionFunction()), revision -> 0, Types.INT);
  }
}
