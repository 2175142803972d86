package io.growthline.schemas.ledger;

import io.growthline.schemas.hashing.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.StringJoiner;

/**
 * Ids and hashes of the ledger. Both are SHA-256 over UTF-8 text whose parts are joined by U+001F
 * (unit separator, which no id may hold); a missing part is empty.
 */
public final class LedgerHash {

  private static final String SEPARATOR = "\u001f";
  private static final int ID_HEX_DIGITS = 32;

  private LedgerHash() {}

  /** A deterministic id: the same parts give the same 32 hexadecimal digits. */
  public static String id(Object... parts) {
    return hex(parts).substring(0, ID_HEX_DIGITS);
  }

  /** Hash of a posting, in hexadecimal: over all its components in order, but for the hash. */
  public static String of(Posting p) {
    return hex(
        p.entryId(),
        p.employeeId(),
        p.sequence(),
        p.kind(),
        p.activityId(),
        p.category(),
        p.earnedChange(),
        p.availableChange(),
        p.effectiveAt(),
        p.eventDate(),
        p.recordedAt(),
        p.causeSource(),
        p.causeEventId(),
        p.ruleVersion(),
        p.lotId(),
        p.corrects(),
        p.reason(),
        p.earnedAfter(),
        p.availableAfter(),
        p.previousHash());
  }

  private static String hex(Object... parts) {
    StringJoiner text = new StringJoiner(SEPARATOR);
    for (Object part : parts) {
      text.add(part == null ? "" : part.toString());
    }
    return Sha256.hex(text.toString().getBytes(StandardCharsets.UTF_8));
  }
}
