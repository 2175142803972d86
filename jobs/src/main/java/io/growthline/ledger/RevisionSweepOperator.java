package io.growthline.ledger;

import io.growthline.ledger.rules.LedgerFact;
import io.growthline.schemas.ledger.Posting;
import io.growthline.schemas.reference.Revision;
import java.util.List;
import org.apache.flink.runtime.state.VoidNamespace;
import org.apache.flink.runtime.state.VoidNamespaceSerializer;
import org.apache.flink.streaming.api.SimpleTimerService;
import org.apache.flink.streaming.api.operators.InternalTimerService;
import org.apache.flink.streaming.api.operators.co.CoBroadcastWithKeyedOperator;

/**
 * Flink's own keyed broadcast operator, which lets the function set timers from the broadcast side
 * too: a new revision has to wake every employee, and only the broadcast side knows of it.
 */
final class RevisionSweepOperator
    extends CoBroadcastWithKeyedOperator<String, LedgerFact, Revision, Posting> {

  private static final long serialVersionUID = 1;

  private final LedgerFunction function;

  RevisionSweepOperator(LedgerFunction function) {
    super(function, List.of(LedgerFunction.RULE_BOOK));
    this.function = function;
  }

  @Override
  public void open() throws Exception {
    super.open();
    // The same name gives the very service that Flink's operator uses for this function's timers.
    InternalTimerService<VoidNamespace> timers =
        getInternalTimerService("user-timers", VoidNamespaceSerializer.INSTANCE, this);
    function.wakeEmployeesWith(new SimpleTimerService(timers));
  }
}
