package io.growthline.ledger.rules;

/**
 * The end of an employee's ledger, and what makes the version of their notices.
 *
 * @param sequence sequence of the newest posting, 0 before the first
 * @param hash hash of the newest posting, empty before the first
 * @param earned hundredths of a credit, sum of all earned changes
 * @param available hundredths of a credit, sum of all available changes
 * @param facts distinct facts that arrived
 * @param firstFactAt when the earliest of them happened: epoch milliseconds; null before the first
 */
public record LedgerHead(
    long sequence, String hash, long earned, long available, long facts, Long firstFactAt) {

  public static final LedgerHead EMPTY = new LedgerHead(0, "", 0, 0, 0, null);

  LedgerHead withFact(long occurredAt) {
    long first = firstFactAt == null ? occurredAt : Math.min(firstFactAt, occurredAt);
    return new LedgerHead(sequence, hash, earned, available, facts + 1, first);
  }

  LedgerHead withPosting(long newSequence, String newHash, long newEarned, long newAvailable) {
    return new LedgerHead(newSequence, newHash, newEarned, newAvailable, facts, firstFactAt);
  }
}
