package io.growthline.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import io.growthline.schemas.reference.Definition;
import io.growthline.schemas.reference.Revision;
import io.growthline.schemas.reference.Section;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whole revisions out of records that come in any order. */
class RevisionAssemblerTest {

  private static final Revision FIRST = revision(1, "{id: a, credits: 1}", "{id: b, credits: 1}");
  private static final Revision SECOND = revision(2, "{id: a, credits: 2}", "{id: c, credits: 1}");

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
  void anyOrderGivesTheRevisionOnce(long seed) throws Exception {
    try (var assembler = assembler()) {
      for (ReferenceRecord record : shuffled(records(FIRST), seed)) {
        assembler.processElement(record, 0);
      }
      assertThat(sent(assembler)).containsExactly(FIRST);
    }
  }

  @Test
  void nothingGoesOnBeforeTheRevisionIsWhole() throws Exception {
    List<ReferenceRecord> records = records(FIRST);
    for (int missing = 0; missing < records.size(); missing++) {
      List<ReferenceRecord> others = new ArrayList<>(records);
      others.remove(missing);
      try (var assembler = assembler()) {
        for (ReferenceRecord record : others) {
          assembler.processElement(record, 0);
        }
        assertThat(sent(assembler)).isEmpty();
        assembler.processElement(records.get(missing), 0);
        assertThat(sent(assembler)).containsExactly(FIRST);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
  void theNextRevisionFollowsInAnyOrder(long seed) throws Exception {
    try (var assembler = assembler()) {
      for (ReferenceRecord record : records(FIRST)) {
        assembler.processElement(record, 0);
      }
      for (ReferenceRecord record : shuffled(changes(), seed)) {
        assembler.processElement(record, 0);
      }
      assertThat(sent(assembler)).containsExactly(FIRST, SECOND);
    }
  }

  @Test
  void aRevisionOvertakenBeforeItWasWholeIsSkipped() throws Exception {
    try (var assembler = assembler()) {
      assembler.processElement(ReferenceRecord.of(SECOND.manifest()), 0);
      for (ReferenceRecord record : records(FIRST)) {
        assembler.processElement(record, 0);
      }
      assertThat(sent(assembler)).isEmpty();
      for (ReferenceRecord record : changes()) {
        assembler.processElement(record, 0);
      }
      assertThat(sent(assembler)).containsExactly(SECOND);
    }
  }

  @Test
  void aRestoreContinuesAndRecordsMayComeAgain() throws Exception {
    List<ReferenceRecord> all = records(FIRST);
    all.addAll(changes());
    for (int crash = 0; crash <= all.size(); crash++) {
      OperatorSubtaskState state;
      Set<Revision> sent = new HashSet<>();
      try (var assembler = assembler()) {
        for (ReferenceRecord record : all.subList(0, crash)) {
          assembler.processElement(record, 0);
        }
        state = assembler.snapshot(1, 1);
        sent.addAll(sent(assembler));
      }
      try (var restored = harness()) {
        restored.initializeState(state);
        restored.open();
        for (ReferenceRecord record : all.subList(Math.max(0, crash - 1), all.size())) {
          restored.processElement(record, 0);
        }
        sent.addAll(sent(restored));
      }
      assertThat(sent).as("crash after %d records", crash).containsExactlyInAnyOrder(FIRST, SECOND);
    }
  }

  @Test
  void aRemovalOfNothingIsNothing() throws Exception {
    try (var assembler = assembler()) {
      assembler.processElement(ReferenceRecord.removal(Section.GOALS, "g@start"), 0);
      for (ReferenceRecord record : records(FIRST)) {
        assembler.processElement(record, 0);
      }
      assertThat(sent(assembler)).containsExactly(FIRST);
    }
  }

  private static KeyedOneInputStreamOperatorTestHarness<Integer, ReferenceRecord, Revision>
      harness() throws Exception {
    return new KeyedOneInputStreamOperatorTestHarness<>(
        new KeyedProcessOperator<>(new RevisionAssembler()), record -> 0, Types.INT);
  }

  private static KeyedOneInputStreamOperatorTestHarness<Integer, ReferenceRecord, Revision>
      assembler() throws Exception {
    var harness = harness();
    harness.open();
    return harness;
  }

  private static List<Revision> sent(
      KeyedOneInputStreamOperatorTestHarness<Integer, ReferenceRecord, Revision> assembler) {
    return assembler.extractOutputValues();
  }

  private static List<ReferenceRecord> records(Revision revision) {
    List<ReferenceRecord> records = new ArrayList<>();
    revision.definitions().forEach(d -> records.add(ReferenceRecord.of(d)));
    records.add(ReferenceRecord.of(revision.manifest()));
    return records;
  }

  /** What publishing the second revision writes. */
  private static List<ReferenceRecord> changes() {
    List<ReferenceRecord> changes = new ArrayList<>();
    for (Definition definition : SECOND.definitions()) {
      if (!FIRST.definitions().contains(definition)) {
        changes.add(ReferenceRecord.of(definition));
      }
    }
    changes.add(ReferenceRecord.removal(Section.ACTIVITIES, "b@start"));
    changes.add(ReferenceRecord.of(SECOND.manifest()));
    return changes;
  }

  private static List<ReferenceRecord> shuffled(List<ReferenceRecord> records, long seed) {
    List<ReferenceRecord> shuffled = new ArrayList<>(records);
    Collections.shuffle(shuffled, new Random(seed));
    return shuffled;
  }

  /** A revision of a few courses, in the order that the assembler sends them. */
  private static Revision revision(long ordinal, String... activities) {
    StringBuilder yaml = new StringBuilder("scheme: {zone: UTC}\nactivities:\n");
    for (String activity : activities) {
      yaml.append("  - ").append(activity.replace("}", ", kind: course, category: elective}\n"));
    }
    return Books.valid(yaml.toString()).revision(ordinal, ordinal);
  }
}
