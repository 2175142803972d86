package io.growthline.cases;

import io.growthline.ledger.rules.FactKind;
import io.growthline.ledger.rules.LedgerFact;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;

/**
 * Makes a live stream of what is in files: people facts at once, then, when the ledger has taken
 * them, all others in order of time. Time ends where the case's clock does and not, as it would
 * after a bounded source, at the end of all days.
 */
final class PeopleFirst extends AbstractStreamOperator<LedgerFact>
    implements OneInputStreamOperator<LedgerFact, LedgerFact> {

  private static final long serialVersionUID = 1;

  private final long until;
  private transient List<LedgerFact> others;

  PeopleFirst(long until) {
    this.until = until;
  }

  @Override
  public void open() {
    others = new ArrayList<>();
  }

  @Override
  public void processElement(StreamRecord<LedgerFact> element) {
    if (element.getValue().kind() == FactKind.PEOPLE) {
      output.collect(element);
    } else {
      others.add(element.getValue());
    }
  }

  @Override
  public void processWatermark(Watermark mark) throws Exception {
    if (mark.equals(Watermark.MAX_WATERMARK)) {
      LedgerGate.pass();
      others.sort(LedgerFact.EFFECTIVE_ORDER);
      others.forEach(fact -> output.collect(new StreamRecord<>(fact)));
      super.processWatermark(new Watermark(until));
    }
  }
}
