package io.growthline.oracle;

import io.growthline.oracle.OracleResult.Award;
import io.growthline.oracle.OracleResult.Verdict;
import io.growthline.rulebook.ActivityKind;
import io.growthline.rulebook.ActivityTerms;
import io.growthline.rulebook.Offer;
import io.growthline.rulebook.Repeat;
import io.growthline.rulebook.RuleBook;
import io.growthline.schemas.events.HrEvent;
import io.growthline.schemas.events.LearningEvent;
import io.growthline.schemas.events.LearningVerb;
import io.growthline.schemas.ledger.Outcome;
import io.growthline.schemas.ledger.PostingKind;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Goes through the learning facts in order and decides what each earns. */
final class Earning {

  /** Most that can come in over a lifetime, in hundredths of a credit: 500,000,000. */
  static final long MOST = 50_000_000_000L;

  /**
   * An activity completed.
   *
   * @param endedAt when a rejection undid it, or null
   */
  record Completion(String activityId, String submission, long at, Long endedAt) {
    boolean holdsAt(long time) {
      return at <= time && (endedAt == null || endedAt > time);
    }
  }

  final List<Award> awards = new ArrayList<>();
  final List<Completion> completions = new ArrayList<>();
  final List<Verdict> decisions = new ArrayList<>();

  private final RuleBook book;
  private final List<HrEvent> hr;
  private final Account account;

  Earning(RuleBook book, List<HrEvent> hr, Account account) {
    this.book = book;
    this.hr = hr;
    this.account = account;
  }

  void apply(LearningEvent event) {
    LocalDate today = localDay(event.occurredAt());
    ActivityTerms terms =
        book.activities().get(event.activityId()).versions().at((int) today.toEpochDay());
    boolean practice = terms.kind() == ActivityKind.PRACTICE;
    switch (event.verb()) {
      case REJECTED -> {
        if (practice) {
          reject(event);
        }
      }
      case COMPLETED, APPROVED -> {
        if (practice == (event.verb() == LearningVerb.APPROVED)) {
          achieve(event, terms, today);
        } else {
          decide(event, Outcome.VERB_DOES_NOT_EARN);
        }
      }
      default -> {}
    }
  }

  private void reject(LearningEvent event) {
    completions.replaceAll(
        completion ->
            completion.endedAt() == null && isFor(event, completion)
                ? new Completion(
                    completion.activityId(),
                    completion.submission(),
                    completion.at(),
                    event.occurredAt())
                : completion);
    for (int i = 0; i < awards.size(); i++) {
      Award award = awards.get(i);
      if (award.stands() && isFor(event, award)) {
        awards.set(i, award.takenBack(event.occurredAt()));
        account.takeBack(award.cause(), Facts.cause(event), event.occurredAt());
      }
    }
  }

  private void achieve(LearningEvent event, ActivityTerms terms, LocalDate today) {
    Person person = Person.at(hr, book.zone(), event.occurredAt());
    boolean passed =
        event.score() == null
            || terms.passScore() == null
            || BigDecimal.valueOf(event.score()).compareTo(terms.passScore()) >= 0;
    // What was earned before is asked before this event counts as completed.
    Outcome refusal = refusal(event, terms, today, person, passed);
    if (passed) {
      completions.add(
          new Completion(event.activityId(), submissionOf(event), event.occurredAt(), null));
    }
    if (refusal != null) {
      decide(event, refusal);
      return;
    }
    long amount = Math.min(terms.credits(), room(event, terms, today, person));
    if (amount < terms.credits()) {
      decide(event, Outcome.CAPPED);
    }
    if (amount > 0) {
      award(event, terms, today, amount);
    }
  }

  private Outcome refusal(
      LearningEvent event, ActivityTerms terms, LocalDate today, Person person, boolean passed) {
    if (!person.employed()) {
      return Outcome.NOT_EMPLOYED;
    }
    if (!isOffered(terms, (int) today.toEpochDay())) {
      return Outcome.NOT_OFFERED;
    }
    if (!terms.jobs().isEmpty() && (person.job() == null || !terms.jobs().contains(person.job()))) {
      return Outcome.NOT_ELIGIBLE;
    }
    if (!passed) {
      return Outcome.BELOW_PASS_SCORE;
    }
    return alreadyEarned(event, terms, today) ? Outcome.ALREADY_EARNED : null;
  }

  static boolean isOffered(ActivityTerms terms, int day) {
    return !terms.candidate()
        && terms.credits() != null
        && terms.category() != null
        && isWithin(terms.offer(), day);
  }

  static boolean isWithin(Offer offer, int day) {
    return (offer.fromDay() == null || offer.fromDay() <= day)
        && (offer.untilDay() == null || day < offer.untilDay());
  }

  private boolean alreadyEarned(LearningEvent event, ActivityTerms terms, LocalDate today) {
    Repeat repeat = terms.repeat();
    for (Award award : awards) {
      if (!award.stands() || !award.activityId().equals(event.activityId())) {
        continue;
      }
      boolean samePiece =
          terms.kind() == ActivityKind.PRACTICE && award.submission().equals(submissionOf(event));
      boolean tooEarly =
          switch (repeat.mode()) {
            case ONCE -> true;
            case EACH -> false;
            case EVERY -> today.isBefore(repeat.every().after(award.day()));
          };
      if (samePiece || tooEarly) {
        return true;
      }
    }
    return false;
  }

  /** How much may still be earned, by the activity's cap and by the largest sum there can be. */
  private long room(LearningEvent event, ActivityTerms terms, LocalDate today, Person person) {
    long room = MOST - account.everCredited();
    if (terms.cap() != null) {
      Calendar calendar = new Calendar(book.period(), person.hiredOn());
      long used = 0;
      for (Award award : awards) {
        if (award.stands()
            && award.activityId().equals(event.activityId())
            && calendar.same(terms.cap().per(), award.day(), today)) {
          used += award.amount();
        }
      }
      room = Math.min(room, terms.cap().credits() - used);
    }
    return Math.max(0, room);
  }

  private void award(LearningEvent event, ActivityTerms terms, LocalDate today, long amount) {
    Award award =
        new Award(
            Facts.cause(event),
            event.activityId(),
            submissionOf(event),
            terms.category(),
            amount,
            terms.version(),
            event.occurredAt(),
            today,
            null);
    awards.add(award);
    account.add(
        new Booking(
            PostingKind.EARN,
            award.cause(),
            award.activityId(),
            award.category(),
            award.ruleVersion(),
            award.at()),
        amount);
  }

  private static boolean isFor(LearningEvent event, Award award) {
    return award.activityId().equals(event.activityId())
        && award.submission().equals(submissionOf(event));
  }

  private static boolean isFor(LearningEvent event, Completion completion) {
    return completion.activityId().equals(event.activityId())
        && completion.submission().equals(submissionOf(event));
  }

  /** The contract: where the submission is missing, the event's id stands for it. */
  private static String submissionOf(LearningEvent event) {
    return event.submissionId() == null ? event.eventId() : event.submissionId();
  }

  private void decide(LearningEvent event, Outcome outcome) {
    decisions.add(new Verdict(Facts.cause(event), outcome));
  }

  private LocalDate localDay(long time) {
    return Instant.ofEpochMilli(time).atZone(book.zone()).toLocalDate();
  }
}
