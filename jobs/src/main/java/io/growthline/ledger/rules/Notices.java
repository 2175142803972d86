package io.growthline.ledger.rules;

import io.growthline.facts.CreditStanding;
import io.growthline.schemas.ledger.Balance;
import io.growthline.schemas.ledger.Category;
import io.growthline.schemas.ledger.EmployeeProgress;
import io.growthline.schemas.ledger.GoalProgress;
import java.util.List;

/** Tells an employee's present balance and progress. */
final class Notices {

  private final String employeeId;
  private final CompiledRules rules;
  private final LedgerState state;
  private final LedgerOutput output;
  private Integer statedOn;

  Notices(String employeeId, CompiledRules rules, LedgerState state, LedgerOutput output) {
    this.employeeId = employeeId;
    this.rules = rules;
    this.state = state;
    this.output = output;
  }

  /** Lets what is told from now on be told because of a statement. */
  void because(LedgerFact statement) {
    statedOn = rules.calendar().dayOf(statement.event().occurredAt());
  }

  void tell(AccountHead head, long version) {
    Account account = new Account(rules, head, state.stores());
    // Time that passes changes a balance without a new version: without the instant, who leaves out
    // what has a known id would miss it.
    String noticeId = employeeId + "@" + version + "@" + head.now();
    List<GoalProgress> goals = new ProgressReport(rules, account, output.tellsProgress()).goals();
    Balance balance = balance(head, account, version, noticeId);
    output.balance(balance);
    output.progress(new EmployeeProgress(employeeId, version, head.now(), noticeId, goals));
    output.standing(standing(balance, account, goals));
  }

  private CreditStanding standing(Balance balance, Account account, List<GoalProgress> goals) {
    NearestGoal nearest = NearestGoal.of(goals);
    int today = account.today();
    LocalCalendar.Days recent =
        new LocalCalendar.Days(today + 1 - CreditStanding.RECENT_DAYS, today + 1);
    return new CreditStanding(
        balance.employeeId(),
        balance.asOf(),
        balance.version(),
        rules.book().ordinal(),
        balance.earned(),
        balance.available(),
        balance.required(),
        balance.elective(),
        balance.practice(),
        nearest == null ? null : nearest.goalId(),
        nearest == null ? null : Long.valueOf(nearest.lacking()),
        account.earned().byDay(recent),
        statedOn);
  }

  private Balance balance(AccountHead head, Account account, long version, String noticeId) {
    LedgerHead ledger = state.ledger();
    AccountHead.Spending spending = head.spending();
    return new Balance(
        employeeId,
        ledger.earned(),
        ledger.available(),
        account.earned().of(Category.REQUIRED),
        account.earned().of(Category.ELECTIVE),
        account.earned().of(Category.PRACTICE),
        account.earnedInPeriod(null),
        spending.redeemed(),
        spending.expired(),
        spending.debt(),
        version,
        head.now(),
        noticeId,
        ledger.sequence(),
        ledger.hash(),
        spending.lapsed());
  }
}
