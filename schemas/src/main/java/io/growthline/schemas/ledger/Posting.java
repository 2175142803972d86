package io.growthline.schemas.ledger;

/**
 * One line of an employee's credit ledger. Never changed: a correction is a further posting.
 * Amounts are hundredths of a credit; times epoch milliseconds, UTC; dates days since 1970-01-01.
 *
 * @param entryId deterministic: the same cause, rule and kind give the same id
 * @param sequence 1, 2, 3 … per employee, without gaps
 * @param activityId the activity credited, or null (REDEEM, ADJUST)
 * @param earnedChange change of the lifetime measure <em>earned</em>
 * @param availableChange change of the spendable measure <em>available</em>
 * @param effectiveAt the instant the posting counts from
 * @param eventDate local date of effectiveAt in the scheme's zone
 * @param recordedAt when the ledger recorded it
 * @param causeSource source of the event that caused it
 * @param causeEventId id of the event that caused it
 * @param ruleVersion version of the activity's definition it was made with, or null
 * @param lotId the lot opened, corrected or ended, or null
 * @param corrects entryId of the posting this one corrects or reverses, or null
 * @param reason in words, or null
 * @param earnedAfter <em>earned</em> after this posting
 * @param availableAfter <em>available</em> after this posting
 * @param previousHash hash of the posting before, empty for the first
 * @param hash SHA-256 over this posting and previousHash, in hexadecimal
 */
public record Posting(
    String entryId,
    String employeeId,
    long sequence,
    PostingKind kind,
    String activityId,
    Category category,
    long earnedChange,
    long availableChange,
    long effectiveAt,
    int eventDate,
    long recordedAt,
    String causeSource,
    String causeEventId,
    String ruleVersion,
    String lotId,
    String corrects,
    String reason,
    long earnedAfter,
    long availableAfter,
    String previousHash,
    String hash) {

  /** The same posting with its hash. */
  public Posting withHash(String newHash) {
    return new Posting(
        entryId,
        employeeId,
        sequence,
        kind,
        activityId,
        category,
        earnedChange,
        availableChange,
        effectiveAt,
        eventDate,
        recordedAt,
        causeSource,
        causeEventId,
        ruleVersion,
        lotId,
        corrects,
        reason,
        earnedAfter,
        availableAfter,
        previousHash,
        newHash);
  }
}
