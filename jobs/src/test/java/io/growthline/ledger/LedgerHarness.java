package io.growthline.ledger;

import io.growthline.ledger.rules.LedgerFact;
import io.growthline.schemas.deadletters.DeadLetter;
import io.growthline.schemas.ledger.Balance;
import io.growthline.schemas.ledger.Decision;
import io.growthline.schemas.ledger.Posting;
import io.growthline.schemas.reference.Revision;
import java.util.List;
import java.util.Queue;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedTwoInputStreamOperatorTestHarness;
import org.apache.flink.util.OutputTag;

/** One instance of the live ledger operator, with both clocks in the test's hands. */
final class LedgerHarness implements AutoCloseable {

  private final KeyedTwoInputStreamOperatorTestHarness<String, LedgerFact, Revision, Posting> flink;

  /** An operator that starts with nothing. */
  LedgerHarness(LedgerOptions options) throws Exception {
    this(options, null, 0);
  }

  private LedgerHarness(LedgerOptions options, OperatorSubtaskState restored, long processingTime)
      throws Exception {
    flink =
        new KeyedTwoInputStreamOperatorTestHarness<>(
            new RevisionSweepOperator(new LedgerFunction(options)),
            LedgerFact::employeeId,
            null,
            Types.STRING);
    flink.setup();
    flink.setProcessingTime(processingTime);
    if (restored != null) {
      flink.initializeState(restored);
    }
    flink.open();
  }

  /** Another instance that goes on from this one's state, with no output so far; closes this. */
  LedgerHarness restarted(LedgerOptions options) throws Exception {
    try (this) {
      return new LedgerHarness(options, flink.snapshot(1, 1), flink.getProcessingTime());
    }
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

  List<LedgerFact> accepted() {
    return side(LedgerOutputTags.ACCEPTED);
  }

  Balance newestBalance() {
    List<Latest<Balance>> balances = side(LedgerOutputTags.BALANCES);
    return balances.get(balances.size() - 1).value();
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
