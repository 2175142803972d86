package io.growthline.ledger.rules;

import io.growthline.facts.CreditStanding;
import io.growthline.schemas.ledger.Balance;
import io.growthline.schemas.ledger.CreditLot;
import io.growthline.schemas.ledger.Decision;
import io.growthline.schemas.ledger.EmployeeProgress;
import io.growthline.schemas.ledger.Milestone;
import io.growthline.schemas.ledger.Posting;

/** Where the ledger's sentences go. */
public interface LedgerOutput {

  void posting(Posting posting);

  void decision(Decision decision);

  void milestone(Milestone milestone);

  /** A lot that is no longer what was told of it last. */
  void lot(CreditLot lot);

  void balance(Balance balance);

  void progress(EmployeeProgress progress);

  /** Whether progress goes anywhere: to say what would close each gap is work. */
  default boolean tellsProgress() {
    return true;
  }

  /** The present balance and progress, for who builds on them. */
  void standing(CreditStanding standing);

  /** A lot of someone who is being erased: there is no latest state of it any more. */
  void lotErased(String lotId);

  /** Someone is being erased; told when all their lots are, and before anything is forgotten. */
  void employeeErased(String employeeId);

  /** A fact that counts; told once, and again with other content if that outbids it. */
  void accepted(LedgerFact fact);
}
