package io.growthline.local.recovery;

import io.growthline.schemas.ledger.Balance;
import io.growthline.schemas.ledger.Posting;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;

/** Looks for postings that are missing, doubled or changed, without knowing any rule. */
final class LedgerAudit {

  private static final String SEPARATOR = "\u001f";

  private final List<String> complaints = new ArrayList<>();
  private final Set<String> entryIds = new HashSet<>();

  private LedgerAudit() {}

  /**
   * What is wrong; empty if nothing is.
   *
   * @param postings by employee, in the order they were published
   * @param balances by employee, at rest
   */
  static List<String> complaints(Map<String, List<Posting>> postings, Map<String, Balance> balances)
      throws GeneralSecurityException, ReflectiveOperationException {
    LedgerAudit audit = new LedgerAudit();
    for (Map.Entry<String, Balance> entry : balances.entrySet()) {
      audit.check(postings.getOrDefault(entry.getKey(), List.of()), entry.getValue());
    }
    return audit.complaints;
  }

  private void check(List<Posting> chain, Balance balance)
      throws GeneralSecurityException, ReflectiveOperationException {
    long sequence = 0;
    long earned = 0;
    long available = 0;
    String hash = "";
    for (Posting posting : chain) {
      earned += posting.earnedChange();
      available += posting.availableChange();
      require(entryIds.add(posting.entryId()), "entry id used twice", posting);
      require(posting.sequence() == ++sequence, "not number " + sequence, posting);
      require(posting.previousHash().equals(hash), "does not follow the one before", posting);
      require(posting.hash().equals(hashOf(posting)), "is not what was hashed", posting);
      require(posting.earnedAfter() == earned, "earned adds up to " + earned, posting);
      require(posting.availableAfter() == available, "available is " + available, posting);
      hash = posting.hash();
    }
    require(balance.earned() == earned, "postings add up to earned " + earned, balance);
    require(balance.available() == available, "postings add up to " + available, balance);
    require(balance.ledgerSequence() == sequence, "postings are " + sequence, balance);
    require(balance.ledgerHash().equals(hash), "the last hash is " + hash, balance);
  }

  private void require(boolean holds, String otherwise, Record of) {
    if (!holds) {
      complaints.add(otherwise + ": " + of);
    }
  }

  /** SHA-256 over all components but the hash, in order. */
  private static String hashOf(Posting posting)
      throws GeneralSecurityException, ReflectiveOperationException {
    StringJoiner text = new StringJoiner(SEPARATOR);
    for (RecordComponent component : Posting.class.getRecordComponents()) {
      if (!component.getName().equals("hash")) {
        Object value = component.getAccessor().invoke(posting);
        text.add(value == null ? "" : value.toString());
      }
    }
    byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
    return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
  }
}
