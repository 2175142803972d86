package io.growthline.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.growthline.facts.ErasureKey;
import io.growthline.schemas.deadletters.DeadLetter;
import io.growthline.schemas.events.PerformanceEvent;
import io.growthline.schemas.events.SurveyAbout;
import io.growthline.schemas.events.SurveyEvent;
import io.growthline.schemas.ledger.Decision;
import io.growthline.schemas.ledger.Outcome;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.co.CoBroadcastWithKeyedOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedTwoInputStreamOperatorTestHarness;
import org.apache.flink.util.OutputTag;
import org.junit.jupiter.api.Test;

/** Which observations count, as they come and in a replay, on Flink's own test harness. */
class ObservationFunctionTest {

  private static final long UNTIL = 1_000_000;
  private static final MetricRules RULES =
      new MetricRules(
          1,
          Map.of(
              "sales", new MetricRules.MetricRule("CNY", false),
              "complaints", new MetricRules.MetricRule(null, true)));

  @Test
  void aRepetitionLeavesNoRowOnlyACount() throws Exception {
    try (Harness harness = live()) {
      harness.send(sales("s-1", 10, 1), sales("s-1", 10, 1), answer("q-1", 10, .5));
      assertThat(harness.counting()).containsExactly(sales("s-1", 10, 1), answer("q-1", 10, .5));
      assertThat(harness.conflicts()).isEmpty();
      assertThat(harness.counts()).isEqualTo(Map.of("earns-nothing", 2L, "duplicate", 1L));
    }
  }

  @Test
  void ofOneIdentityTheEarlierCountsAndEachOtherIsAConflict() throws Exception {
    try (Harness harness = live()) {
      harness.send(sales("s-1", 10, 1), sales("s-1", 11, 2), sales("s-1", 11, 2));
      assertThat(harness.counting()).containsExactly(sales("s-1", 10, 1));
      assertThat(harness.conflicts()).hasSize(1).allMatch(d -> d.outcome() == Outcome.CONFLICT);
      assertThat(harness.counts())
          .isEqualTo(Map.of("earns-nothing", 1L, "decided", 1L, "duplicate", 1L));
    }
  }

  @Test
  void f6OfWhoeverIsErasedNothingIsKeptAndNothingMoreCounts() throws Exception {
    OperatorSubtaskState savepoint;
    try (Harness before = new Harness(ObservationFunction.live("t", ErasureKey.PUBLIC), null)) {
      before.send(sales("s-1", 10, 1), answer("q-1", 10, .5), Observation.ofErased("li-na"));
      assertThat(before.counts()).isEqualTo(Map.of("erased", 2L));
      savepoint = before.snapshot();
    }
    try (Harness after = new Harness(ObservationFunction.live("t", ErasureKey.PUBLIC), savepoint)) {
      after.publish(RULES);
      after.send(
          sales("s-1", 10, 1),
          answer("q-2", 12, .5),
          Observation.of(performance("s-2", 11, "sales", 1, "USD", "li-na")));
      assertThat(after.counting()).isEmpty();
      assertThat(after.deadLetters()).isEmpty();
      assertThat(after.counts()).isEqualTo(Map.of("erased", 3L));
      after.send(Observation.of(performance("s-1", 10, "sales", 1, null, "wang-wei")));
      assertThat(after.counting()).hasSize(1);
    }
  }

  @Test
  void f6WhatCountedBeforeTheErasureIsNoDuplicateAfterIt() throws Exception {
    try (Harness harness = live()) {
      harness.send(sales("s-1", 10, 1), Observation.ofErased("li-na"), sales("s-1", 10, 1));
      assertThat(harness.counts()).isEqualTo(Map.of("earns-nothing", 1L, "erased", 1L));
    }
  }

  @Test
  void f6AReplayKnowsNothingOfWhoeverIsErasedWheneverItIsTold() throws Exception {
    Observation erased = Observation.ofErased("li-na");
    List<Observation> all = new ArrayList<>();
    Collections.addAll(
        all, sales("s-1", 10, 1), sales("s-1", 10, 1), sales("s-1", 11, 2), answer("q-1", 10, .5));
    for (int told = 0; told <= all.size(); told++) {
      List<Observation> order = new ArrayList<>(all);
      order.add(told, erased);
      try (Harness replay = new Harness(ObservationFunction.replay(UNTIL), null)) {
        replay.publish(RULES);
        replay.send(order.toArray(Observation[]::new));
        replay.end();
        assertThat(replay.counting()).isEmpty();
        assertThat(replay.conflicts()).isEmpty();
        assertThat(replay.counts()).isEqualTo(Map.of("erased", 3L, "duplicate", 1L));
      }
    }
  }

  @Test
  void aWinnerThatComesLaterIsAFurtherRow() throws Exception {
    try (Harness harness = live()) {
      harness.send(sales("s-1", 11, 2), sales("s-1", 10, 1));
      assertThat(harness.counting()).containsExactly(sales("s-1", 11, 2), sales("s-1", 10, 1));
      assertThat(harness.conflicts()).hasSize(1);
    }
  }

  @Test
  void identityIsWithinAnEmployeeAndAKindOfInput() throws Exception {
    Observation other = Observation.of(performance("x-1", 10, "sales", 1, null, "wang-wei"));
    try (Harness harness = live()) {
      harness.send(sales("x-1", 10, 1), answer("x-1", 11, .5), other);
      assertThat(harness.counting()).hasSize(3);
      assertThat(harness.conflicts()).isEmpty();
    }
  }

  @Test
  void anotherUnitIsADeadLetterAndTakesNoIdentity() throws Exception {
    try (Harness harness = live()) {
      harness.send(
          Observation.of(performance("s-1", 10, "sales", 1, "USD", "li-na")),
          Observation.of(performance("s-1", 11, "sales", 1, "CNY", "li-na")),
          Observation.of(performance("s-2", 11, "complaints", 3, "cases", "li-na")),
          Observation.of(performance("s-3", 11, "unheard-of", -.5, "USD", "li-na")));
      assertThat(harness.counting()).hasSize(3);
      assertThat(harness.conflicts()).isEmpty();
      assertThat(harness.counts()).isEqualTo(Map.of("earns-nothing", 3L, "dead", 1L));
      assertThat(harness.deadLetters())
          .singleElement()
          .satisfies(letter -> assertThat(letter.reason()).isEqualTo("WRONG_UNIT"))
          .satisfies(letter -> assertThat(letter.source()).isEqualTo("acme.performance.events"))
          .satisfies(letter -> assertThat(letter.position()).isEqualTo("crm:s-1"));
    }
  }

  @Test
  void aCountIsAWholeNumber() throws Exception {
    try (Harness harness = live()) {
      double[] values = {0, 3, 1e15, -1, 2.5, .1, 0 - Double.MIN_VALUE};
      for (int i = 0; i < values.length; i++) {
        harness.send(
            Observation.of(performance("c-" + i, 10, "complaints", values[i], null, "li-na")));
      }
      assertThat(harness.counting()).hasSize(3);
      assertThat(harness.deadLetters())
          .hasSize(4)
          .allMatch(letter -> letter.reason().equals("OUT_OF_RANGE"));
    }
  }

  @Test
  void whatComesBeforeTheFirstRuleBookWaitsForItAlsoThroughARestart() throws Exception {
    OperatorSubtaskState savepoint;
    try (Harness before = new Harness(ObservationFunction.live("t", ErasureKey.PUBLIC), null)) {
      before.send(sales("s-1", 11, 2), sales("s-1", 10, 1), sales("s-1", 10, 1));
      assertThat(before.counting()).isEmpty();
      assertThat(before.counts()).isEqualTo(Map.of("waiting", 2L, "duplicate", 1L));
      savepoint = before.snapshot();
    }
    try (Harness after = new Harness(ObservationFunction.live("t", ErasureKey.PUBLIC), savepoint)) {
      after.send(sales("s-1", 11, 2));
      after.publish(RULES);
      after.publish(RULES);
      after.send(sales("s-1", 10, 1));
      assertThat(after.counting()).containsExactly(sales("s-1", 10, 1));
      assertThat(after.conflicts()).hasSize(1);
      assertThat(after.counts()).containsEntry("waiting", -2L).containsEntry("duplicate", 2L);
    }
  }

  @Test
  void aReplayOfAnyOrderGivesWhatCountsLiveAtRest() throws Exception {
    for (int seed = 1; seed <= 50; seed++) {
      List<Observation> inputs = inputs(new Random(seed));
      List<Observation> live;
      long liveConflicts;
      try (Harness harness = live()) {
        harness.send(inputs.toArray(Observation[]::new));
        live = harness.counting();
        liveConflicts = harness.conflicts().size();
      }
      Collections.shuffle(inputs, new Random(seed));
      try (Harness replay = new Harness(ObservationFunction.replay(UNTIL), null)) {
        replay.publish(RULES);
        replay.send(inputs.toArray(Observation[]::new));
        assertThat(replay.counting()).isEmpty();
        replay.end();
        assertThat(replay.counting())
            .as("seed %d", seed)
            .containsExactlyInAnyOrderElementsOf(picked(live));
        assertThat(replay.conflicts()).as("seed %d", seed).hasSize((int) liveConflicts);
        assertThat(replay.counts().values().stream().mapToLong(Long::longValue).sum())
            .isEqualTo(inputs.size());
      }
    }
  }

  /** What a reader of the live table picks: the earliest of an identity, then the smaller hash. */
  private static List<Observation> picked(List<Observation> live) {
    Map<ObservationId, Observation> picked = new HashMap<>();
    live.stream()
        .sorted(
            Comparator.comparingLong((Observation o) -> o.event().occurredAt())
                .thenComparing(Observation::contentHash))
        .forEach(observation -> picked.putIfAbsent(observation.id(), observation));
    return List.copyOf(picked.values());
  }

  private static List<Observation> inputs(Random random) {
    return IntStream.range(0, 40)
        .mapToObj(
            i ->
                random.nextBoolean()
                    ? sales("x-" + random.nextInt(4), random.nextInt(3), random.nextInt(3))
                    : answer("x-" + random.nextInt(4), random.nextInt(3), random.nextInt(2)))
        .collect(Collectors.toCollection(ArrayList::new));
  }

  private static Observation sales(String eventId, long at, double value) {
    return Observation.of(performance(eventId, at, "sales", value, null, "li-na"));
  }

  private static PerformanceEvent performance(
      String eventId, long at, String metric, double value, String unit, String employeeId) {
    return new PerformanceEvent(
        eventId, "crm", employeeId, at, metric, value, unit, null, 0, 31, null, null, null);
  }

  private static Observation answer(String eventId, long at, double score) {
    return Observation.of(
        new SurveyEvent(
            eventId, "crm", "li-na", at, SurveyAbout.scheme, null, null, score, null, null));
  }

  private static Harness live() throws Exception {
    Harness harness =
        new Harness(ObservationFunction.live("acme.performance.events", ErasureKey.PUBLIC), null);
    harness.publish(RULES);
    return harness;
  }

  /** One instance of the operator. */
  private static final class Harness implements AutoCloseable {

    private final KeyedTwoInputStreamOperatorTestHarness<
            String, Observation, MetricRules, Observation>
        flink;

    Harness(ObservationFunction function, OperatorSubtaskState restored) throws Exception {
      flink =
          new KeyedTwoInputStreamOperatorTestHarness<>(
              new CoBroadcastWithKeyedOperator<>(function, List.of(ObservationFunction.RULES)),
              Observation::employeeId,
              null,
              Types.STRING);
      flink.setup();
      if (restored != null) {
        flink.initializeState(restored);
      }
      flink.open();
    }

    void send(Observation... observations) throws Exception {
      for (Observation observation : observations) {
        flink.processElement1(new StreamRecord<>(observation));
      }
    }

    void publish(MetricRules rules) throws Exception {
      flink.processElement2(new StreamRecord<>(rules));
    }

    void end() throws Exception {
      flink.processBothWatermarks(Watermark.MAX_WATERMARK);
    }

    OperatorSubtaskState snapshot() throws Exception {
      return flink.snapshot(1, 1);
    }

    List<Observation> counting() {
      return flink.extractOutputValues();
    }

    List<Decision> conflicts() {
      return side(ObservationFunction.DECISIONS);
    }

    List<DeadLetter> deadLetters() {
      return side(ObservationFunction.DEAD_LETTERS);
    }

    /** Counts that are not 0, by the name of the disposition. */
    Map<String, Long> counts() throws Exception {
      Map<String, Long> counts = new HashMap<>();
      flink
          .getEnvironment()
          .getAccumulatorRegistry()
          .getSnapshot()
          .deserializeUserAccumulators(getClass().getClassLoader())
          .forEach(
              (name, sum) -> {
                long count = (long) sum.getLocalValue();
                if (count != 0) {
                  counts.put(name.replace("facts.", ""), count);
                }
              });
      return counts;
    }

    private <T> List<T> side(OutputTag<T> tag) {
      Queue<StreamRecord<T>> records = flink.getSideOutput(tag);
      return records == null ? List.of() : records.stream().map(StreamRecord::getValue).toList();
    }

    @Override
    public void close() throws Exception {
      flink.close();
    }
  }
}
