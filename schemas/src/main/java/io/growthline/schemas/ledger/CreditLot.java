package io.growthline.schemas.ledger;

/**
 * Credits that came in together and expire together.
 *
 * @param lotId entryId of the posting that opened it
 * @param activityId the activity that earned them, or null
 * @param creditsLeft hundredths of a credit left to spend, 0 when the lot is closed
 * @param earnedAt when they came in: epoch milliseconds, UTC
 * @param expiresAt last instant at which they can be spent, or null: they do not expire
 * @param version number of distinct facts and rule revisions taken into account
 * @param asOf the instant it speaks of: epoch milliseconds, UTC
 */
public record CreditLot(
    String lotId,
    String employeeId,
    String activityId,
    Category category,
    long creditsLeft,
    long earnedAt,
    Long expiresAt,
    long version,
    long asOf) {}
