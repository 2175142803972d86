package io.growthline.ledger;

import io.growthline.facts.Disposition;
import io.growthline.facts.Latest;
import io.growthline.facts.SweepingOperator;
import io.growthline.ledger.rules.LedgerFact;
import io.growthline.schemas.deadletters.DeadLetter;
import io.growthline.schemas.ledger.Balance;
import io.growthline.schemas.ledger.CreditLot;
import io.growthline.schemas.ledger.Decision;
import io.growthline.schemas.ledger.EmployeeProgress;
import io.growthline.schemas.ledger.Milestone;
import io.growthline.schemas.ledger.Posting;
import io.growthline.schemas.reference.Revision;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.state.StateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.runtime.state.KeyGroupRangeAssignment;
import org.apache.flink.runtime.state.VoidNamespace;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.AbstractStreamOperatorTestHarness;
import org.apache.flink.streaming.util.KeyedTwoInputStreamOperatorTestHarness;
import org.apache.flink.util.OutputTag;

/** One instance of the live ledger operator, with both clocks in the test's hands. */
final class LedgerHarness implements AutoCloseable {

  private final KeyedTwoInputStreamOperatorTestHarness<String, LedgerFact, Revision, Posting> flink;

  private static final int MAX_PARALLELISM = 240;

  private final LedgerOptions options;
  private final SweepingOperator<LedgerFact, Revision, Posting> operator;

  /** An operator that starts with nothing. */
  LedgerHarness(LedgerOptions options) throws Exception {
    this(options, 1, 0, null, 0);
  }

  private LedgerHarness(
      LedgerOptions options,
      int subtasks,
      int subtask,
      OperatorSubtaskState restored,
      long processingTime)
      throws Exception {
    this.options = options;
    operator = SweepingOperator.of(new LedgerFunction(options), List.of(LedgerFunction.RULE_BOOK));
    flink =
        new KeyedTwoInputStreamOperatorTestHarness<>(
            operator,
            LedgerFact::employeeId,
            null,
            Types.STRING,
            MAX_PARALLELISM,
            subtasks,
            subtask);
    flink.setup();
    flink.setProcessingTime(processingTime);
    if (restored != null) {
      flink.initializeState(restored);
    }
    flink.open();
  }

  /** Another instance that goes on from this one's state, with no output so far; closes this. */
  LedgerHarness restarted(LedgerOptions restartedOptions) throws Exception {
    try (this) {
      return new LedgerHarness(
          restartedOptions, 1, 0, flink.snapshot(1, 1), flink.getProcessingTime());
    }
  }

  /** The instances that go on from the state of these together; closes these. */
  static List<LedgerHarness> rescaled(List<LedgerHarness> before, int subtasks) throws Exception {
    OperatorSubtaskState[] snapshots = new OperatorSubtaskState[before.size()];
    for (int i = 0; i < snapshots.length; i++) {
      snapshots[i] = before.get(i).flink.snapshot(1, 1);
      before.get(i).close();
    }
    LedgerHarness first = before.get(0);
    OperatorSubtaskState all = AbstractStreamOperatorTestHarness.repackageState(snapshots);
    List<LedgerHarness> after = new ArrayList<>();
    for (int subtask = 0; subtask < subtasks; subtask++) {
      OperatorSubtaskState share =
          AbstractStreamOperatorTestHarness.repartitionOperatorState(
              all, MAX_PARALLELISM, snapshots.length, subtasks, subtask);
      long now = first.flink.getProcessingTime();
      after.add(new LedgerHarness(first.options, subtasks, subtask, share, now));
    }
    return after;
  }

  /** Whether an employee's facts come to this instance. */
  boolean isResponsibleFor(String employeeId) {
    var task = operator.getRuntimeContext().getTaskInfo();
    return KeyGroupRangeAssignment.assignKeyToParallelOperator(
            employeeId, MAX_PARALLELISM, task.getNumberOfParallelSubtasks())
        == task.getIndexOfThisSubtask();
  }

  void publish(Revision revision) throws Exception {
    flink.processElement2(new StreamRecord<>(revision));
  }

  void send(LedgerFact... facts) throws Exception {
    for (LedgerFact fact : facts) {
      flink.processElement1(new StreamRecord<>(fact, fact.event().occurredAt()));
    }
  }

  /** Lets event time pass. */
  void watermark(long instant) throws Exception {
    flink.processBothWatermarks(new Watermark(instant));
  }

  /** Lets processing time pass. */
  void sleep(long millis) throws Exception {
    flink.setProcessingTime(flink.getProcessingTime() + millis);
  }

  List<Posting> postings() {
    return flink.extractOutputValues();
  }

  List<Decision> decisions() {
    return side(LedgerOutputTags.DECISIONS);
  }

  List<DeadLetter> deadLetters() {
    return side(LedgerOutputTags.DEAD_LETTERS);
  }

  /** Every message, tombstones included. */
  List<Latest<CreditLot>> lots() {
    return side(LedgerOutputTags.LOTS);
  }

  /** Every message, tombstones included. */
  List<Latest<Balance>> balances() {
    return side(LedgerOutputTags.BALANCES);
  }

  /** Every message, tombstones included. */
  List<Latest<EmployeeProgress>> progress() {
    return side(LedgerOutputTags.PROGRESS);
  }

  List<Milestone> milestones() {
    return side(LedgerOutputTags.MILESTONES);
  }

  List<String> erased() {
    return side(LedgerOutputTags.ERASED);
  }

  /** Number of timers of event time that are set. */
  int timers() {
    return flink.numEventTimeTimers();
  }

  /** Employees by the state that something is kept in, of every state there is. */
  Map<String, List<String>> kept() throws Exception {
    Map<String, List<String>> kept = new TreeMap<>();
    for (Field field : FlinkLedgerState.class.getDeclaredFields()) {
      if (StateDescriptor.class.isAssignableFrom(field.getType())) {
        String name = ((StateDescriptor<?, ?>) field.get(null)).getName();
        try (Stream<?> keys =
            operator.getKeyedStateBackend().getKeys(name, VoidNamespace.INSTANCE)) {
          kept.put(name, keys.map(Object::toString).sorted().toList());
        }
      }
    }
    return kept;
  }

  /** Marks of erased people, and their key's, as the newest snapshot of this instance has them. */
  List<String> savedMarks() throws Exception {
    flink.snapshot(2, 2);
    List<String> marks = new ArrayList<>();
    operator
        .getOperatorStateBackend()
        .getUnionListState(new ListStateDescriptor<>("erased-people", Types.STRING))
        .get()
        .forEach(marks::add);
    return marks;
  }

  /** How many facts were counted as something. */
  long counted(Disposition disposition) throws Exception {
    String name = "facts." + disposition.name().toLowerCase(Locale.ROOT).replace('_', '-');
    return (Long) operator.getRuntimeContext().getAccumulator(name).getLocalValue();
  }

  List<LedgerFact> accepted() {
    return side(LedgerOutputTags.ACCEPTED);
  }

  Balance newestBalance() {
    List<Latest<Balance>> balances = side(LedgerOutputTags.BALANCES);
    return balances.get(balances.size() - 1).value();
  }

  /** Counts that are not 0, by the name of the disposition. */
  Map<String, Long> counts() throws Exception {
    Map<String, Long> counts = new HashMap<>();
    flink
        .getEnvironment()
        .getAccumulatorRegistry()
        .getSnapshot()
        .deserializeUserAccumulators(getClass().getClassLoader())
        .forEach((name, sum) -> counts.put(name.replace("facts.", ""), (long) sum.getLocalValue()));
    counts.values().removeIf(count -> count == 0);
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
