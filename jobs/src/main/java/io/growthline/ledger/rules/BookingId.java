package io.growthline.ledger.rules;

import io.growthline.schemas.events.LearningVerb;
import io.growthline.schemas.ledger.PostingKind;

/**
 * What the fold says one thing about: a fact, and which of its effects. Also a key in state, so its
 * shape is part of the savepoint contract.
 *
 * @param kind kind of the posting that the effect begins with
 * @param day local day of the effect where one fact can have several of a kind, else 0
 */
public record BookingId(FactId cause, PostingKind kind, int day) {

  static BookingId of(FactId cause, PostingKind kind) {
    return new BookingId(cause, kind, 0);
  }

  /** The effect that a fact has first of all. */
  static BookingId of(LedgerFact fact) {
    return of(fact.id(), kindOf(fact));
  }

  private static PostingKind kindOf(LedgerFact fact) {
    if (fact.command() != null) {
      return switch (fact.command().kind()) {
        case REDEEM -> PostingKind.REDEEM;
        case CANCEL -> PostingKind.CANCEL;
        case ADJUST, UNKNOWN -> PostingKind.ADJUST;
      };
    }
    boolean takesBack = fact.learning() != null && fact.learning().verb() == LearningVerb.REJECTED;
    return takesBack ? PostingKind.REVERSE : PostingKind.EARN;
  }
}
