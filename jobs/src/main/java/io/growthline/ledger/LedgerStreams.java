package io.growthline.ledger;

import io.growthline.facts.CreditStanding;
import io.growthline.facts.Latest;
import io.growthline.ledger.rules.LedgerFact;
import io.growthline.schemas.deadletters.DeadLetter;
import io.growthline.schemas.ledger.Balance;
import io.growthline.schemas.ledger.CreditLot;
import io.growthline.schemas.ledger.Decision;
import io.growthline.schemas.ledger.EmployeeProgress;
import io.growthline.schemas.ledger.Milestone;
import io.growthline.schemas.ledger.Posting;
import org.apache.flink.streaming.api.datastream.DataStream;

/**
 * What the ledger writes.
 *
 * @param postings the ledger itself, in order per employee
 * @param decisions outcomes of commands, and of events that should have earned but did not, or less
 * @param lots lots of credits, each again when it changes, by lot id
 * @param balances latest balance by employee
 * @param progress latest progress by employee
 * @param milestones goals reached and lost
 * @param deadLetters facts that came too late, or whose activity no rule book knew in time
 * @param standings what balances and progress say together, for who builds on them; in a replay as
 *     they would have been told live, had every fact come when it was stated
 * @param accepted facts that count, each once: exact duplicates and outbid ones are left out
 * @param erased ids of employees, told when they are erased
 */
public record LedgerStreams(
    DataStream<Posting> postings,
    DataStream<Decision> decisions,
    DataStream<Latest<CreditLot>> lots,
    DataStream<Latest<Balance>> balances,
    DataStream<Latest<EmployeeProgress>> progress,
    DataStream<Milestone> milestones,
    DataStream<DeadLetter> deadLetters,
    DataStream<CreditStanding> standings,
    DataStream<LedgerFact> accepted,
    DataStream<String> erased) {

  /** The same, with further decisions, which go where the ledger's go. */
  public LedgerStreams deciding(DataStream<Decision> further) {
    return new LedgerStreams(
        postings,
        decisions.union(further),
        lots,
        balances,
        progress,
        milestones,
        deadLetters,
        standings,
        accepted,
        erased);
  }
}
