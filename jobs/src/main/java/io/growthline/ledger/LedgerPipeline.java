package io.growthline.ledger;

import io.growthline.facts.SweepingOperator;
import io.growthline.ledger.rules.LedgerFact;
import io.growthline.rulebook.OutsideTime;
import io.growthline.schemas.ledger.Posting;
import io.growthline.schemas.reference.Revision;
import java.util.List;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.KeyedStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;

/**
 * The credit ledger.
 *
 * <pre>
 *   facts (learning, commands, people) ── by employee ──┐
 *                                                       ├── Credit ledger ──┬─ postings
 *   revisions of the rule book ───────── broadcast ─────┘                   ├─ decisions
 *                                                                           ├─ lots
 *                                                                           ├─ balances
 *                                                                           ├─ progress
 *                                                                           ├─ milestones
 *                                                                           ├─ dead letters
 *                                                                           ├─ standings
 *                                                                           ├─ accepted facts
 *                                                                           └─ who was erased
 * </pre>
 */
public final class LedgerPipeline {

  private LedgerPipeline() {}

  /** Builds the graph; see {@link LedgerOptions} for live and replay. */
  public static LedgerStreams build(LedgerInputs inputs, LedgerOptions options) {
    KeyedStream<LedgerFact, String> facts = inputs.facts().keyBy(LedgerFact::employeeId);
    LedgerFunction function = new LedgerFunction(options);
    SingleOutputStreamOperator<Posting> postings =
        options.isReplay()
            ? facts
                .connect(inputs.revisions().broadcast(LedgerFunction.RULE_BOOK))
                .process(function)
            : facts
                .connect(timeless(inputs.revisions()).broadcast())
                .transform(
                    "Credit ledger",
                    TypeInformation.of(Posting.class),
                    SweepingOperator.of(function, List.of(LedgerFunction.RULE_BOOK)));
    postings.name("Credit ledger").uid("credit-ledger");
    return new LedgerStreams(
        postings,
        postings.getSideOutput(LedgerOutputTags.DECISIONS),
        postings.getSideOutput(LedgerOutputTags.LOTS),
        postings.getSideOutput(LedgerOutputTags.BALANCES),
        postings.getSideOutput(LedgerOutputTags.PROGRESS),
        postings.getSideOutput(LedgerOutputTags.MILESTONES),
        postings.getSideOutput(LedgerOutputTags.DEAD_LETTERS),
        postings.getSideOutput(LedgerOutputTags.STANDINGS),
        postings.getSideOutput(LedgerOutputTags.ACCEPTED),
        postings.getSideOutput(LedgerOutputTags.ERASED));
  }

  private static DataStream<Revision> timeless(DataStream<Revision> revisions) {
    return revisions
        .assignTimestampsAndWatermarks(OutsideTime.strategy())
        .name("Rule book revisions outside time")
        .uid("rule-book-outside-time");
  }
}
