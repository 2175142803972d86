package io.growthline.ledger.rules;

/**
 * The end of an employee's ledger, and what makes the version of their notices.
 *
 * @param sequence sequence of the newest posting, 0 before the first
 * @param hash hash of the newest posting, empty before the first
 * @param earned hundredths of a credit, sum of all earned changes
 * @param available hundredths of a credit, sum of all available changes
 * @param facts distinct facts that arrived
 */
public record LedgerHead(long sequence, String hash, long earned, long available, long facts) {

  public static final LedgerHead EMPTY = new LedgerHead(0, "", 0, 0, 0);

  LedgerHead withFact() {
    return new LedgerHead(sequence, hash, earned, available, facts + 1);
  }

  LedgerHead withPosting(long newSequence, String newHash, long newEarned, long newAvailable) {
    return new LedgerHead(newSequence, newHash, newEarned, newAvailable, facts);
  }
}
