package io.growthline.ledger.rules;

import io.growthline.rulebook.RuleBook;
import io.growthline.schemas.events.LearningVerb;
import io.growthline.schemas.ledger.Decision;
import io.growthline.schemas.ledger.Outcome;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.ToLongFunction;

/**
 * Stores arriving facts: knows duplicates, lets wait what cannot be judged yet, settles conflicts
 * of identity, keeps track of voids.
 */
public final class FactIntake {

  /** What an arriving fact turned out to be. */
  public enum Arrival {
    /** The same content was here before. */
    DUPLICATE,
    /** It comes for a time that can no longer be changed. */
    TOO_LATE,
    /** New, and to be judged only by a rule book that knows its activity. */
    WAITING,
    /** Its identity belongs to another content; a conflict was told. */
    OUTBID,
    /** New, and it touches no other fact. */
    NEW,
    /** New, and it replaces or voids what was here before. */
    CHANGES_THE_PAST
  }

  private final LedgerState state;
  private final Consumer<Decision> decisions;
  private final ToLongFunction<LedgerFact> recordedAt;

  /**
   * @param decisions where conflicts are told
   * @param recordedAt when a conflict counts as recorded, epoch milliseconds, by the one outbid
   */
  public FactIntake(
      LedgerState state, Consumer<Decision> decisions, ToLongFunction<LedgerFact> recordedAt) {
    this.state = state;
    this.decisions = decisions;
    this.recordedAt = recordedAt;
  }

  /**
   * Stores a fact.
   *
   * @param contentHash SHA-256 of its content, the same however it was encoded
   * @param book the present rule book; null: there is none yet, and everything waits
   */
  public Arrival store(LedgerFact fact, String contentHash, RuleBook book) {
    if (History.isTooLate(fact, state.opening())) {
      return Arrival.TOO_LATE;
    }
    FactId id = fact.id();
    KnownFact known = state.facts().get(id);
    WaitingId waiting = new WaitingId(id, contentHash);
    if ((known != null && known.knows(contentHash)) || state.waiting().get(waiting) != null) {
      return Arrival.DUPLICATE;
    }
    if (book == null || isWaiting(fact, book)) {
      state.waiting().put(waiting, fact);
      return Arrival.WAITING;
    }
    state.ledger(state.ledger().withFact());
    if (known == null) {
      state.facts().put(id, KnownFact.first(fact, contentHash));
      return declareVoid(fact) ? Arrival.CHANGES_THE_PAST : Arrival.NEW;
    }
    if (!known.yieldsTo(fact, contentHash)) {
      state.facts().put(id, known.outbidding(contentHash));
      decisions.accept(conflict(fact));
      return Arrival.OUTBID;
    }
    state.facts().put(id, known.replacedBy(fact, contentHash));
    decisions.accept(conflict(known.fact()));
    declareVoidsAgain();
    return Arrival.CHANGES_THE_PAST;
  }

  /**
   * Stores those waiting facts that a rule book can judge.
   *
   * @return what each of them turned out to be; never {@link Arrival#DUPLICATE}
   */
  public Map<LedgerFact, Arrival> release(RuleBook book) {
    Map<WaitingId, LedgerFact> judged = new LinkedHashMap<>();
    for (Map.Entry<WaitingId, LedgerFact> entry : state.waiting().entries()) {
      if (!isWaiting(entry.getValue(), book)) {
        judged.put(entry.getKey(), entry.getValue());
      }
    }
    judged.keySet().forEach(state.waiting()::remove);
    Map<LedgerFact, Arrival> released = new LinkedHashMap<>();
    judged.forEach((id, fact) -> released.put(fact, store(fact, id.contentHash(), book)));
    return released;
  }

  /**
   * Forgets facts that have waited in vain.
   *
   * @param now epoch milliseconds
   * @param waitMillis how long after they took effect
   * @param book the present rule book: what it can judge is kept
   */
  public List<LedgerFact> giveUp(long now, long waitMillis, RuleBook book) {
    List<WaitingId> ids = new ArrayList<>();
    List<LedgerFact> facts = new ArrayList<>();
    for (Map.Entry<WaitingId, LedgerFact> entry : state.waiting().entries()) {
      LedgerFact fact = entry.getValue();
      if (fact.effectiveAt() + waitMillis <= now && isWaiting(fact, book)) {
        ids.add(entry.getKey());
        facts.add(fact);
      }
    }
    ids.forEach(state.waiting()::remove);
    return facts;
  }

  /** Whether a fact cannot be judged yet, because this rule book lacks its activity. */
  public static boolean isWaiting(LedgerFact fact, RuleBook book) {
    return fact.learning() != null
        && fact.learning().verb() != LearningVerb.VOIDED
        && book.activity(fact.learning().activityId()) == null;
  }

  /** Notes what the fact voids; whether that changes anything stored before. */
  private boolean declareVoid(LedgerFact fact) {
    FactId target = fact.voids();
    KnownFact own = state.facts().get(fact.id());
    boolean isTarget = state.voids().get(fact.id()) != null;
    if (isTarget && fact.voids() != null) {
      // Declared void before it came, but what voids cannot be voided.
      state.voids().remove(fact.id());
    }
    if (target == null || own == null || target.equals(fact.id())) {
      return false;
    }
    KnownFact known = state.facts().get(target);
    if (known != null && known.fact().voids() != null) {
      return false;
    }
    Long earlier = state.voids().get(target);
    long declaredAt = fact.event().occurredAt();
    state.voids().put(target, earlier == null ? declaredAt : Math.min(earlier, declaredAt));
    return known != null;
  }

  private void declareVoidsAgain() {
    state.voids().clear();
    for (Map.Entry<FactId, KnownFact> entry : state.facts().entries()) {
      declareVoid(entry.getValue().fact());
    }
  }

  private Decision conflict(LedgerFact loser) {
    String activityId = loser.learning() == null ? null : loser.learning().activityId();
    return new Decision(
        loser.event().source(),
        loser.event().eventId(),
        loser.employeeId(),
        activityId,
        Outcome.CONFLICT,
        "the same identity came with other content, which counts",
        recordedAt.applyAsLong(loser),
        null);
  }
}
