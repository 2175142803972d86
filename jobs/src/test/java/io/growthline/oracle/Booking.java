package io.growthline.oracle;

import io.growthline.oracle.OracleResult.Cause;
import io.growthline.oracle.OracleResult.PostingKey;
import io.growthline.schemas.ledger.Category;
import io.growthline.schemas.ledger.PostingKind;

/**
 * What a posting is about, whatever its amounts.
 *
 * @param activityId the activity credited, or null
 * @param ruleVersion the version of its definition, or null
 * @param at the instant it counts from, epoch milliseconds
 */
record Booking(
    PostingKind kind,
    Cause cause,
    String activityId,
    Category category,
    String ruleVersion,
    long at) {

  /** One that concerns no activity. */
  static Booking general(PostingKind kind, Cause cause, Category category, long at) {
    return new Booking(kind, cause, null, category, null, at);
  }

  PostingKey key() {
    return new PostingKey(cause, kind);
  }

  /** Another about the same activity. */
  Booking as(PostingKind otherKind, Cause otherCause, long time) {
    return new Booking(otherKind, otherCause, activityId, category, ruleVersion, time);
  }
}
