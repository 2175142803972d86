package io.growthline.ledger.rules;

import io.growthline.rulebook.Reward;
import io.growthline.rulebook.RewardTerms;
import io.growthline.schemas.events.CreditCommand;
import io.growthline.schemas.ledger.Category;
import io.growthline.schemas.ledger.Outcome;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

/** Carries out commands: requests for rewards, their cancellations, adjustments by hand. */
final class Spending {

  private final CompiledRules rules;
  private final Account account;
  private final KeyedStore<FactId, RecordedOutcome> outcomes;
  private final Consumer<Result> results;

  /**
   * @param outcomes answers given before, which hold whatever is known now; new ones are added
   */
  Spending(
      CompiledRules rules,
      Account account,
      KeyedStore<FactId, RecordedOutcome> outcomes,
      Consumer<Result> results) {
    this.rules = rules;
    this.account = account;
    this.outcomes = outcomes;
    this.results = results;
  }

  void apply(LedgerFact fact) {
    switch (fact.command().kind()) {
      case REDEEM -> redeem(fact);
      case CANCEL -> cancel(fact);
      case ADJUST, UNKNOWN -> adjust(fact);
    }
  }

  private void redeem(LedgerFact fact) {
    String rewardId = fact.command().rewardId();
    Reward reward = rewardId == null ? null : rules.book().rewards().get(rewardId);
    RewardTerms terms = reward == null ? null : reward.versions().at(account.today());
    RecordedOutcome outcome = outcomes.get(fact.id());
    if (outcome == null) {
      outcome = decide(rewardId, terms);
      outcomes.put(fact.id(), outcome);
    }
    if (outcome.outcome() != Outcome.APPROVED) {
      results.accept(Result.declined(fact, null, outcome.outcome(), outcome.detail()));
      return;
    }
    long price = outcome.cost() != null ? outcome.cost() : priceOf(terms);
    long cost = Math.min(price, account.roomForRewards());
    Payment payment = account.lots().pay(cost);
    account
        .redemptions()
        .put(fact.id(), new Redemption(rewardId, account.today(), cost, payment, false));
    account.redeemed(cost);
    tell(Result.redeemed(fact, cost, outcome.detail()), payment.forgiven());
  }

  private RecordedOutcome decide(String rewardId, RewardTerms terms) {
    int today = account.today();
    if (account.person().left()) {
      return declined(Outcome.NOT_EMPLOYED, "the employment has ended");
    }
    if (terms == null
        || terms.candidate()
        || terms.cost() == null
        || !terms.offer().includes(today)) {
      return declined(Outcome.NOT_OFFERED, "not offered on that day");
    }
    if (!Goals.concerns(terms.who(), account.person(), today)) {
      return declined(Outcome.NOT_ELIGIBLE, "not for this employee then");
    }
    if (isAtLimit(rewardId, terms)) {
      return declined(
          Outcome.LIMIT_REACHED, terms.limitCount() + " per " + wordOf(terms.limitPer()));
    }
    long available = account.lots().available();
    if (available < terms.cost()) {
      return declined(
          Outcome.INSUFFICIENT_CREDITS,
          plain(available) + " of " + plain(terms.cost()) + " credits");
    }
    if (account.roomForRewards() < terms.cost()) {
      return declined(Outcome.LIMIT_REACHED, "no more can be spent in a lifetime");
    }
    return new RecordedOutcome(
        Outcome.APPROVED,
        terms.cost(),
        rewardId + " for " + plain(terms.cost()) + " credits",
        account.now());
  }

  private boolean isAtLimit(String rewardId, RewardTerms terms) {
    return terms.limitCount() != null
        && taken(account.redemptions(), rewardId, account.window(terms.limitPer()))
            >= terms.limitCount();
  }

  /** How often a reward was taken, and not given back, within some days. */
  static int taken(
      KeyedStore<FactId, Redemption> redemptions, String rewardId, LocalCalendar.Days days) {
    int taken = 0;
    for (Map.Entry<FactId, Redemption> entry : redemptions.entries()) {
      Redemption redemption = entry.getValue();
      boolean counts = rewardId.equals(redemption.rewardId()) && days.include(redemption.day());
      taken += counts && !redemption.cancelled() ? 1 : 0;
    }
    return taken;
  }

  private void cancel(LedgerFact fact) {
    CreditCommand command = fact.command();
    String source = command.targetSource() == null ? command.source() : command.targetSource();
    FactId target = new FactId(FactKind.COMMAND, source, command.targetEventId());
    Redemption redemption = account.redemptions().get(target);
    if (redemption == null || redemption.cancelled()) {
      String why = redemption == null ? "no reward was granted on that id" : "cancelled before";
      results.accept(Result.declined(fact, null, Outcome.UNKNOWN_TARGET, why));
      return;
    }
    account.redemptions().put(target, redemption.takenBack());
    account.givenBack(redemption.cost());
    long paidSince = account.lots().putBack(redemption.payment(), account.today());
    long back = redemption.payment().paid();
    results.accept(Result.cancelled(fact, target, back, redemption.rewardId()));
    if (paidSince > 0) {
      openLot(BookingId.of(fact), Category.UNKNOWN, paidSince);
    }
  }

  private void adjust(LedgerFact fact) {
    CreditCommand command = fact.command();
    long asked = command.credits() == null ? 0 : command.credits();
    long credits =
        Math.max(-account.roomForDeductions(), Math.min(account.roomForCredits(), asked));
    Category category = command.category() == null ? Category.UNKNOWN : command.category();
    account.earned().add(new Adjustment(account.today(), credits, category));
    Outcome outcome = credits == asked ? Outcome.APPROVED : Outcome.CAPPED;
    Result result = Result.adjusted(fact, category, credits, outcome, command.reason());
    if (credits < 0) {
      tell(result, account.lots().pay(-credits).forgiven());
      return;
    }
    results.accept(result);
    if (credits > 0) {
      openLot(BookingId.of(fact), category, credits);
    }
  }

  private void openLot(BookingId opening, Category category, long credits) {
    int expiresOn = rules.expiresOn(account.today());
    account.lots().open(Lot.of(opening, category, account.now(), expiresOn, credits));
  }

  private void tell(Result result, long forgiven) {
    results.accept(result);
    if (forgiven > 0) {
      results.accept(result.makingGood(forgiven));
    }
  }

  private static long priceOf(RewardTerms terms) {
    return terms == null || terms.cost() == null ? 0 : terms.cost();
  }

  private RecordedOutcome declined(Outcome outcome, String detail) {
    return new RecordedOutcome(outcome, 0L, detail, account.now());
  }

  private static String wordOf(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  private static String plain(long hundredths) {
    return BigDecimal.valueOf(hundredths, 2).stripTrailingZeros().toPlainString();
  }
}
