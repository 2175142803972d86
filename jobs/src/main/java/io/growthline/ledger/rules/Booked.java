package io.growthline.ledger.rules;

import io.growthline.schemas.ledger.Category;
import io.growthline.schemas.ledger.Outcome;

/**
 * What the ledger has said so far about one fact.
 *
 * @param entryId the first posting made for it; null if there is none
 * @param lotId the lot it opened or drew from, or null
 * @param amount net hundredths of a credit of all its postings
 * @param outcome the outcome last told, or null
 * @param detail the outcome's words, or null
 */
public record Booked(
    String entryId,
    String lotId,
    long effectiveAt,
    String activityId,
    Category category,
    long amount,
    String ruleVersion,
    Outcome outcome,
    String detail) {

  static final Booked NOTHING = new Booked(null, null, 0, null, null, 0, null, null, null);
}
