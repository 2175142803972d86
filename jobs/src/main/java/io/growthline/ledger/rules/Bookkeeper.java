package io.growthline.ledger.rules;

import io.growthline.schemas.ledger.Category;
import io.growthline.schemas.ledger.Decision;
import io.growthline.schemas.ledger.Outcome;
import io.growthline.schemas.ledger.Posting;
import io.growthline.schemas.ledger.PostingKind;
import java.util.ArrayList;
import java.util.HashSet;
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
    Posted posted = new Posted(before.entryId(), before.lotId());
    if (before.entryId() != null) {
      postDifference(before, result, trigger);
    } else if (result.amount() != 0) {
      posted = postOriginal(result);
    }
    if (result.outcome() != null
        && (result.outcome() != before.outcome()
            || !Objects.equals(result.detail(), before.detail()))) {
      decide(result);
    }
    remember(result, before, posted);
  }

  private void remember(Result result, Booked before, Posted posted) {
    // Without credits there is no place of one's own: what was booked stays where it was.
    boolean emptied = result.amount() == 0 && posted.entryId() != null;
    Place place = emptied ? Place.of(before) : Place.of(result);
    Booked booked =
        new Booked(
            posted.entryId(),
            posted.lotId(),
            place.at(),
            place.activityId(),
            place.category(),
            result.amount(),
            place.ruleVersion(),
            result.outcome(),
            result.detail());
    state.journal().put(result.cause(), booked);
  }

  /**
   * Books all results of a fold from the start, in two rounds: what takes credits away comes before
   * what gives some, so that no balance on the way exceeds what a balance can hold.
   *
   * @param instant what is booked for facts of which the fold no longer says anything counts as
   *     caused then, epoch milliseconds
   */
  void bookAll(List<Result> results, FactId trigger, long instant) {
    Set<FactId> told = new HashSet<>();
    results.forEach(result -> told.add(result.cause()));
    cancelAllBut(told, trigger, instant);
    for (Result result : results) {
      Booked before = bookedFor(result.cause());
      if (before.entryId() != null && result.amount() < before.amount()) {
        book(result, trigger);
      }
    }
    // Those booked already are booked again without a difference.
    results.forEach(result -> book(result, trigger));
  }

  private void cancelAllBut(Set<FactId> told, FactId trigger, long causedAt) {
    List<Map.Entry<FactId, Booked>> vanished = new ArrayList<>();
    for (Map.Entry<FactId, Booked> entry : state.journal().entries()) {
      if (!told.contains(entry.getKey())) {
        vanished.add(Map.entry(entry.getKey(), entry.getValue()));
      }
    }
    for (Map.Entry<FactId, Booked> entry : vanished) {
      book(nothingOf(entry.getKey(), entry.getValue(), causedAt), trigger);
    }
  }

  private static Result nothingOf(FactId cause, Booked before, long causedAt) {
    return new Result(
        cause,
        before.effectiveAt(),
        before.activityId(),
        null,
        0,
        null,
        null,
        null,
        null,
        causedAt);
  }

  private Posted postOriginal(Result result) {
    if (result.takesBack() == null) {
      return post(
          PostingKind.EARN, Place.of(result), result.amount(), result, result.cause(), null);
    }
    Booked award = bookedFor(result.takesBack());
    Posted corrected = new Posted(award.entryId(), award.lotId());
    return post(
        PostingKind.REVERSE, Place.of(result), result.amount(), result, result.cause(), corrected);
  }

  private void postDifference(Booked before, Result result, FactId trigger) {
    PostingKind kind =
        result.outcome() == Outcome.VOIDED ? PostingKind.REVERSE : PostingKind.CORRECT;
    Posted corrected = new Posted(before.entryId(), before.lotId());
    Place old = Place.of(before);
    Place now = result.amount() == 0 ? old : Place.of(result);
    if (before.amount() != 0 && !now.isSameAs(old)) {
      post(kind, old, -before.amount(), result, trigger, corrected);
      post(kind, now, result.amount(), result, trigger, corrected);
    } else if (result.amount() != before.amount()) {
      post(kind, now, result.amount() - before.amount(), result, trigger, corrected);
    }
  }

  private Posted post(
      PostingKind kind, Place place, long change, Result result, FactId cause, Posted corrected) {
    LedgerHead head = state.ledger();
    String corrects = corrected == null ? null : corrected.entryId();
    // An identity can change its content, and so correct one posting twice: then the place tells.
    Long position = corrects == null ? null : head.sequence();
    String entryId =
        HashChain.id(
            employeeId, cause.kind(), cause.source(), cause.eventId(), kind, corrects, position);
    String lotId = corrected == null ? entryId : corrected.lotId();
    Posting unhashed =
        new Posting(
            entryId,
            employeeId,
            head.sequence() + 1,
            kind,
            place.activityId(),
            place.category(),
            change,
            change,
            place.at(),
            calendar.dayOf(place.at()),
            recordedAt.applyAsLong(result),
            cause.source(),
            cause.eventId(),
            place.ruleVersion(),
            lotId,
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
    return new Posted(entryId, lotId);
  }

  /** A posting that others can refer to. */
  private record Posted(String entryId, String lotId) {}

  /** Under what credits are booked. */
  private record Place(String activityId, Category category, long at, String ruleVersion) {

    static Place of(Result result) {
      return new Place(result.activityId(), result.category(), result.at(), result.ruleVersion());
    }

    static Place of(Booked booked) {
      return new Place(
          booked.activityId(), booked.category(), booked.effectiveAt(), booked.ruleVersion());
    }

    /** A new rule version alone moves nothing: the posting keeps the one it was made with. */
    boolean isSameAs(Place other) {
      return activityId.equals(other.activityId) && category == other.category && at == other.at;
    }
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
