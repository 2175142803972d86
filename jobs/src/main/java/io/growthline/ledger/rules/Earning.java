package io.growthline.ledger.rules;

import io.growthline.rulebook.Activity;
import io.growthline.rulebook.ActivityKind;
import io.growthline.rulebook.ActivityTerms;
import io.growthline.rulebook.Cap;
import io.growthline.rulebook.Repeat;
import io.growthline.schemas.events.LearningEvent;
import io.growthline.schemas.events.LearningVerb;
import io.growthline.schemas.ledger.Outcome;
import java.util.function.Consumer;

/** Decides what one learning event earns, takes back, or why it earns nothing. */
final class Earning {

  private static final String ON_APPROVED = "a practice earns on APPROVED";
  private static final String ON_COMPLETED = "a course earns on COMPLETED";

  private final CompiledRules rules;
  private final Account account;
  private final Consumer<Result> results;

  Earning(CompiledRules rules, Account account, Consumer<Result> results) {
    this.rules = rules;
    this.account = account;
    this.results = results;
  }

  /** Applies the event to the account; many neither move credits nor need an answer. */
  void apply(LedgerFact fact) {
    LearningEvent event = fact.learning();
    Activity activity = rules.book().activity(event.activityId());
    if (activity == null) {
      return;
    }
    int day = rules.calendar().dayOf(event.occurredAt());
    ActivityTerms terms = activity.versions().at(day);
    boolean practice = activity.versions().latest().kind() == ActivityKind.PRACTICE;
    switch (event.verb()) {
      case COMPLETED, APPROVED -> {
        if (practice == (event.verb() == LearningVerb.APPROVED)) {
          earn(fact, terms, day);
        } else {
          decline(fact, Outcome.VERB_DOES_NOT_EARN, practice ? ON_APPROVED : ON_COMPLETED);
        }
      }
      case REJECTED -> {
        if (practice) {
          takeBack(fact);
        }
      }
      default -> {}
    }
  }

  private void earn(LedgerFact fact, ActivityTerms terms, int day) {
    boolean passes = terms == null || terms.passes(fact.learning().score());
    String submission = submissionOf(fact);
    Award earlier = submission == null ? null : standing(fact).awardFor(submission);
    if (passes) {
      complete(fact, submission);
    }
    Refusal refusal = refusal(fact, terms, day, passes, earlier);
    if (refusal != null) {
      decline(fact, refusal.outcome(), refusal.detail());
    } else {
      award(fact, terms, day, submission);
    }
  }

  private record Refusal(Outcome outcome, String detail) {}

  private Refusal refusal(
      LedgerFact fact, ActivityTerms terms, int day, boolean passes, Award earlier) {
    if (account.person().left()) {
      return new Refusal(Outcome.NOT_EMPLOYED, "the employment has ended");
    }
    if (terms == null || !terms.offeredOn(day)) {
      return new Refusal(Outcome.NOT_OFFERED, "not offered on that day");
    }
    if (!terms.fitsJob(account.person().jobId())) {
      return new Refusal(Outcome.NOT_ELIGIBLE, "not for the job held then");
    }
    if (!passes) {
      return new Refusal(
          Outcome.BELOW_PASS_SCORE, "passes from " + terms.passScore().toPlainString());
    }
    if (earlier != null || alreadyEarned(standing(fact), terms.repeat(), day)) {
      return new Refusal(Outcome.ALREADY_EARNED, "earned before");
    }
    return null;
  }

  private void award(LedgerFact fact, ActivityTerms terms, int day, String submission) {
    long credits = terms.credits();
    long amount =
        Math.min(credits, Math.min(room(fact, terms.cap(), day), account.roomForCredits()));
    if (credits == 0) {
      return;
    }
    String cut = amount < credits ? "cut to the room left under the cap" : null;
    if (amount == 0) {
      decline(fact, Outcome.CAPPED, cut);
      return;
    }
    LearningEvent event = fact.learning();
    Award award =
        new Award(
            fact.id(),
            submission,
            event.occurredAt(),
            day,
            amount,
            terms.category(),
            terms.version());
    account.standing(event.activityId(), standing(fact).withAward(award));
    account.earned().add(event.activityId(), award);
    results.accept(
        Result.earned(award, event.activityId(), cut == null ? null : Outcome.CAPPED, cut));
    account.lots().open(Lot.of(award, event.activityId(), rules.expiresOn(day)));
  }

  /** A rejection ends the approval that stands for the submission, and the award made for it. */
  private void takeBack(LedgerFact fact) {
    String activityId = fact.learning().activityId();
    String submission = submissionOf(fact);
    ActivityStanding standing = standing(fact).withoutApproval(submission);
    Award award = standing.awardFor(submission);
    if (award == null) {
      account.standing(activityId, standing);
      return;
    }
    int day = rules.calendar().dayOf(fact.effectiveAt());
    account.standing(activityId, standing.withTakenBack(award, day));
    account.earned().takeBack(activityId, award, day);
    Result result = Result.takenBack(fact.id(), fact.effectiveAt(), activityId, award);
    results.accept(result);
    long gone = account.lots().takeBack(result.lot());
    if (gone > 0) {
      results.accept(result.makingGood(gone));
    }
  }

  private void complete(LedgerFact fact, String submission) {
    ActivityStanding standing = standing(fact);
    account.standing(
        fact.learning().activityId(),
        submission == null ? standing.withCompletion() : standing.withApproval(submission));
  }

  /** Whether what was earned before stands against earning again on a day. */
  static boolean alreadyEarned(ActivityStanding standing, Repeat repeat, int day) {
    Award last = standing.lastAward();
    if (last == null) {
      return false;
    }
    return switch (repeat.mode()) {
      case ONCE -> true;
      case EACH -> false;
      case EVERY -> repeat.every().after(last.day()) > day;
    };
  }

  private long room(LedgerFact fact, Cap cap, int day) {
    if (cap == null) {
      return Long.MAX_VALUE;
    }
    LocalCalendar.Days days = rules.calendar().windowOf(cap.per(), day, account.person().hiredOn());
    return Math.max(0, cap.credits() - standing(fact).amountWithin(days));
  }

  /** The piece of practice; the event's id stands for a missing one. Null for courses. */
  private static String submissionOf(LedgerFact fact) {
    LearningEvent event = fact.learning();
    if (event.verb() == LearningVerb.COMPLETED) {
      return null;
    }
    return event.submissionId() != null ? event.submissionId() : event.eventId();
  }

  private ActivityStanding standing(LedgerFact fact) {
    return account.standing(fact.learning().activityId());
  }

  private void decline(LedgerFact fact, Outcome outcome, String detail) {
    results.accept(Result.declined(fact, fact.learning().activityId(), outcome, detail));
  }
}
