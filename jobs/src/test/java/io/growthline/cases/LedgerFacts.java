package io.growthline.cases;

import io.growthline.cases.Fact.Kind;
import io.growthline.schemas.ledger.Balance;
import io.growthline.schemas.ledger.CreditLot;
import io.growthline.schemas.ledger.Decision;
import io.growthline.schemas.ledger.EmployeeProgress;
import io.growthline.schemas.ledger.GoalProgress;
import io.growthline.schemas.ledger.Milestone;
import io.growthline.schemas.ledger.Posting;
import io.growthline.schemas.ledger.RequirementProgress;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The ledger's output records as facts. */
final class LedgerFacts {

  private static final int CREDIT_DIGITS = 2;
  private static final int PROGRESS_DIGITS = 6;

  private LedgerFacts() {}

  static Fact of(Balance balance) {
    return Fact.of(
        Kind.BALANCE,
        List.of(balance.employeeId()),
        Map.of(
            "earned", credits(balance.earned()),
            "available", credits(balance.available()),
            "required", credits(balance.required()),
            "elective", credits(balance.elective()),
            "practice", credits(balance.practice()),
            "period", credits(balance.periodEarned()),
            "redeemed", credits(balance.redeemed()),
            "expired", credits(balance.expired()),
            "debt", credits(balance.debt())));
  }

  /**
   * What there is to spend, and what it was earned with.
   *
   * @param lots open lots in the order in which they are spent
   */
  static Fact of(String employeeId, List<CreditLot> lots) {
    return Fact.of(
        Kind.LOTS,
        List.of(employeeId),
        Map.of(
            "open",
            list(
                lots.stream()
                    .map(lot -> orNone(lot.activityId()) + ":" + credits(lot.creditsLeft()))
                    .toList())));
  }

  /** The hash in a rule version depends on the whole definition: only its date is told. */
  static Fact of(Posting posting) {
    String sign = posting.earnedChange() < 0 ? "" : "+";
    return Fact.of(
        Kind.POSTING,
        List.of(
            posting.employeeId(),
            posting.kind().name(),
            orNone(posting.activityId()),
            sign + credits(posting.earnedChange())),
        Map.of(
            "version", orNone(posting.ruleVersion()).replaceFirst("#.*", ""),
            "cause", posting.causeEventId(),
            "available", credits(posting.availableChange()),
            "at", Instant.ofEpochMilli(posting.effectiveAt())));
  }

  static Fact of(Decision decision) {
    return Fact.of(
        Kind.DECISION,
        List.of(decision.eventId(), decision.outcome().name()),
        Map.of("credits", decision.credits() == null ? "none" : credits(decision.credits())));
  }

  static Fact of(Milestone milestone) {
    return Fact.of(
        Kind.MILESTONE,
        List.of(milestone.employeeId(), milestone.goalId(), milestone.direction().name()),
        Map.of(
            "firing", milestone.firing(),
            "at", Instant.ofEpochMilli(milestone.at()),
            "kind", milestone.kind(),
            "reward", orNone(milestone.rewardId())));
  }

  /** Goals held, and every requirement shown. */
  static List<Fact> of(EmployeeProgress employee) {
    List<Fact> facts = new ArrayList<>();
    for (GoalProgress goal : employee.goals()) {
      if (goal.held()) {
        facts.add(
            Fact.of(
                Kind.HOLDS,
                List.of(employee.employeeId(), goal.goalId()),
                Map.of("since", Instant.ofEpochMilli(goal.since()))));
      }
      for (RequirementProgress requirement : goal.requirements()) {
        facts.add(of(employee.employeeId(), goal.goalId(), requirement));
      }
    }
    return facts;
  }

  private static Fact of(String employeeId, String goalId, RequirementProgress requirement) {
    return Fact.of(
        Kind.PROGRESS,
        List.of(employeeId, goalId, requirement.requirement()),
        Map.of(
            "current", millionths(requirement.current()),
            "target", millionths(requirement.target()),
            "gap", millionths(requirement.gap()),
            "met", requirement.met(),
            "missing", list(requirement.missing()),
            "completed", list(requirement.completed())));
  }

  private static String orNone(String text) {
    return text == null ? "none" : text;
  }

  private static String credits(long hundredths) {
    return BigDecimal.valueOf(hundredths, CREDIT_DIGITS).toPlainString();
  }

  private static String millionths(long amount) {
    return BigDecimal.valueOf(amount, PROGRESS_DIGITS).toPlainString();
  }

  private static String list(List<String> ids) {
    return "[" + String.join(",", ids) + "]";
  }
}
