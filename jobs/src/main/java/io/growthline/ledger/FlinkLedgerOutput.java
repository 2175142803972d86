package io.growthline.ledger;

import io.growthline.ledger.rules.LedgerFact;
import io.growthline.ledger.rules.LedgerOutput;
import io.growthline.schemas.deadletters.DeadLetter;
import io.growthline.schemas.ledger.Balance;
import io.growthline.schemas.ledger.CreditLot;
import io.growthline.schemas.ledger.Decision;
import io.growthline.schemas.ledger.EmployeeProgress;
import io.growthline.schemas.ledger.Milestone;
import io.growthline.schemas.ledger.Posting;
import io.growthline.schemas.reference.Revision;
import org.apache.flink.streaming.api.functions.co.KeyedBroadcastProcessFunction;
import org.apache.flink.util.Collector;

/** Routes the ledger's sentences to the operator's outputs. */
record FlinkLedgerOutput(
    KeyedBroadcastProcessFunction<String, LedgerFact, Revision, Posting>.ReadOnlyContext context,
    Collector<Posting> postings)
    implements LedgerOutput {

  @Override
  public void posting(Posting posting) {
    postings.collect(posting);
  }

  @Override
  public void decision(Decision decision) {
    context.output(LedgerOutputTags.DECISIONS, decision);
  }

  @Override
  public void milestone(Milestone milestone) {
    context.output(LedgerOutputTags.MILESTONES, milestone);
  }

  @Override
  public void lot(CreditLot lot) {
    context.output(LedgerOutputTags.LOTS, lot);
  }

  @Override
  public void balance(Balance balance) {
    context.output(LedgerOutputTags.BALANCES, balance);
  }

  @Override
  public void progress(EmployeeProgress progress) {
    context.output(LedgerOutputTags.PROGRESS, progress);
  }

  @Override
  public void accepted(LedgerFact fact) {
    context.output(LedgerOutputTags.ACCEPTED, fact);
  }

  /** Sets aside what cannot be used. */
  void deadLetter(RefusedFact refused, LedgerOptions options) {
    DeadLetter letter = refused.deadLetter(options.topicPrefix(), context.currentProcessingTime());
    context.output(LedgerOutputTags.DEAD_LETTERS, letter);
  }
}
