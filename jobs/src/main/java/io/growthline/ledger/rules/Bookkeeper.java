package io.growthline.ledger.rules;

import io.growthline.schemas.ledger.Category;
import io.growthline.schemas.ledger.Decision;
import io.growthline.schemas.ledger.Outcome;
import io.growthline.schemas.ledger.Posting;
import io.growthline.schemas.ledger.PostingKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.ToLongFunction;

/**
 * Posts the difference between what the fold says of a fact and what the ledger has said of it so
 * far. On the first telling the difference is all of it; there is no other correction code.
 */
final class Bookkeeper {

  private final String employeeId;
  private final LocalCalendar calendar;
  private final LedgerState state;
  private final LedgerOutput output;
  private final ToLongFunction<Result> recordedAt;

  Bookkeeper(
      String employeeId,
      LocalCalendar calendar,
      LedgerState state,
      LedgerOutput output,
      ToLongFunction<Result> recordedAt) {
    this.employeeId = employeeId;
    this.calendar = calendar;
    this.state = state;
    this.output = output;
    this.recordedAt = recordedAt;
  }

  /**
   * Books one result.
   *
   * @param trigger the fact that made the fold run: the cause of a correction
   */
  void book(Result result, FactId trigger) {
    Booked before = bookedFor(result.cause());
    String entryId = before.entryId();
    if (entryId == null && result.amount() != 0) {
      entryId = postOriginal(result);
    } else if (entryId != null) {
      postDifference(before, result, trigger);
    }
    if (result.outcome() != null
        && (result.outcome() != before.outcome()
            || !Objects.equals(result.detail(), before.detail()))) {
      decide(result);
    }
    state
        .journal()
        .put(
            result.cause(),
            new Booked(
                entryId,
                result.at(),
                result.activityId(),
                result.category(),
                result.amount(),
                result.ruleVersion(),
                result.outcome(),
                result.detail()));
  }

  /** Takes back what was booked for facts of which the fold no longer says anything. */
  void cancelAllBut(Set<FactId> told, FactId trigger, long causedAt) {
    List<Map.Entry<FactId, Booked>> vanished = new ArrayList<>();
    for (Map.Entry<FactId, Booked> entry : state.journal().entries()) {
      if (!told.contains(entry.getKey())) {
        vanished.add(Map.entry(entry.getKey(), entry.getValue()));
      }
    }
    for (Map.Entry<FactId, Booked> entry : vanished) {
      Booked before = entry.getValue();
      Result nothing =
          new Result(
              entry.getKey(),
              before.effectiveAt(),
              before.activityId(),
              null,
              0,
              null,
              null,
              null,
              null,
              causedAt);
      book(nothing, trigger);
    }
  }

  private String postOriginal(Result result) {
    boolean takesBack = result.takesBack() != null;
    String corrects = takesBack ? bookedFor(result.takesBack()).entryId() : null;
    return post(
        takesBack ? PostingKind.REVERSE : PostingKind.EARN,
        result,
        result.category(),
        result.amount(),
        result.ruleVersion(),
        result.cause(),
        corrects);
  }

  private void postDifference(Booked before, Result result, FactId trigger) {
    PostingKind kind =
        result.outcome() == Outcome.VOIDED ? PostingKind.REVERSE : PostingKind.CORRECT;
    boolean moves = result.amount() != 0 && before.amount() != 0;
    if (moves && result.category() != before.category()) {
      correct(kind, result, before, before.category(), -before.amount(), trigger);
      correct(kind, result, before, result.category(), result.amount(), trigger);
    } else if (result.amount() != before.amount()) {
      Category category = result.category() == null ? before.category() : result.category();
      correct(kind, result, before, category, result.amount() - before.amount(), trigger);
    }
  }

  private void correct(
      PostingKind kind,
      Result result,
      Booked before,
      Category category,
      long change,
      FactId trigger) {
    String ruleVersion = result.ruleVersion() == null ? before.ruleVersion() : result.ruleVersion();
    post(kind, result, category, change, ruleVersion, trigger, before.entryId());
  }

  private String post(
      PostingKind kind,
      Result result,
      Category category,
      long change,
      String ruleVersion,
      FactId cause,
      String corrects) {
    LedgerHead head = state.ledger();
    // An identity can change its content, and so correct one posting twice: then the place tells.
    Long place = corrects == null ? null : head.sequence();
    String entryId =
        HashChain.id(
            employeeId, cause.kind(), cause.source(), cause.eventId(), kind, corrects, place);
    Posting unhashed =
        new Posting(
            entryId,
            employeeId,
            head.sequence() + 1,
            kind,
            result.activityId(),
            category,
            change,
            change,
            result.at(),
            calendar.dayOf(result.at()),
            recordedAt.applyAsLong(result),
            cause.source(),
            cause.eventId(),
            ruleVersion,
            corrects == null ? entryId : corrects,
            corrects,
            result.detail(),
            head.earned() + change,
            head.available() + change,
            head.hash(),
            "");
    Posting posting = withHash(unhashed, HashChain.hash(unhashed));
    state.ledger(
        head.withPosting(
            posting.sequence(), posting.hash(), posting.earnedAfter(), posting.availableAfter()));
    output.posting(posting);
    return entryId;
  }

  private void decide(Result result) {
    output.decision(
        new Decision(
            result.cause().source(),
            result.cause().eventId(),
            employeeId,
            result.activityId(),
            result.outcome(),
            result.detail(),
            recordedAt.applyAsLong(result)));
  }

  private Booked bookedFor(FactId cause) {
    Booked booked = state.journal().get(cause);
    return booked == null ? Booked.NOTHING : booked;
  }

  private static Posting withHash(Posting p, String hash) {
    return new Posting(
        p.entryId(),
        p.employeeId(),
        p.sequence(),
        p.kind(),
        p.activityId(),
        p.category(),
        p.earnedChange(),
        p.availableChange(),
        p.effectiveAt(),
        p.eventDate(),
        p.recordedAt(),
        p.causeSource(),
        p.causeEventId(),
        p.ruleVersion(),
        p.lotId(),
        p.corrects(),
        p.reason(),
        p.earnedAfter(),
        p.availableAfter(),
        p.previousHash(),
        hash);
  }
}
