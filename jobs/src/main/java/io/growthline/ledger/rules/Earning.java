package io.growthline.ledger.rules;

import io.growthline.rulebook.Activity;
import io.growthline.rulebook.ActivityKind;
import io.growthline.rulebook.ActivityTerms;
import io.growthline.rulebook.Cap;
import io.growthline.rulebook.Repeat;
import io.growthline.schemas.events.LearningEvent;
import io.growthline.schemas.events.LearningVerb;
import io.growthline.schemas.ledger.Outcome;
import java.math.BigDecimal;

/** Decides what one learning event earns, takes back, or why it earns nothing. */
final class Earning {

  /** Most an employee can ever have earned, in hundredths: what {@code decimal(12,2)} holds. */
  static final long MOST_EARNED = 999_999_999_999L;

  private final CompiledRules rules;
  private final Account account;

  Earning(CompiledRules rules, Account account) {
    this.rules = rules;
    this.account = account;
  }

  /** Applies the event to the account; null if it neither moves credits nor needs an answer. */
  Result apply(LedgerFact fact) {
    LearningEvent event = fact.learning();
    Activity activity = rules.book().activity(event.activityId());
    if (activity == null) {
      return null;
    }
    int day = rules.calendar().dayOf(event.occurredAt());
    ActivityTerms terms = activity.versions().at(day);
    boolean practice = activity.versions().latest().kind() == ActivityKind.PRACTICE;
    return switch (event.verb()) {
      case COMPLETED ->
          practice ? verbDoesNotEarn(fact, "a practice earns on APPROVED") : earn(fact, terms, day);
      case APPROVED ->
          practice ? earn(fact, terms, day) : verbDoesNotEarn(fact, "a course earns on COMPLETED");
      case REJECTED -> practice ? takeBack(fact) : null;
      default -> null;
    };
  }

  private Result earn(LedgerFact fact, ActivityTerms terms, int day) {
    boolean passes = terms == null || passes(fact.learning(), terms);
    String submission = submissionOf(fact);
    Award earlier = submission == null ? null : standing(fact).awardFor(submission);
    if (passes) {
      complete(fact, submission);
    }
    Result refusal = refusal(fact, terms, day, passes, earlier);
    return refusal != null ? refusal : award(fact, terms, day, submission);
  }

  private Result refusal(
      LedgerFact fact, ActivityTerms terms, int day, boolean passes, Award earlier) {
    if (account.person().left()) {
      return declined(fact, Outcome.NOT_EMPLOYED, "the employment has ended");
    }
    if (terms == null || !terms.offeredOn(day)) {
      return declined(fact, Outcome.NOT_OFFERED, "not offered on that day");
    }
    if (!terms.fitsJob(account.person().jobId())) {
      return declined(fact, Outcome.NOT_ELIGIBLE, "not for the job held then");
    }
    if (!passes) {
      return declined(
          fact, Outcome.BELOW_PASS_SCORE, "passes from " + terms.passScore().toPlainString());
    }
    if (earlier != null || alreadyEarned(standing(fact), terms.repeat(), day)) {
      return declined(fact, Outcome.ALREADY_EARNED, "earned before");
    }
    return null;
  }

  private Result award(LedgerFact fact, ActivityTerms terms, int day, String submission) {
    long credits = terms.credits();
    long amount = Math.min(credits, Math.min(room(fact, terms.cap(), day), ledgerRoom()));
    if (credits == 0) {
      return null;
    }
    String cut = amount < credits ? "cut to the room left under the cap" : null;
    if (amount == 0) {
      return declined(fact, Outcome.CAPPED, cut);
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
    account.count(event.activityId(), award, 1);
    return Result.earned(
        fact.id(), event.activityId(), award, cut == null ? null : Outcome.CAPPED, cut);
  }

  /** A rejection ends the approval that stands for the submission, and the award made for it. */
  private Result takeBack(LedgerFact fact) {
    String activityId = fact.learning().activityId();
    String submission = submissionOf(fact);
    ActivityStanding standing = standing(fact).withoutApproval(submission);
    Award award = standing.awardFor(submission);
    if (award == null) {
      account.standing(activityId, standing);
      return null;
    }
    int day = rules.calendar().dayOf(fact.effectiveAt());
    account.standing(activityId, standing.withTakenBack(award, day));
    account.count(activityId, award, -1);
    return Result.takenBack(fact.id(), fact.effectiveAt(), activityId, award);
  }

  private void complete(LedgerFact fact, String submission) {
    ActivityStanding standing = standing(fact);
    account.standing(
        fact.learning().activityId(),
        submission == null ? standing.withCompletion() : standing.withApproval(submission));
  }

  private static boolean alreadyEarned(ActivityStanding standing, Repeat repeat, int day) {
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

  private long ledgerRoom() {
    return MOST_EARNED - account.earned();
  }

  /** Scores are compared as the decimals they were written as: 0.6 passes 0.6. */
  private static boolean passes(LearningEvent event, ActivityTerms terms) {
    return terms.passScore() == null
        || event.score() == null
        || BigDecimal.valueOf(event.score()).compareTo(terms.passScore()) >= 0;
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

  private static Result verbDoesNotEarn(LedgerFact fact, String detail) {
    return declined(fact, Outcome.VERB_DOES_NOT_EARN, detail);
  }

  private static Result declined(LedgerFact fact, Outcome outcome, String detail) {
    return Result.declined(fact, fact.learning().activityId(), outcome, detail);
  }
}
