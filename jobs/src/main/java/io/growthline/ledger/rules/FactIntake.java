package io.growthline.ledger.rules;

import io.growthline.rulebook.RuleBook;
import io.growthline.schemas.events.LearningVerb;
import io.growthline.schemas.ledger.Decision;
import io.growthline.schemas.ledger.Outcome;
import java.util.Map;
import java.util.function.ToLongFunction;

/** Stores arriving facts: knows duplicates, settles conflicts of identity, keeps track of voids. */
public final class FactIntake {

  /** What an arriving fact turned out to be. */
  public enum Arrival {
    /** The same content was here before. */
    DUPLICATE,
    /** Its identity belongs to another content; a conflict was told. */
    OUTBID,
    /** New, and it touches no other fact. */
    NEW,
    /** New, and it replaces or voids what was here before. */
    CHANGES_THE_PAST
  }

  private final LedgerState state;
  private final LedgerOutput output;

  public FactIntake(LedgerState state, LedgerOutput output) {
    this.state = state;
    this.output = output;
  }

  /**
   * Stores a fact.
   *
   * @param contentHash SHA-256 of its content, the same however it was encoded
   * @param recordedAt when a conflict counts as recorded, epoch milliseconds, by the one outbid
   */
  public Arrival store(LedgerFact fact, String contentHash, ToLongFunction<LedgerFact> recordedAt) {
    FactId id = fact.id();
    KnownFact known = state.facts().get(id);
    if (known != null && known.knows(contentHash)) {
      return Arrival.DUPLICATE;
    }
    state.ledger(state.ledger().withFact(fact.event().occurredAt()));
    if (known == null) {
      state.facts().put(id, KnownFact.first(fact, contentHash));
      return declareVoid(fact) ? Arrival.CHANGES_THE_PAST : Arrival.NEW;
    }
    if (!known.yieldsTo(fact, contentHash)) {
      state.facts().put(id, known.outbidding(contentHash));
      output.decision(conflict(fact, recordedAt.applyAsLong(fact)));
      return Arrival.OUTBID;
    }
    state.facts().put(id, known.replacedBy(fact, contentHash));
    output.decision(conflict(known.fact(), recordedAt.applyAsLong(known.fact())));
    declareVoidsAgain();
    return Arrival.CHANGES_THE_PAST;
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

  private static Decision conflict(LedgerFact loser, long recordedAt) {
    String activityId = loser.learning() == null ? null : loser.learning().activityId();
    return new Decision(
        loser.event().source(),
        loser.event().eventId(),
        loser.employeeId(),
        activityId,
        Outcome.CONFLICT,
        "the same identity came with other content, which counts",
        recordedAt);
  }
}
