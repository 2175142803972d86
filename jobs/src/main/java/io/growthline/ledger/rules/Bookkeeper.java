package io.growthline.ledger.rules;

import io.growthline.schemas.ledger.Category;
import io.growthline.schemas.ledger.Decision;
import io.growthline.schemas.ledger.LedgerHash;
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
    Booked before = bookedFor(result.id());
    // Without credits there is no place of one's own: what was booked stays where it was.
    boolean emptied = !result.moves() && before.entryId() != null;
    Place place = emptied ? Place.of(before) : placeOf(result, before);
    Posted posted = new Posted(before.entryId(), before.lotId());
    if (before.entryId() != null) {
      postDifference(before, place, result, trigger);
      posted = new Posted(before.entryId(), place.lotId());
    } else if (result.moves()) {
      posted = postOriginal(result, place);
    }
    Result told = refusesNoLonger(before, result) ? result.granted() : result;
    if (told.outcome() != null
        && (told.outcome() != before.outcome()
            || !Objects.equals(told.detail(), before.detail()))) {
      decide(told);
    }
    remember(told, place, posted);
  }

  /**
   * Whoever was told that an event earned nothing, or less, has to be told when it does after all.
   */
  private static boolean refusesNoLonger(Booked before, Result result) {
    return before.outcome() != null && result.outcome() == null && result.moves();
  }

  private void remember(Result result, Place place, Posted posted) {
    Booked booked =
        new Booked(
            posted.entryId(),
            posted.lotId(),
            place.at(),
            place.activityId(),
            place.category(),
            result.earned(),
            result.available(),
            place.ruleVersion(),
            result.outcome(),
            result.detail());
    state.journal().put(result.id(), booked);
  }

  /**
   * Books all results of a fold from the start, in their order, after taking back what it no longer
   * says.
   *
   * @param instant what is booked for facts of which the fold no longer says anything counts as
   *     caused then, epoch milliseconds
   */
  void bookAll(List<Result> results, FactId trigger, long instant) {
    vanished(results, instant).forEach(result -> book(result, trigger));
    results.forEach(result -> book(result, trigger));
  }

  /** Booked effects of which the fold says nothing any more, as results that say so. */
  private List<Result> vanished(List<Result> results, long causedAt) {
    Set<BookingId> told = new HashSet<>();
    results.forEach(result -> told.add(result.id()));
    List<Result> vanished = new ArrayList<>();
    for (Map.Entry<BookingId, Booked> entry : state.journal().entries()) {
      if (!told.contains(entry.getKey())) {
        vanished.add(Result.nothingOf(entry.getKey(), entry.getValue(), causedAt));
      }
    }
    return vanished;
  }

  private Posted postOriginal(Result result, Place place) {
    BookingId id = result.id();
    // The same instance: an employee's state holds both for as long as the fact.
    String entryId = id.equals(result.lot()) ? place.lotId() : entryIdOf(id);
    String corrects = entryIdOf(result.corrects());
    Posted posted = new Posted(entryId, place.lotId());
    post(
        id.kind(),
        place,
        new Change(result.earned(), result.available()),
        result,
        id.cause(),
        posted,
        corrects);
    return posted;
  }

  private void postDifference(Booked before, Place now, Result result, FactId trigger) {
    PostingKind kind =
        result.outcome() == Outcome.VOIDED ? PostingKind.REVERSE : PostingKind.CORRECT;
    Place old = Place.of(before);
    if (before.moved() && !now.isSameAs(old)) {
      Change away = new Change(-before.earned(), -before.available());
      Change here = new Change(result.earned(), result.available());
      correct(kind, old, away, before, result, trigger);
      correct(kind, now, here, before, result, trigger);
      return;
    }
    Change change =
        new Change(result.earned() - before.earned(), result.available() - before.available());
    if (change.earned() != 0 || change.available() != 0) {
      correct(kind, now, change, before, result, trigger);
    }
  }

  private void correct(
      PostingKind kind, Place place, Change change, Booked before, Result result, FactId trigger) {
    // An identity can change its content, and so correct one posting twice: then the place in the
    // ledger tells.
    String entryId =
        LedgerHash.id(
            employeeId,
            trigger.kind(),
            trigger.source(),
            trigger.eventId(),
            kind,
            before.entryId(),
            state.ledger().sequence());
    Posted posted = new Posted(entryId, place.lotId());
    post(kind, place, change, result, trigger, posted, before.entryId());
  }

  private Place placeOf(Result result, Booked before) {
    return new Place(
        result.activityId(),
        result.category(),
        result.at(),
        result.moves() ? lotIdOf(result, before) : null,
        result.ruleVersion());
  }

  /** Hashes no more than is needed, and gives what is kept already rather than its equal. */
  private String lotIdOf(Result result, Booked before) {
    if (result.id().equals(result.lot()) && before.entryId() != null) {
      return before.entryId();
    }
    String lotId = entryIdOf(result.lot());
    return Objects.equals(lotId, before.lotId()) ? before.lotId() : lotId;
  }

  private String entryIdOf(BookingId effect) {
    return effect == null ? null : EntryIds.of(employeeId, effect);
  }

  private void post(
      PostingKind kind,
      Place place,
      Change change,
      Result result,
      FactId cause,
      Posted posted,
      String corrects) {
    LedgerHead head = state.ledger();
    Posting unhashed =
        new Posting(
            posted.entryId(),
            employeeId,
            head.sequence() + 1,
            kind,
            place.activityId(),
            place.category(),
            change.earned(),
            change.available(),
            place.at(),
            calendar.dayOf(place.at()),
            recordedAt.applyAsLong(result),
            cause.source(),
            cause.eventId(),
            place.ruleVersion(),
            posted.lotId(),
            corrects,
            result.detail(),
            head.earned() + change.earned(),
            head.available() + change.available(),
            head.hash(),
            "");
    Posting posting = unhashed.withHash(LedgerHash.of(unhashed));
    state.ledger(
        head.withPosting(
            posting.sequence(), posting.hash(), posting.earnedAfter(), posting.availableAfter()));
    output.posting(posting);
  }

  /** Hundredths of a credit. */
  private record Change(long earned, long available) {}

  /** A posting that others can refer to. */
  private record Posted(String entryId, String lotId) {}

  /** Under what credits are booked. */
  private record Place(
      String activityId, Category category, long at, String lotId, String ruleVersion) {

    static Place of(Booked booked) {
      return new Place(
          booked.activityId(),
          booked.category(),
          booked.effectiveAt(),
          booked.lotId(),
          booked.ruleVersion());
    }

    /** A new rule version alone moves nothing: the posting keeps the one it was made with. */
    boolean isSameAs(Place other) {
      return Objects.equals(activityId, other.activityId)
          && category == other.category
          && at == other.at
          && Objects.equals(lotId, other.lotId);
    }
  }

  private void decide(Result result) {
    output.decision(
        new Decision(
            result.id().cause().source(),
            result.id().cause().eventId(),
            employeeId,
            result.activityId(),
            result.outcome(),
            result.detail(),
            recordedAt.applyAsLong(result),
            creditsOf(result)));
  }

  /** What a granted command moved; a request for a reward is told by its price. */
  private static Long creditsOf(Result result) {
    boolean granted = result.outcome() == Outcome.APPROVED || result.outcome() == Outcome.CAPPED;
    if (!granted || result.id().cause().kind() != FactKind.COMMAND) {
      return null;
    }
    boolean paid = result.id().kind() == PostingKind.REDEEM;
    return paid ? -result.available() : result.available();
  }

  private Booked bookedFor(BookingId id) {
    Booked booked = state.journal().get(id);
    return booked == null ? Booked.NOTHING : booked;
  }
}
