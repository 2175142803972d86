package io.growthline.oracle;

import io.growthline.oracle.Account.Charge;
import io.growthline.oracle.OracleResult.Adjustment;
import io.growthline.oracle.OracleResult.Cause;
import io.growthline.oracle.OracleResult.Verdict;
import io.growthline.rulebook.Reward;
import io.growthline.rulebook.RewardTerms;
import io.growthline.rulebook.RuleBook;
import io.growthline.schemas.events.CreditCommand;
import io.growthline.schemas.events.HrEvent;
import io.growthline.schemas.ledger.Category;
import io.growthline.schemas.ledger.Outcome;
import io.growthline.schemas.ledger.PostingKind;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Decides what becomes of commands. */
final class Spending {

  /** A reward redeemed and not cancelled since. */
  private record Redemption(
      Cause cause, String rewardId, LocalDate day, long cost, Booking booking, Charge charge) {}

  final List<Adjustment> adjustments = new ArrayList<>();
  final List<Verdict> decisions = new ArrayList<>();

  private final RuleBook book;
  private final List<HrEvent> hr;
  private final Account account;
  private final Map<Cause, RecordedOutcome> recorded;
  private final List<Redemption> redemptions = new ArrayList<>();

  Spending(RuleBook book, List<HrEvent> hr, Account account, Map<Cause, RecordedOutcome> recorded) {
    this.book = book;
    this.hr = hr;
    this.account = account;
    this.recorded = recorded;
  }

  /** What was spent on rewards and not given back. */
  long redeemed() {
    return redemptions.stream().mapToLong(Redemption::cost).sum();
  }

  void apply(CreditCommand command) {
    LocalDate today = LocalDate.ofInstant(Instant.ofEpochMilli(command.occurredAt()), book.zone());
    Outcome outcome =
        switch (command.kind()) {
          case REDEEM -> redeem(command, today);
          case CANCEL -> cancel(command);
          case ADJUST -> adjust(command, today);
          case UNKNOWN -> Outcome.UNKNOWN_TARGET;
        };
    decisions.add(new Verdict(Facts.cause(command), outcome));
  }

  private Outcome redeem(CreditCommand command, LocalDate today) {
    Reward reward = command.rewardId() == null ? null : book.rewards().get(command.rewardId());
    RewardTerms terms = reward == null ? null : reward.versions().at((int) today.toEpochDay());
    Long price = terms == null ? null : terms.cost();
    RecordedOutcome fact = recorded.get(Facts.cause(command));
    Outcome outcome;
    long cost;
    if (fact == null) {
      Person person = Person.at(hr, book.zone(), command.occurredAt());
      Outcome refusal = refusal(command.rewardId(), terms, person, today);
      outcome = refusal == null ? Outcome.APPROVED : refusal;
      cost = price == null ? 0 : price;
    } else {
      outcome = fact.outcome();
      cost = fact.credits() != null ? fact.credits() : price == null ? 0 : price;
    }
    if (outcome == Outcome.APPROVED) {
      cost = Math.min(cost, Earning.MOST - account.everSpent());
      Booking booking = booking(PostingKind.REDEEM, command, Category.UNKNOWN);
      Charge charge = account.spend(booking, cost);
      redemptions.add(
          new Redemption(Facts.cause(command), command.rewardId(), today, cost, booking, charge));
    }
    return outcome;
  }

  /** Why a reward cannot be had, or null. */
  private Outcome refusal(String rewardId, RewardTerms terms, Person person, LocalDate today) {
    int day = (int) today.toEpochDay();
    if (!person.employed()) {
      return Outcome.NOT_EMPLOYED;
    }
    if (terms == null
        || terms.candidate()
        || terms.cost() == null
        || !Earning.isWithin(terms.offer(), day)) {
      return Outcome.NOT_OFFERED;
    }
    if (!person.isIn(terms.who(), today)) {
      return Outcome.NOT_ELIGIBLE;
    }
    if (terms.limitCount() != null) {
      Calendar calendar = new Calendar(book.period(), person.hiredOn());
      long before =
          redemptions.stream()
              .filter(redemption -> redemption.rewardId().equals(rewardId))
              .filter(redemption -> calendar.same(terms.limitPer(), redemption.day(), today))
              .count();
      if (before >= terms.limitCount()) {
        return Outcome.LIMIT_REACHED;
      }
    }
    if (account.available() < terms.cost()) {
      return Outcome.INSUFFICIENT_CREDITS;
    }
    return account.everSpent() + terms.cost() > Earning.MOST ? Outcome.LIMIT_REACHED : null;
  }

  private Outcome cancel(CreditCommand command) {
    String source = command.targetSource() == null ? command.source() : command.targetSource();
    Cause target = new Cause(source, command.targetEventId());
    for (Redemption redemption : redemptions) {
      if (redemption.cause().equals(target)) {
        redemptions.remove(redemption);
        account.giveBack(
            booking(PostingKind.CANCEL, command, Category.UNKNOWN),
            redemption.booking().key(),
            redemption.charge());
        return Outcome.APPROVED;
      }
    }
    return Outcome.UNKNOWN_TARGET;
  }

  private Outcome adjust(CreditCommand command, LocalDate today) {
    long asked = command.credits() == null ? 0 : command.credits();
    long credits =
        asked > 0
            ? Math.min(asked, Earning.MOST - account.everCredited())
            : Math.max(asked, account.everDeducted() - Earning.MOST);
    Category category = command.category() == null ? Category.UNKNOWN : command.category();
    Booking booking = booking(PostingKind.ADJUST, command, category);
    if (credits > 0) {
      account.add(booking, credits);
    } else if (credits < 0) {
      account.subtract(booking, -credits);
    }
    adjustments.add(new Adjustment(category, credits, today));
    return credits == asked ? Outcome.APPROVED : Outcome.CAPPED;
  }

  private static Booking booking(PostingKind kind, CreditCommand command, Category category) {
    return Booking.general(kind, Facts.cause(command), category, command.occurredAt());
  }
}
