package io.growthline.ledger.rules;

import io.growthline.schemas.ledger.LedgerHash;

/** Ids of postings. */
final class EntryIds {

  private EntryIds() {}

  /** The id of the first posting made for an effect. */
  static String of(String employeeId, BookingId effect) {
    FactId cause = effect.cause();
    return LedgerHash.id(
        employeeId, cause.kind(), cause.source(), cause.eventId(), effect.kind(), effect.day());
  }
}
