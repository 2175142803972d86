package io.growthline.ledger.rules;

import java.util.ArrayList;
import java.util.List;

/**
 * A fact that arrived, and what else claimed its identity.
 *
 * @param fact the content that counts
 * @param contentHash SHA-256 of that content
 * @param outbidHashes hashes of other contents under the same identity, each told as a conflict
 */
public record KnownFact(LedgerFact fact, String contentHash, List<String> outbidHashes) {

  static KnownFact first(LedgerFact fact, String contentHash) {
    return new KnownFact(fact, contentHash, List.of());
  }

  boolean knows(String hash) {
    return contentHash.equals(hash) || outbidHashes.contains(hash);
  }

  /** Whether another content under this identity counts instead: the earlier, then smaller hash. */
  boolean yieldsTo(LedgerFact other, String otherHash) {
    long mine = fact.event().occurredAt();
    long theirs = other.event().occurredAt();
    return theirs != mine ? theirs < mine : otherHash.compareTo(contentHash) < 0;
  }

  KnownFact outbidding(String otherHash) {
    return new KnownFact(fact, contentHash, withHash(otherHash));
  }

  KnownFact replacedBy(LedgerFact other, String otherHash) {
    return new KnownFact(other, otherHash, withHash(contentHash));
  }

  private List<String> withHash(String hash) {
    List<String> hashes = new ArrayList<>(outbidHashes);
    hashes.add(hash);
    return hashes;
  }
}
