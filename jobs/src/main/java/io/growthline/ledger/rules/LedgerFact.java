package io.growthline.ledger.rules;

import io.growthline.schemas.events.CreditCommand;
import io.growthline.schemas.events.Event;
import io.growthline.schemas.events.HrEvent;
import io.growthline.schemas.events.LearningEvent;
import io.growthline.schemas.events.LearningVerb;
import io.growthline.schemas.ledger.Decision;
import java.util.Comparator;

/**
 * One thing the ledger has to take into account: exactly one part is non-null. One envelope for all
 * inputs, so that everything about an employee arrives at one operator through one stream.
 */
public record LedgerFact(
    LearningEvent learning, CreditCommand command, HrEvent hr, Decision outcome) {

  /**
   * The order of the fold: effective time, then people before learning before commands. People
   * facts of one instant go by when they were stated; others by source and id, which means nothing
   * but is the same everywhere.
   */
  public static final Comparator<LedgerFact> EFFECTIVE_ORDER =
      Comparator.comparingLong(LedgerFact::effectiveAt)
          .thenComparing(LedgerFact::kind)
          .thenComparing(LedgerFact::compareWithinKind);

  public static LedgerFact of(LearningEvent learning) {
    return new LedgerFact(learning, null, null, null);
  }

  public static LedgerFact of(CreditCommand command) {
    return new LedgerFact(null, command, null, null);
  }

  public static LedgerFact of(HrEvent hr) {
    return new LedgerFact(null, null, hr, null);
  }

  /** An answer given before, of which nothing but {@link #employeeId} and itself can be asked. */
  public static LedgerFact of(Decision outcome) {
    return new LedgerFact(null, null, null, outcome);
  }

  public Event event() {
    if (learning != null) {
      return learning;
    }
    return command != null ? command : hr;
  }

  public FactKind kind() {
    if (learning != null) {
      return FactKind.LEARNING;
    }
    return command != null ? FactKind.COMMAND : FactKind.PEOPLE;
  }

  public FactId id() {
    return new FactId(kind(), event().source(), event().eventId());
  }

  public String employeeId() {
    return outcome != null ? outcome.employeeId() : event().employeeId();
  }

  /** From when it counts: epoch milliseconds, UTC. */
  public long effectiveAt() {
    return hr != null ? hr.effectiveAt() : event().occurredAt();
  }

  /** Whether it is of a kind that credits can be earned with. */
  boolean canEarn() {
    return learning != null
        && (learning.verb() == LearningVerb.COMPLETED || learning.verb() == LearningVerb.APPROVED);
  }

  /** The fact this one declares void, or null. */
  public FactId voids() {
    if (learning != null && learning.verb() == LearningVerb.VOIDED) {
      return target(learning.voidsSource(), learning.voidsEventId());
    }
    if (hr != null && hr.voidsEventId() != null) {
      return target(hr.voidsSource(), hr.voidsEventId());
    }
    return null;
  }

  private FactId target(String source, String eventId) {
    return new FactId(kind(), source == null ? event().source() : source, eventId);
  }

  private static int compareWithinKind(LedgerFact a, LedgerFact b) {
    Event x = a.event();
    Event y = b.event();
    if (a.hr == null) {
      int bySource = x.source().compareTo(y.source());
      return bySource != 0 ? bySource : x.eventId().compareTo(y.eventId());
    }
    int byStatement = Long.compare(x.occurredAt(), y.occurredAt());
    if (byStatement != 0) {
      return byStatement;
    }
    int byId = x.eventId().compareTo(y.eventId());
    return byId != 0 ? byId : x.source().compareTo(y.source());
  }
}
