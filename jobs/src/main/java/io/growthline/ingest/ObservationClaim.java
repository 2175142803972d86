package io.growthline.ingest;

import java.util.ArrayList;
import java.util.List;

/**
 * Which content counts of all that claimed one identity. Kept in state, so its shape is part of the
 * savepoint contract.
 *
 * @param occurredAt when what counts happened, epoch milliseconds
 * @param contentHash SHA-256 of what counts
 * @param outbidHashes hashes of the other contents, each told as a conflict
 */
public record ObservationClaim(long occurredAt, String contentHash, List<String> outbidHashes) {

  boolean knows(String hash) {
    return contentHash.equals(hash) || outbidHashes.contains(hash);
  }

  /** Whether another content counts instead: the earlier, then the smaller hash. */
  boolean yieldsTo(long otherAt, String otherHash) {
    return otherAt != occurredAt ? otherAt < occurredAt : otherHash.compareTo(contentHash) < 0;
  }

  ObservationClaim outbidding(String otherHash) {
    return new ObservationClaim(occurredAt, contentHash, withHash(otherHash));
  }

  ObservationClaim replacedBy(long otherAt, String otherHash) {
    return new ObservationClaim(otherAt, otherHash, withHash(contentHash));
  }

  private List<String> withHash(String hash) {
    List<String> hashes = new ArrayList<>(outbidHashes);
    hashes.add(hash);
    return hashes;
  }
}
