package io.growthline.ledger;

import io.growthline.facts.CreditStanding;
import io.growthline.facts.Latest;
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
import java.util.function.Consumer;
import org.apache.flink.streaming.api.functions.co.KeyedBroadcastProcessFunction;
import org.apache.flink.util.Collector;

/**
 * Routes the ledger's sentences to the operator's outputs.
 *
 * @param whenErased what the operator itself has to do when someone is erased
 * @param live whether it is no replay
 */
record FlinkLedgerOutput(
    KeyedBroadcastProcessFunction<String, LedgerFact, Revision, Posting>.ReadOnlyContext context,
    Collector<Posting> postings,
    Consumer<KeyedBroadcastProcessFunction<String, LedgerFact, Revision, Posting>.ReadOnlyContext>
        whenErased,
    boolean live)
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
    context.output(LedgerOutputTags.LOTS, new Latest<>(lot.lotId(), lot));
  }

  @Override
  public void balance(Balance balance) {
    context.output(LedgerOutputTags.BALANCES, new Latest<>(balance.employeeId(), balance));
  }

  @Override
  public void progress(EmployeeProgress progress) {
    context.output(LedgerOutputTags.PROGRESS, new Latest<>(progress.employeeId(), progress));
  }

  @Override
  public void standing(CreditStanding standing) {
    // A replay tells what was known when, in place of what it finds at its end.
    if (live) {
      context.output(LedgerOutputTags.STANDINGS, standing);
    }
  }

  @Override
  public void lotErased(String lotId) {
    context.output(LedgerOutputTags.LOTS, Latest.none(lotId));
  }

  @Override
  public void employeeErased(String employeeId) {
    tellErased(employeeId);
    whenErased.accept(context);
  }

  /** Takes back what is told as the latest of someone who is, or was, erased. */
  void tellErased(String employeeId) {
    context.output(LedgerOutputTags.BALANCES, Latest.none(employeeId));
    context.output(LedgerOutputTags.PROGRESS, Latest.none(employeeId));
    context.output(LedgerOutputTags.ERASED, employeeId);
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
