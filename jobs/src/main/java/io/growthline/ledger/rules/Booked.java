package io.growthline.ledger.rules;

import io.growthline.schemas.ledger.Category;
import io.growthline.schemas.ledger.Outcome;

/**
 * What the ledger has said so far about one effect of a fact.
 *
 * @param entryId the first posting made for it; null if there is none
 * @param lotId the lot it opened or ended, or null
 * @param earned net change of what was earned by all its postings, hundredths of a credit
 * @param available likewise, of what can be spent
 * @param outcome the outcome last told, or null
 * @param detail the outcome's words, or null
 */
public record Booked(
    String entryId,
    String lotId,
    long effectiveAt,
    String activityId,
    Category category,
    long earned,
    long available,
    String ruleVersion,
    Outcome outcome,
    String detail) {

  static final Booked NOTHING = new Booked(null, null, 0, null, null, 0, 0, null, null, null);

  /** The same posting, whose amounts are in the opening balance. */
  Booked withoutAmounts() {
    return new Booked(
        entryId, lotId, effectiveAt, activityId, category, 0, 0, ruleVersion, outcome, detail);
  }

  boolean moved() {
    return earned != 0 || available != 0;
  }
}
