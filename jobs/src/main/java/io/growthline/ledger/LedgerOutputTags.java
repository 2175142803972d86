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
import org.apache.flink.api.common.typeinfo.TypeHint;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.util.OutputTag;

/** The ledger's outputs beside its postings. */
final class LedgerOutputTags {

  static final OutputTag<Decision> DECISIONS =
      new OutputTag<>("decisions", TypeInformation.of(Decision.class));
  static final OutputTag<Latest<CreditLot>> LOTS =
      new OutputTag<>("lots", TypeInformation.of(new TypeHint<>() {}));
  static final OutputTag<Latest<Balance>> BALANCES =
      new OutputTag<>("balances", TypeInformation.of(new TypeHint<>() {}));
  static final OutputTag<Latest<EmployeeProgress>> PROGRESS =
      new OutputTag<>("progress", TypeInformation.of(new TypeHint<>() {}));
  static final OutputTag<Milestone> MILESTONES =
      new OutputTag<>("milestones", TypeInformation.of(Milestone.class));
  static final OutputTag<DeadLetter> DEAD_LETTERS =
      new OutputTag<>("dead-letters", TypeInformation.of(DeadLetter.class));

  static final OutputTag<CreditStanding> STANDINGS =
      new OutputTag<>("standings", TypeInformation.of(CreditStanding.class));
  static final OutputTag<LedgerFact> ACCEPTED =
      new OutputTag<>("accepted", TypeInformation.of(LedgerFact.class));
  static final OutputTag<String> ERASED = new OutputTag<>("erased", Types.STRING);

  private LedgerOutputTags() {}
}
